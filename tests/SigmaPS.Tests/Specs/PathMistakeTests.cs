using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Specs;

/// <summary>A wrong path is named once, with its problem, for each parameter.</summary>
public sealed class PathMistakeTests : SandboxTest
{
    // The names of all parameters for paths of files and folders; the tests below try each of them.
    private static readonly string[] Parameters =
    [
        "BackupPath", "BaselinePath", "DestinationPath", "DifferencePath", "EnvironmentPath", "IndexPath", "LiteralPath", "ModelPath",
        "Path", "ReferencePath", "ReportPath", "RulesPath", "RunFile", "RunPath", "SavePath",
    ];

    private protected override void Arrange()
    {
        string plain = Path.Combine(Folder.FullName, "plain.txt");
        File.WriteAllText(plain, "x");
        Shell.Set("id", PlugsOrders);
        Shell.Set("plain", plain);
        Shell.Set("missing", Path.Combine(Folder.FullName, "missing.json"));
        Shell.Set("models", Path.Combine(Folder.FullName, "models"));
        Shell.Set("empty", Folder.CreateSubdirectory("empty").FullName);
        Shell.Set("environments", Path.Combine(Folder.FullName, "sigma.environments.json"));
        File.WriteAllText(
            Path.Combine(Folder.FullName, "sigma.environments.json"),
            $$"""{ "environments": { "prod": { "organization": "{{Organization.Id}}", "folder": "Retail/Models" } } }""");
        Run("$null = Get-SigmaDataModelSpec $id | Export-SigmaDataModelSpec -DestinationPath $models").MustSucceed();
    }

    [Theory]
    [InlineData("Import-SigmaDataModelSpec -Path $missing")]
    [InlineData("Import-SigmaDataModelSpec -LiteralPath $missing")]
    [InlineData("Test-SigmaDataModelSpec -LiteralPath $missing")]
    [InlineData("Set-SigmaDataModelSpec -LiteralPath $missing")]
    [InlineData("New-SigmaDataModel -LiteralPath $missing")]
    [InlineData("Restore-SigmaDataModelSpec -LiteralPath $missing")]
    [InlineData("ConvertTo-SigmaDiagram -LiteralPath $missing")]
    [InlineData("Show-SigmaDataModel -LiteralPath $missing")]
    [InlineData("Find-SigmaDataModelColumn -LiteralPath $missing -Name X")]
    [InlineData("Publish-SigmaReleasePlan -LiteralPath $missing")]
    [InlineData("Get-SigmaDrift $missing prod")]
    [InlineData("New-SigmaReleasePlan $models prod -EnvironmentPath $missing")]
    [InlineData("Get-SigmaDataModelSpecIssue -Path $models -RulesPath $missing")]
    [InlineData("Get-SigmaDataModelSpecIssue -Path $models -BaselinePath $missing")]
    [InlineData("Compare-SigmaDataModelSpec -ReferencePath $missing -DifferencePath $missing")]
    [InlineData("Compare-SigmaDataModelSpec -DataModelId $id -DifferencePath $missing")]
    [InlineData("Undo-SigmaRelease -RunFile $missing")]
    public void Missing_file_is_named_once_in_the_words_of_the_module(string command)
    {
        ShellResult result = Run(command);
        Assert.Equal("SigmaFileFailed", result.ErrorId);
        Assert.Contains("does not exist", result.ErrorText, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(result.ErrorText, "missing\\.json"));
    }

    [Theory]
    [InlineData("Get-SigmaDataModelSpec $id | Export-SigmaDataModelSpec -DestinationPath $plain")]
    [InlineData("Get-SigmaDataModelSpecIssue -Path $models | Export-SigmaIssueReport -DestinationPath \"$plain/issues.sarif\"")]
    [InlineData("Get-SigmaDataModelSpecIssue -Path $models -ReportPath \"$plain/issues.sarif\"")]
    [InlineData("$s = Get-SigmaDataModelSpec $id; $s.pages[0].name = 'x'; $s | Set-SigmaDataModelSpec -BackupPath $plain")]
    [InlineData("New-SigmaReleasePlan $models prod -SavePath \"$plain/plan.json\"")]
    [InlineData("New-SigmaReleasePlan $models prod | Publish-SigmaReleasePlan -RunPath $plain -Confirm:$false")]
    [InlineData("Find-SigmaUsage $id -IndexPath $plain")]
    [InlineData("Clear-SigmaUsageCache $plain")]
    public void File_in_the_place_of_a_folder_is_named_as_a_file(string command)
    {
        ShellResult result = Run(command);
        Assert.StartsWith("SigmaFileFailed", result.Errors[0].FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(
            "plain.txt' is a file, not a folder", result.Errors[0].ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Import-SigmaDataModelSpec $empty")]
    [InlineData("Test-SigmaDataModelSpec -Path $empty")]
    [InlineData("Get-SigmaDataModelSpecIssue -Path $empty")]
    [InlineData("Find-SigmaDataModelColumn -Path $empty -Name X")]
    [InlineData("New-SigmaReleasePlan $empty prod")]
    [InlineData("Get-SigmaDrift $empty prod")]
    public void Folder_without_a_spec_is_an_error_where_a_person_named_it(string command)
    {
        ShellResult result = Run(command);
        Assert.Matches("^Sigma(FileFailed|InvalidEnvironment)$", result.ErrorId);
        Assert.Single(Regex.Matches(result.ErrorText, "empty'"));
    }

    [Theory]
    [InlineData("Import-SigmaDataModelSpec $all", 1)]
    [InlineData("Import-SigmaDataModelSpec -LiteralPath $pictures, $models 2>$null", 1)]
    [InlineData("$pictures, $models | ForEach-Object { [pscustomobject]@{ FullName = $_ } } | Import-SigmaDataModelSpec", 1)]
    [InlineData("[pscustomobject]@{ FullName = $pictures } | Import-SigmaDataModelSpec", 0)]
    [InlineData("Test-SigmaDataModelSpec -Path $all", 1)]
    [InlineData("Get-SigmaDataModelSpecIssue -Path $all | Where-Object Severity -eq Error", 0)]
    [InlineData("Find-SigmaDataModelColumn -Path $all -Name 'Nowhere*'", 0)]
    public void Folder_without_a_spec_beside_others_is_passed_over(string command, int results)
    {
        Shell.Set("all", Path.Combine(Folder.FullName, "*s"));
        Shell.Set("pictures", Folder.CreateSubdirectory("pictures").FullName);
        ShellResult result = Run(command);
        Assert.Empty(result.Errors);
        Assert.Equal(results, result.Output.Count);
    }

    [Theory]
    [InlineData("name: X\npages:\n\t- id: p\n", true)]
    [InlineData("name: X\n  pages: [\n", false)]
    [InlineData("name: 'X\n", false)]
    [InlineData("{ name: X\n", false)]
    public void Text_that_is_not_YAML_has_one_reason_and_a_place(string text, bool hasTab)
    {
        string file = Path.Combine(Folder.FullName, "bad.yaml");
        File.WriteAllText(file, text);
        Shell.Set("file", file);
        ShellResult result = Run("Import-SigmaDataModelSpec $file");
        Assert.Equal("SigmaInvalidSpec", result.ErrorId);
        Assert.Single(Regex.Matches(result.ErrorText, "not valid YAML"));
        Assert.Matches("at line \\d+, column \\d+\\.", result.ErrorText);
        Assert.Equal(hasTab, result.ErrorText.Contains("indented with a tab", StringComparison.Ordinal));
        Assert.Contains("YAML", Assert.Single(Run("Test-SigmaDataModelSpec -Path $file").Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_parameter_for_a_path_is_known_here() =>
        Assert.Equal(
            Parameters,
            Run("foreach ($command in Get-Command -Module SigmaPS) { foreach ($name in $command.Parameters.Keys) { "
                + "if ($name -match '(Path|File)$' -and $name -ne 'FolderPath') { $name } } }")
                .MustSucceed().Texts.OfType<string>().Distinct().Order(StringComparer.Ordinal));
}
