using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>The environment file, and whether it fits the organisation and the folder.</summary>
public sealed class EnvironmentTests : IAsyncLifetime
{
    private ReleaseTestBed _shop = null!;

    public async Task InitializeAsync()
    {
        _shop = await ReleaseTestBed.OpenAsync();
        _shop.Write(1);
        _shop.Write(2, 1);
    }

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public void Another_organisation_s_token_is_refused_before_anything_is_read()
    {
        _shop.Environment["organization"] = "ffffffff-0000-4000-8000-000000000000";
        _shop.SaveEnvironment();
        _shop.Server.Requests.Clear();
        ShellResult refused = _shop.Plan();
        Assert.Equal("SigmaWrongOrganization", refused.ErrorId);
        Assert.Equal(0, _shop.Server.Requests.Count());

        _shop.Environment["organization"] = _shop.Server.Organization.Id;
        _shop.Environment["host"] = "aws-eu";
        _shop.SaveEnvironment();
        Assert.Equal("SigmaWrongOrganization", _shop.Plan().ErrorId);
        Assert.Equal(0, _shop.Server.Requests.Count());
    }

    [Fact]
    public void Everything_that_is_wrong_with_the_file_comes_in_one_error_with_its_lines()
    {
        File.WriteAllText(_shop.EnvironmentFile, """
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
        ShellResult refused = _shop.Plan();
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
    public void Names_that_are_missing_or_mean_several_things_are_told_with_what_there_is()
    {
        _shop.Server.Organization.AddConnection("33333333-3333-4333-8333-333333333333", "Twin", "snowflake");
        _shop.Server.Organization.AddConnection("44444444-4444-4444-8444-444444444444", "Twin", "snowflake");
        _shop.Environment["folder"] = "Retail/Prodution";
        _shop.Environment["connections"]![ReleaseTestBed.FilesConnection] = "Twin";
        _shop.Environment["publishers"] = new JsonArray("nobody@example.com");
        _shop.SaveEnvironment();
        string text = _shop.Plan().ErrorText;
        Assert.Contains("there is no folder 'Retail/Prodution'; there are", text);
        Assert.Contains("'Retail/Production'", text);
        Assert.Contains(
            "'Twin' is more than one connection: Twin (33333333-3333-4333-8333-333333333333), "
                + "Twin (44444444-4444-4444-8444-444444444444)",
            text);
        Assert.Contains("there is no member 'nobody@example.com'", text);
    }

    [Fact]
    public void What_the_files_name_and_nothing_answers_to_is_told_for_all_files_at_once()
    {
        _shop.Environment.Remove("connections");
        _shop.Environment["variables"] = new JsonObject();
        _shop.SaveEnvironment();
        JsonObject environments = JsonNode.Parse(File.ReadAllText(_shop.EnvironmentFile))!.AsObject();
        environments["environments"]!["test"] = JsonNode.Parse("""{ "organization": "x", "folder": "y", "variables": { "factor": "1" } }""");
        File.WriteAllText(_shop.EnvironmentFile, environments.ToJsonString());
        JsonObject model = JsonNode.Parse(File.ReadAllText(_shop.FileOf(2)))!.AsObject();
        model["pages"]![0]!["elements"]![1]!["source"]!["dataModelId"] = ReleaseTestBed.SourceId(77);
        _shop.Save(2, model);
        ShellResult refused = _shop.Plan();
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
        _shop.Environment["folder"] = folder ?? _shop.Server.Organization.Folders.Single(known => known.Name == "Production").UrlId;
        _shop.SaveEnvironment();
        _shop.Write(1);
        _shop.Publish().MustSucceed();
        Assert.Equal(path, _shop.Shell.Run("(Get-SigmaDataModel -Name 'Model 01').Path").MustSucceed().Texts.Single());
        Assert.Equal(0, _shop.Plan().MustSucceed().Property("ExitCode"));
    }

    [Fact]
    public void People_of_column_securities_and_models_outside_the_folder_are_mapped()
    {
        SandboxMember carl = _shop.Server.Organization.Colleague;
        string outside = _shop.Server.Organization.AddModel(Outside(), "Outside", "Finance");
        _shop.Environment["users"] = new JsonObject { ["dev-user"] = carl.Email };
        _shop.Environment["teams"] = new JsonObject { ["dev-team"] = "prod-team" };
        _shop.Environment["userAttributes"] = new JsonObject { ["dev-attribute"] = "prod-attribute" };
        _shop.Environment["dataModels"] = new JsonObject { [ReleaseTestBed.SourceId(77)] = "Outside" };
        _shop.SaveEnvironment();
        JsonObject model = _shop.Write(3);
        JsonObject table = model["pages"]![0]!["elements"]![0]!.AsObject();
        table["columnSecurities"] = new JsonArray(new JsonObject
        {
            ["id"] = "cls1",
            ["restrictedColumns"] = new JsonArray("net1"),
            ["criteria"] = new JsonObject
            {
                ["kind"] = "specific-users-and-teams",
                ["assignments"] = new JsonArray(
                    new JsonObject { ["type"] = "user", ["userId"] = "dev-user" },
                    new JsonObject { ["type"] = "team", ["teamId"] = "dev-team" }
                ),
            },
        }, new JsonObject
        {
            ["id"] = "cls2",
            ["restrictedColumns"] = new JsonArray("twice1"),
            ["criteria"] = new JsonObject
            {
                ["kind"] = "user-attribute",
                ["assignments"] = new JsonArray(new JsonObject { ["userAttributeId"] = "dev-attribute", ["value"] = "x" }),
            },
        });
        model["pages"]![0]!["elements"]!.AsArray().Add(new JsonObject
        {
            ["id"] = "out1",
            ["kind"] = "table",
            ["source"] = new JsonObject
            {
                ["dataModelId"] = ReleaseTestBed.SourceId(77),
                ["elementId"] = "outer1",
                ["kind"] = "data-model",
            },
            ["columns"] = new JsonArray(new JsonObject { ["id"] = "o1", ["formula"] = "[Outer/Order Id]" }),
            ["name"] = "From outside",
            ["order"] = new JsonArray("o1"),
        });
        _shop.Save(3, model);
        _shop.Publish().MustSucceed();
        JsonNode live = JsonNode.Parse(_shop.LiveModel(3).SpecJson)!["pages"]![0]!["elements"]!;
        JsonNode assignments = live[0]!["columnSecurities"]![0]!["criteria"]!["assignments"]!;
        Assert.Equal(carl.Id, assignments[0]!["userId"]!.GetValue<string>());
        Assert.Equal("prod-team", assignments[1]!["teamId"]!.GetValue<string>());
        Assert.Equal(
            "prod-attribute",
            live[0]!["columnSecurities"]![1]!["criteria"]!["assignments"]![0]!["userAttributeId"]!.GetValue<string>());
        Assert.Equal(outside, live[1]!["source"]!["dataModelId"]!.GetValue<string>());
    }

    [Fact]
    public void People_that_a_map_leaves_out_and_elements_that_are_not_there_stand_against_the_release()
    {
        _shop.Environment["users"] = new JsonObject { ["somebody-else"] = _shop.Server.Organization.Colleague.Id };
        _shop.SaveEnvironment();
        JsonObject model = JsonNode.Parse(File.ReadAllText(_shop.FileOf(2)))!.AsObject();
        model["pages"]![0]!["elements"]![1]!["source"]!["elementId"] = "gone1";
        model["pages"]![0]!["elements"]![0]!["columnSecurities"] = new JsonArray(new JsonObject
        {
            ["id"] = "cls1",
            ["restrictedColumns"] = new JsonArray("net1"),
            ["criteria"] = new JsonObject
            {
                ["kind"] = "specific-users-and-teams",
                ["assignments"] = new JsonArray(new JsonObject { ["type"] = "user", ["userId"] = "dev-user" }),
            },
        });
        _shop.Save(2, model);
        string text = _shop.Plan().ErrorText;
        Assert.Contains("model-02.json: a column security names the member dev-user, which 'users' does not map", text);
        Assert.Contains("model-02.json: it depends on element 'gone1' of \"Model 01\", which has no such element", text);
    }

    [Fact]
    public void A_file_that_is_no_JSON_is_told_with_the_place()
    {
        File.WriteAllText(_shop.EnvironmentFile, "{\n  \"environments\": {\n    \"prod\": nothing\n");
        ShellResult refused = _shop.Plan();
        Assert.Equal("SigmaInvalidEnvironment", refused.ErrorId);
        Assert.Contains("at line 3, column 13", refused.ErrorText);
    }

    [Fact]
    public void A_live_model_that_no_file_speaks_of_is_drift_too()
    {
        _shop.Publish().MustSucceed();
        File.Delete(_shop.FileOf(2));
        Assert.Equal(
            ["Extra Model 02"],
            _shop.Shell.Run("Get-SigmaDrift $models prod | ForEach-Object { \"$($_.Drift) $($_.Name)\" }").MustSucceed().Texts);
    }

    [Fact]
    public void Models_that_stand_on_each_other_in_a_ring_are_named()
    {
        _shop.Write(1, 2);
        ShellResult refused = _shop.Plan();
        Assert.Equal("SigmaInvalidSpec", refused.ErrorId);
        Assert.Contains("\"Model 01\" → \"Model 02\" → \"Model 01\"", refused.ErrorText);
    }

    [Fact]
    [CoversParameter("New-SigmaReleasePlan", "Name", "LiteralPath", "EnvironmentPath")]
    public void A_part_of_the_folder_can_be_planned_and_the_environment_says_which_models_are_its_own()
    {
        Assert.Contains("it depends on \"Model 01\", which is not live and not part of this plan", _shop.Plan("-Name '*02'").ErrorText);
        Assert.Equal(["Create Model 01"], ReleaseTestBed.Actions(_shop.Plan("-Name '*01'").MustSucceed()));
        _shop.Environment["models"] = new JsonArray("Model 01");
        _shop.SaveEnvironment();
        File.Move(_shop.EnvironmentFile, Path.Combine(_shop.Root, "envs.json"));
        Assert.Equal("SigmaInvalidEnvironment", _shop.Plan().ErrorId);
        Assert.Equal(
            ["Create Model 01"],
            ReleaseTestBed.Actions(
                _shop
                    .Shell.Run("New-SigmaReleasePlan -LiteralPath $models -Environment prod -EnvironmentPath \"$root/envs.json\"")
                    .MustSucceed()));
    }

    [Fact]
    [CoversParameter("New-SigmaReleasePlan", "Session")]
    [CoversParameter("Publish-SigmaReleasePlan", "Session")]
    [CoversParameter("Get-SigmaDrift", "Session", "Path", "Environment", "LiteralPath", "Name", "EnvironmentPath")]
    public void Drift_is_what_somebody_has_done_to_the_live_models()
    {
        _shop
            .Shell.Run(
                "$session = Get-SigmaSession; New-SigmaReleasePlan $models prod -Session $session "
                    + "| Publish-SigmaReleasePlan -Session $session -Confirm:$false")
            .MustSucceed();
        Assert.Empty(_shop.Shell.Run("Get-SigmaDrift $models prod").MustSucceed().Output);
        _shop.Server.Organization.EditAsColleague(_shop.LiveModel(1).Id, spec =>
            spec["pages"]![0]!["elements"]![0]!["columns"]![2]!["formula"] = "[Net Revenue] * 99");
        _shop.Server.Organization.Archive(_shop.LiveModel(2).Id);
        File.Copy(_shop.EnvironmentFile, Path.Combine(_shop.Root, "envs.json"));
        ShellResult drift = _shop
            .Shell.Run(
                "Get-SigmaDrift -LiteralPath $models -Environment prod -Session $session "
                    + "-EnvironmentPath \"$root/envs.json\" | ForEach-Object { \"$($_.Drift) $($_.Name)\"; "
                    + "$_.Changes | ForEach-Object { $_.NewValue } }")
            .MustSucceed();
        Assert.Equal(["Changed Model 01", "[Net Revenue] * 99", "Missing Model 02"], drift.Texts);
        Assert.Single(_shop.Shell.Run("Get-SigmaDrift $models prod -Name '*02'").MustSucceed().Output);
    }

    [Fact]
    public void A_part_of_the_folder_says_nothing_of_entries_that_the_rest_may_use()
    {
        _shop.Environment["paths"]!["ELSEWHERE"] = "PROD";
        _shop.SaveEnvironment();
        Assert.Contains(_shop.Plan().MustSucceed().Warnings, warning => warning.Contains("'ELSEWHERE'", System.StringComparison.Ordinal));
        Assert.Empty(_shop.Plan("-Name '*01'").MustSucceed().Warnings);
    }

    [Fact]
    public void A_control_that_takes_a_column_which_the_other_model_lacks_is_named()
    {
        JsonObject model = _shop.Write(2, 1);
        model["pages"]![0]!["elements"]!.AsArray().Add(JsonNode.Parse($$"""
            { "id": "ctl", "kind": "control", "controlId": "pick", "controlType": "list", "selectionMode": "single", "source": { "kind": "source", "columnId": "gone", "source": { "kind": "data-model", "dataModelId": "{{ReleaseTestBed.SourceId(1)}}", "elementId": "orders1" } } }
            """));
        _shop.Save(2, model);
        Assert.Contains(
            "a control takes column 'gone' of element 'orders1' of \"Model 01\", which has no such column",
            _shop.Plan().ErrorText);
    }

    private static string Outside() => """
        { "name": "Outside", "schemaVersion": 1, "pages": [ { "id": "p", "name": "Page 1", "elements": [ { "id": "outer1", "kind": "table", "source": { "connectionId": "22222222-2222-4222-8222-222222222222", "kind": "warehouse-table", "path": ["PROD", "SALES", "ORDERS"] }, "columns": [ { "id": "c", "formula": "[ORDERS/Order Id]" } ], "name": "Outer", "order": ["c"] } ] } ] }
        """;
}
