using System.IO;
using System.Text.Json.Nodes;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>The maps of an environment for people and models, and what they leave out.</summary>
public sealed class EnvironmentMapTests : ReleaseTest
{
    [Fact]
    public void People_of_column_securities_and_models_outside_the_folder_are_mapped()
    {
        SandboxMember carl = Shop.Server.Organization.Colleague;
        string outside = Shop.Server.Organization.AddModel(Outside(), "Outside", "Finance");
        Shop.Environment["users"] = new JsonObject { ["dev-user"] = carl.Email };
        Shop.Environment["teams"] = new JsonObject { ["dev-team"] = "prod-team" };
        Shop.Environment["userAttributes"] = new JsonObject { ["dev-attribute"] = "prod-attribute" };
        Shop.Environment["dataModels"] = new JsonObject { [ReleaseTestBed.SourceId(77)] = "Outside" };
        Shop.SaveEnvironment();
        JsonObject model = Shop.Write(3);
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
        Shop.Save(3, model);
        Shop.Publish().MustSucceed();
        JsonNode live = JsonNode.Parse(Shop.LiveModel(3).SpecJson)!["pages"]![0]!["elements"]!;
        JsonNode assignments = live[0]!["columnSecurities"]![0]!["criteria"]!["assignments"]!;
        Assert.Equal(carl.Id, assignments[0]!["userId"]!.GetValue<string>());
        Assert.Equal("prod-team", assignments[1]!["teamId"]!.GetValue<string>());
        Assert.Equal(
            "prod-attribute",
            live[0]!["columnSecurities"]![1]!["criteria"]!["assignments"]![0]!["userAttributeId"]!.GetValue<string>());
        Assert.Equal(outside, live[1]!["source"]!["dataModelId"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("Finance/Outside")]
    [InlineData(null)]
    public void Model_outside_the_folder_is_found_by_its_path_and_by_its_ID_where_two_have_its_name(string? entry)
    {
        string outside = Shop.Server.Organization.AddModel(Outside(), "Outside", "Finance");
        string namesake = Shop.Server.Organization.AddModel(Outside(), "Outside", "Retail/Models");
        Read("Outside");
        ShellResult refused = Shop.Plan();
        Assert.Equal("SigmaInvalidEnvironment", refused.ErrorId);
        Assert.Contains($"Retail/Models/Outside ({namesake})", refused.ErrorText);
        Assert.Contains($"Finance/Outside ({outside})", refused.ErrorText);

        // Without a text here, it is the ID.
        Read(entry ?? outside);
        Shop.Publish().MustSucceed();
        JsonNode live = JsonNode.Parse(Shop.LiveModel(2).SpecJson)!["pages"]![0]!["elements"]![1]!;
        Assert.Equal(outside, live["source"]!["dataModelId"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("Finance/Other")]
    [InlineData("Retail/Outside")]
    [InlineData("Outside ")]
    public void Model_outside_the_folder_that_an_entry_does_not_name_is_missing(string entry)
    {
        Shop.Server.Organization.AddModel(Outside(), "Outside", "Finance");
        Read(entry);
        ShellResult refused = Shop.Plan();
        Assert.Equal("SigmaInvalidEnvironment", refused.ErrorId);
        Assert.Contains($"there is no data model '{entry}'; there are 'Outside'", refused.ErrorText);
    }

    [Fact]
    public void People_and_elements_without_a_target_refuse_the_release()
    {
        Shop.Environment["users"] = new JsonObject { ["somebody-else"] = Shop.Server.Organization.Colleague.Id };
        Shop.SaveEnvironment();
        JsonObject model = JsonNode.Parse(File.ReadAllText(Shop.FileOf(2)))!.AsObject();
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
        Shop.Save(2, model);
        string text = Shop.Plan().ErrorText;
        Assert.Contains("model-02.json: a column security names the member dev-user, which 'users' does not map", text);
        Assert.Contains("model-02.json: it depends on element 'gone1' of \"Model 01\", which has no such element", text);
    }

    [Fact]
    public void Control_that_takes_a_column_which_the_other_model_lacks_is_named()
    {
        JsonObject model = Shop.Write(2, 1);
        model["pages"]![0]!["elements"]!.AsArray().Add(JsonNode.Parse($$"""
            { "id": "ctl", "kind": "control", "controlId": "pick", "controlType": "list", "selectionMode": "single", "source": { "kind": "source", "columnId": "gone", "source": { "kind": "data-model", "dataModelId": "{{ReleaseTestBed.SourceId(1)}}", "elementId": "orders1" } } }
            """));
        Shop.Save(2, model);
        Assert.Contains(
            "a control takes column 'gone' of element 'orders1' of \"Model 01\", which has no such column",
            Shop.Plan().ErrorText);
    }

    // Model 02 reads a model that the environment maps to this entry.
    private void Read(string entry)
    {
        Shop.Environment["dataModels"] = new JsonObject { [ReleaseTestBed.SourceId(77)] = entry };
        Shop.SaveEnvironment();
        JsonObject model = Shop.Write(2, 1);
        JsonNode element = model["pages"]![0]!["elements"]![1]!;
        element["source"]!["dataModelId"] = ReleaseTestBed.SourceId(77);
        element["source"]!["elementId"] = "outer1";
        element["columns"]![0]!["formula"] = "[Outer/Order Id]";
        Shop.Save(2, model);
    }

    private static string Outside() => """
        { "name": "Outside", "schemaVersion": 1, "pages": [ { "id": "p", "name": "Page 1", "elements": [ { "id": "outer1", "kind": "table", "source": { "connectionId": "22222222-2222-4222-8222-222222222222", "kind": "warehouse-table", "path": ["PROD", "SALES", "ORDERS"] }, "columns": [ { "id": "c", "formula": "[ORDERS/Order Id]" } ], "name": "Outer", "order": ["c"] } ] } ] }
        """;
}
