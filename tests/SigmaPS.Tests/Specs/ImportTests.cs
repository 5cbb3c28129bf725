using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Specs;

public sealed class ImportTests : SandboxTest
{
    private protected override void Arrange() => Shell.Set("folder", Folder.FullName);

    [Theory]
    [InlineData("Json", "")]
    [InlineData("Json", "-ContentOnly")]
    [InlineData("Yaml", "")]
    [InlineData("Yaml", "-ContentOnly")]
    [CoversParameter("Import-SigmaDataModelSpec", "Path")]
    public void Exported_and_imported_there_is_no_difference_for_any_model(string format, string extra)
    {
        Run($"Get-SigmaDataModel | Export-SigmaDataModelSpec $folder -Format {format} {extra}").MustSucceed();
        ShellResult back = Run("Import-SigmaDataModelSpec $folder | Set-SigmaDataModelSpec -PassThru").MustSucceed();
        Assert.Equal(Organization.Models.Count(m => !m.IsArchived), back.Output.Count);
        Assert.All(back.Output, result =>
            Assert.Equal("Unchanged", System.Management.Automation.PSObject.AsPSObject(result!).Properties["Status"].Value.ToString()));
        Assert.Equal(0, Requests.Count("PUT"));
    }

    [Fact]
    public void Edited_import_has_the_exported_version_as_base()
    {
        Run(
            "Get-SigmaDataModel -Name 'Plugs Orders' | Export-SigmaDataModelSpec $folder -ContentOnly; $s = Import-SigmaDataModelSpec "
                + "$folder; $s.pages[0].name = 'Mine'; $s | Set-SigmaDataModelSpec"
        ).MustSucceed();
        SandboxModel live = Organization.GetModelByName("Plugs Orders");
        Assert.Equal(3, live.LatestVersion);
        Organization.EditAsColleague(live.Id, spec => spec["pages"]![0]!["name"] = "Theirs");
        Assert.Equal("SigmaSpecConflict", Run("$s.pages[0].name = 'Mine again'; $s | Set-SigmaDataModelSpec").ErrorId);
    }

    [Fact]
    [CoversParameter("Import-SigmaDataModelSpec", "LiteralPath")]
    public void Files_of_old_editors_and_odd_names_are_read()
    {
        string text = Organization.GetModelByName("Plugs Orders").SpecJson;
        File.WriteAllText(Path.Combine(Folder.FullName, "a [1].json"), text, new UTF8Encoding(true));
        File.WriteAllText(Path.Combine(Folder.FullName, "b.json"), text, new UnicodeEncoding(false, true));
        File.WriteAllText(Path.Combine(Folder.FullName, "c.JSON"), text.Replace("\n", "\r\n"));
        Assert.Equal(3, Run("Import-SigmaDataModelSpec -Path $folder").MustSucceed().Output.Count);
        Assert.Equal(
            "Plugs Orders",
            Run("Import-SigmaDataModelSpec -LiteralPath \"$folder/a [1].json\"").MustSucceed().Property("name"));
    }

    [Fact]
    public void Bad_file_is_named_with_its_line_and_the_others_still_come()
    {
        string text = Organization.GetModelByName("Plugs Orders").SpecJson;
        File.WriteAllText(Path.Combine(Folder.FullName, "a.json"), "{\n  \"pages\": oops\n}");
        File.WriteAllText(Path.Combine(Folder.FullName, "b.yaml"), "name: x\npages: [\n");
        File.WriteAllText(Path.Combine(Folder.FullName, "c.yaml"), "name: x\n");
        File.WriteAllText(Path.Combine(Folder.FullName, "d.json"), text);
        ShellResult result = Run("Import-SigmaDataModelSpec $folder");
        Assert.Single(result.Output);
        Assert.Equal(3, result.Errors.Count);
        Assert.Contains("a.json' is not valid JSON", result.Errors[0].ErrorDetails.Message);
        Assert.Contains("line 2, column 12", result.Errors[0].ErrorDetails.Message);
        Assert.Contains("b.yaml' is not valid YAML", result.Errors[1].ErrorDetails.Message);
        Assert.Contains("line", result.Errors[1].ErrorDetails.Message);
        Assert.Contains("'pages' is missing", result.Errors[2].ErrorDetails.Message);
    }

    [Fact]
    public void Response_in_YAML_is_read_too()
    {
        Server.Faults.Arm(new Fault { PathContains = "/spec", AnswerYaml = true });
        string id = Organization.GetModelByName("Plugs Orders").Id;
        Shell.Set("id", id);
        Assert.Equal("Plugs Orders", Run("Get-SigmaDataModelSpec $id").MustSucceed().Property("name"));
        Server.Faults.Arm(new Fault { PathContains = "/spec", AnswerYaml = true });
        JsonNode json = JsonNode.Parse(Assert.Single(Run("Get-SigmaDataModelSpec $id -AsJson").MustSucceed().Texts)!)!;
        Assert.Equal(JsonNode.Parse(Organization.GetModel(id).SpecJson)!.ToJsonString(), json.ToJsonString());
    }

    [Fact]
    public void Missing_path_does_not_keep_the_good_ones_away()
    {
        File.WriteAllText(Path.Combine(Folder.FullName, "a.json"), Organization.GetModelByName("Plugs Orders").SpecJson);
        ShellResult result = Run("Import-SigmaDataModelSpec -Path \"$folder/no.json\", 'Z:/x.json', \"$folder/a.json\"");
        Assert.Single(result.Output);
        Assert.All(result.Errors, e => Assert.StartsWith("SigmaFileFailed", e.FullyQualifiedErrorId));
        Assert.Equal(2, result.Errors.Count);
    }

    [Theory]
    [InlineData("-Path")]
    [InlineData("-LiteralPath")]
    public void No_path_of_any_kind_keeps_the_good_ones_away(string parameter)
    {
        File.WriteAllText(Path.Combine(Folder.FullName, "a.json"), Organization.GetModelByName("Plugs Orders").SpecJson);
        ShellResult result = Run(
            $"Import-SigmaDataModelSpec {parameter} 'nope:/x', 'nope::x', 'Env:PATH', \"$folder/[a\", '~nobody/x', \"$folder/a.json\"");
        Assert.All(result.Errors, e =>
            Assert.True(
                e.FullyQualifiedErrorId.StartsWith("SigmaFileFailed", System.StringComparison.Ordinal),
                e.FullyQualifiedErrorId + e.Exception));
        Assert.Single(result.Output);
        Assert.Equal(5, result.Errors.Count);
    }

    [Fact]
    public void Match_that_cannot_be_opened_does_not_keep_the_other_matches_away()
    {
        File.CreateSymbolicLink(Path.Combine(Folder.FullName, "a.json"), Path.Combine(Folder.FullName, "gone"));
        File.WriteAllText(Path.Combine(Folder.FullName, "b.json"), Organization.GetModelByName("Plugs Orders").SpecJson);
        ShellResult result = Run("Import-SigmaDataModelSpec \"$folder/*\"");
        Assert.Equal("SigmaFileFailed", result.ErrorId);
        Assert.Single(result.Output);
    }

    [Fact]
    public void Import_of_content_only_files_can_be_exported_again()
    {
        Run("Get-SigmaDataModel -Name 'Plugs Orders' | Export-SigmaDataModelSpec $folder -ContentOnly").MustSucceed();
        ShellResult again = Run("Import-SigmaDataModelSpec $folder | Export-SigmaDataModelSpec $folder -ContentOnly -PassThru")
            .MustSucceed();
        Assert.Equal("Unchanged", again.Property("Status")!.ToString());
        Assert.Equal(2L, again.Property("Version"));
    }

    [Fact]
    public void Missing_input_is_an_error() => Assert.Equal("SigmaInvalidArgument", Run("Import-SigmaDataModelSpec").ErrorId);
}
