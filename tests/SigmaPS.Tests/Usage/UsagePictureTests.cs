using System;
using System.Linq;
using Xunit;

namespace SigmaPS.Tests.Usage;

/// <summary>Usages as a table and as a picture.</summary>
public sealed class UsagePictureTests : FindUsageTestBed
{
    [Fact]
    public void Usages_become_a_table_of_Markdown()
    {
        string text = Assert.Single(
            Run("Find-SigmaUsage Base -Column Customer -IndexPath $index | ConvertTo-SigmaMarkdown -Title 'Who reads it'")
                .MustSucceed()
                .Texts
        )!;
        Assert.Contains("## Who reads it", text, StringComparison.Ordinal);
        Assert.Contains("[Orders/Customer]", text, StringComparison.Ordinal);
        Assert.Contains("Ada Admin", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Usages_become_a_picture_of_model_document_and_element()
    {
        const string find = "Find-SigmaUsage Base -Column Amount -IndexPath $index | ";
        string text = Assert.Single(Run(find + "ConvertTo-SigmaDiagram -As Mermaid").MustSucceed().Texts)!;
        string[] lines = text.Split('\n', StringSplitOptions.TrimEntries);
        string Number(string label) =>
            Assert
                .Single(lines, line => line.Contains(label, StringComparison.Ordinal) && !line.Contains("--", StringComparison.Ordinal))
                .Split('[', '(')[0];
        (string model, string document, string report) = (Number("\"Base\""), Number("Workbook Doc, Ada Admin"), Number("Report Monthly"));
        Assert.Contains(lines, line =>
            line.StartsWith($"{model} -->", StringComparison.Ordinal)
            && line.EndsWith($" {document}", StringComparison.Ordinal)
            && line.Contains("Amount", StringComparison.Ordinal));
        Assert.Contains(lines, line =>
            line.StartsWith($"{report} -->", StringComparison.Ordinal) && lines.Contains(line.Split(' ')[^1] + "[[\"Board\"]]"));
        string html = Assert.Single(
            Run(
                    find
                        + "ForEach-Object { [System.Management.Automation.PSSerializer]::Deserialize("
                        + "[System.Management.Automation.PSSerializer]::Serialize($_)) } "
                        + "| ConvertTo-SigmaDiagram -As Html -Title Readers")
                .MustSucceed()
                .Texts
        )!;
        Assert.Contains("<title>Readers</title>", html, StringComparison.Ordinal);
        Assert.Contains("Workbook Doc, Ada Admin", html, StringComparison.Ordinal);
    }
}
