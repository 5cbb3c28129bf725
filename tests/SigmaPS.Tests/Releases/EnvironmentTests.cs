using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>The environment file, and whether it fits the organization and the folder.</summary>
public sealed class EnvironmentTests : ReleaseTest
{
    [Fact]
    public void Another_organization_s_token_is_refused_before_anything_is_read()
    {
        Shop.Environment["organization"] = "ffffffff-0000-4000-8000-000000000000";
        Shop.SaveEnvironment();
        Shop.Server.Requests.Clear();
        ShellResult refused = Shop.Plan();
        Assert.Equal("SigmaWrongOrganization", refused.ErrorId);
        Assert.Equal(0, Shop.Server.Requests.Count());

        Shop.Environment["organization"] = Shop.Server.Organization.Id;
        Shop.Environment["host"] = "aws-eu";
        Shop.SaveEnvironment();
        Assert.Equal("SigmaWrongOrganization", Shop.Plan().ErrorId);
        Assert.Equal(0, Shop.Server.Requests.Count());
    }

    [Fact]
    public void Everything_that_is_wrong_with_the_file_comes_in_one_error_with_its_lines()
    {
        File.WriteAllText(Shop.EnvironmentFile, """
            {
              "environments": {
                "prod": {
                  "organisation": "x",
                  "folder": 7,
                  "connections": [],
                  "models": "all"
                }
              }
            }
            """);
        ShellResult refused = Shop.Plan();
        Assert.Equal("SigmaInvalidEnvironment", refused.ErrorId);
        Assert.Contains(
            "line 4, column 23: environment 'prod' has the unknown key 'organisation'; did you mean 'organization'?",
            refused.ErrorText);
        Assert.Contains("line 5, column 17: 'folder' of environment 'prod' has to be a text", refused.ErrorText);
        Assert.Contains("line 6", refused.ErrorText);
        Assert.Contains("line 7", refused.ErrorText);
        Assert.Contains("lacks 'organization'", refused.ErrorText);
    }

    [Fact]
    public void Missing_or_ambiguous_names_are_reported_with_the_existing_names()
    {
        Shop.Server.Organization.AddConnection("33333333-3333-4333-8333-333333333333", "Twin", "snowflake");
        Shop.Server.Organization.AddConnection("44444444-4444-4444-8444-444444444444", "Twin", "snowflake");
        Shop.Environment["folder"] = "Retail/Prodution";
        Shop.Environment["connections"]![ReleaseTestBed.FilesConnection] = "Twin";
        Shop.Environment["publishers"] = new JsonArray("nobody@example.com");
        Shop.SaveEnvironment();
        string text = Shop.Plan().ErrorText;
        Assert.Contains("there is no folder 'Retail/Prodution'; there are", text);
        Assert.Contains("'Retail/Production'", text);
        Assert.Contains(
            "'Twin' is more than one connection: Twin (33333333-3333-4333-8333-333333333333), "
                + "Twin (44444444-4444-4444-8444-444444444444)",
            text);
        Assert.Contains("there is no member 'nobody@example.com'", text);
    }

    [Fact]
    public void Unresolved_names_of_all_files_are_reported_at_once()
    {
        Shop.Environment.Remove("connections");
        Shop.Environment["variables"] = new JsonObject();
        Shop.SaveEnvironment();
        JsonObject environments = JsonNode.Parse(File.ReadAllText(Shop.EnvironmentFile))!.AsObject();
        environments["environments"]!["test"] = JsonNode.Parse("""{ "organization": "x", "folder": "y", "variables": { "factor": "1" } }""");
        File.WriteAllText(Shop.EnvironmentFile, environments.ToJsonString());
        JsonObject model = JsonNode.Parse(File.ReadAllText(Shop.FileOf(2)))!.AsObject();
        model["pages"]![0]!["elements"]![1]!["source"]!["dataModelId"] = ReleaseTestBed.SourceId(77);
        Shop.Save(2, model);
        ShellResult refused = Shop.Plan();
        Assert.Equal("SigmaInvalidEnvironment", refused.ErrorId);
        Assert.Contains($"model-01.json: connection {ReleaseTestBed.FilesConnection} is not in this organization", refused.ErrorText);
        Assert.Contains("model-01.json: the variable ${factor} has no value in environment 'prod'", refused.ErrorText);
        Assert.Contains(
            $"model-02.json: it depends on data model {ReleaseTestBed.SourceId(77)}, "
                + "which is neither in the folder nor in this organization",
            refused.ErrorText);
    }

    [Theory]
    [InlineData("retail/production", "Retail/Production")]
    [InlineData("Retail\\Production/", "Retail/Production")]
    [InlineData(null, "Retail/Production")]
    [InlineData("Finance", "Finance")]
    public void Folder_is_found_by_every_text_that_a_parameter_takes(string? folder, string path)
    {
        // Without a text here, it is the short ID of the folder's address. Finance is a workspace.
        Shop.Environment["folder"] = folder ?? Shop.Server.Organization.Folders.Single(known => known.Name == "Production").UrlId;
        Shop.SaveEnvironment();
        Shop.Write(1);
        Shop.Publish().MustSucceed();
        Assert.Equal(path, Shop.Shell.Run("(Get-SigmaDataModel -Name 'Model 01').Path").MustSucceed().Texts.Single());
        Assert.Equal(0, Shop.Plan().MustSucceed().Property("ExitCode"));
    }

    [Fact]
    public void File_without_valid_JSON_is_reported_with_the_position()
    {
        File.WriteAllText(Shop.EnvironmentFile, "{\n  \"environments\": {\n    \"prod\": nothing\n");
        ShellResult refused = Shop.Plan();
        Assert.Equal("SigmaInvalidEnvironment", refused.ErrorId);
        Assert.Contains("at line 3, column 13", refused.ErrorText);
    }

    [Fact]
    public void Models_that_depend_on_each_other_in_a_cycle_are_named()
    {
        Shop.Write(1, 2);
        ShellResult refused = Shop.Plan();
        Assert.Equal("SigmaInvalidSpec", refused.ErrorId);
        Assert.Contains("\"Model 01\" → \"Model 02\" → \"Model 01\"", refused.ErrorText);
    }
}
