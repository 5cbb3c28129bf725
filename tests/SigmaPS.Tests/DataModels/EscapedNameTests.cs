using System.IO;
using System.Text.Json.Nodes;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.DataModels;

/// <summary>Names with brackets: as they are, and as [WildcardPattern]::Escape writes them.</summary>
public sealed class EscapedNameTests : SandboxTest
{
    private protected override void Arrange()
    {
        JsonObject spec = JsonNode.Parse(Organization.GetModelByName("Plugs Orders").SpecJson)!.AsObject();
        spec.Remove("dataModelId");
        spec["pages"]![0]!["elements"]![0]!["columns"]![0]!["name"] = "Price [net] *";
        Organization.AddModel(spec, "Sales [EU] ?", "Folder [x]");
    }

    [Theory]
    [InlineData("Get-SigmaDataModel -Name $name", "Sales [EU] ?")]
    [InlineData("Get-SigmaDataModel -FolderPath $name", "Folder [x]")]
    [InlineData("Get-SigmaFile -Name $name", "Sales [EU] ?")]
    [InlineData("Find-SigmaDataModelColumn -Name $name", "Price [net] *")]
    [InlineData("Get-SigmaDataModel -Name 'Sales*' | Get-SigmaDataModelSpec | Get-SigmaSpecColumn -Name $name", "Price [net] *")]
    public void Name_is_found_as_it_is_and_escaped(string command, string name)
    {
        Shell.Set("text", name);
        Assert.Single(Run("$name = $text; " + command).MustSucceed().Output);
        Assert.Single(Run("$name = [WildcardPattern]::Escape($text); " + command).MustSucceed().Output);
        Assert.Single(
            Run("$name = ($e = [WildcardPattern]::Escape($text)).Substring(0, $e.Length - 2) + '*'; " + command).MustSucceed().Output
        );
    }

    // Each row edits or finds the element or column by its escaped name; the spec is read anew for each.
    [Theory]
    [InlineData("Get-SigmaSpecColumn -Element $element -Name $column")]
    [InlineData("Select-SigmaSpecColumn -Element $element -Name $column, 'Date'")]
    [InlineData("Remove-SigmaSpecColumn -Element $element -Name $column")]
    [InlineData("Rename-SigmaSpecColumn -Element $element -Name $column -NewName 'Z'")]
    [InlineData("Add-SigmaSpecColumn -Element $element -Name 'Q' -Formula '1'")]
    [InlineData("Add-SigmaSpecMetric -Element $element -Name 'Q' -Formula 'Sum([Quantity])'")]
    [InlineData("Get-SigmaSpecElement -Name $element")]
    [InlineData("Rename-SigmaSpecElement -Element $element -NewName 'Y'")]
    [InlineData("Remove-SigmaSpecElement -Element $element")]
    [InlineData("Set-SigmaSpecSource -Element $element -PathMap @{ 'NO.SUCH' = 'OTHER.PLACE' }")]
    public void Element_and_column_are_found_escaped(string command)
    {
        foreach (
            string names in new[]
            {
                "$element = 'Orders [EU]'; $column = 'Price [net] *'",
                "$element = [WildcardPattern]::Escape('Orders [EU]'); $column = [WildcardPattern]::Escape('Price [net] *')",
            })
        {
            ShellResult result = Run(
                $"{names}; $s = Get-SigmaDataModel -Name ([WildcardPattern]::Escape('Sales [EU] ?')) | Get-SigmaDataModelSpec; "
                    + $"$s.pages[0].elements[0].name = 'Orders [EU]'; $s | {command}"
            );
            Assert.DoesNotContain(result.Errors, error =>
                error.FullyQualifiedErrorId.StartsWith("SigmaSpecItemNotFound", System.StringComparison.Ordinal));
            Assert.True(result.Output.Count == 1 || command.StartsWith("Set-", System.StringComparison.Ordinal), command);
        }
    }

    [Fact]
    public void Usage_of_a_model_is_found_by_its_escaped_name() =>
        Run(
            "Find-SigmaUsage -DataModel ([WildcardPattern]::Escape('Sales [EU] ?')) -IndexPath ([IO.Path]::GetTempPath() + "
                + "[guid]::NewGuid())"
        ).MustSucceed();

    [Theory]
    [InlineData("Import-SigmaDataModelSpec -Path $path")]
    [InlineData("Get-SigmaDataModelSpecIssue -Path $path")]
    [InlineData("Publish-SigmaReleasePlan -Path $path -Confirm:$false")]
    public void Error_for_a_path_with_brackets_names_LiteralPath(string command)
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("sigmaps-").FullName, "Sales [EU].json");
        Shell.Set("path", file);
        ShellResult result = Run(command);
        Assert.Contains(result.Errors, error => error.FullyQualifiedErrorId.StartsWith("SigmaFileFailed", System.StringComparison.Ordinal)
            && error.ToString().Contains("-LiteralPath", System.StringComparison.Ordinal));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }
}
