using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using Xunit;

namespace SigmaPS.Tests.Sandbox;

public sealed class ReadingBehaviours
{
    [Fact]
    [CoversBehavior("models-list")]
    [CoversBehavior("models-exclude-tags")]
    [CoversBehavior("models-one")]
    [CoversBehavior("models-url")]
    public async Task Models_are_listed_with_the_fields_of_the_sheet()
    {
        await using Caller caller = await Caller.StartAsync();
        JsonObject entry = (await caller.GetAsync("v2/dataModels?limit=1000")).Entries.Single(e =>
            (string)e["dataModelId"]! == Caller.PlugsOrders);
        Assert.Equal(
            [
                "dataModelId",
                "dataModelUrlId",
                "name",
                "url",
                "path",
                "latestVersion",
                "ownerId",
                "createdBy",
                "updatedBy",
                "createdAt",
                "updatedAt",
                "tags",
            ],
            entry.Select(p => p.Key));
        Assert.Equal(
            ("Plugs Orders", "My Documents/Examples", 2),
            ((string)entry["name"]!, (string)entry["path"]!, (int)entry["latestVersion"]!));
        Assert.Equal("https://app.sigmacomputing.com/org-name/data-model/Plugs-Orders-2901pYHmWLoCy81SHAH0o3", (string)entry["url"]!);
        Assert.Equal(entry.ToJsonString(), (await caller.GetAsync("v2/dataModels/" + Caller.PlugsOrders)).Json.ToJsonString());
        Assert.All((await caller.GetAsync("v2/dataModels?excludeTags=true")).Entries, e => Assert.False(e.ContainsKey("tags")));
    }

    [Fact]
    [CoversBehavior("models-skip-permission-check")]
    public async Task Admins_can_list_what_they_have_no_access_to()
    {
        await using Caller caller = await Caller.StartAsync();
        caller.Organization.GetModel(Caller.PlugsOrders).Permission = "none";
        Assert.DoesNotContain((await caller.GetAsync("v2/dataModels")).Entries, e => (string)e["dataModelId"]! == Caller.PlugsOrders);
        Assert.Contains((await caller.GetAsync("v2/dataModels?skipPermissionCheck=true")).Entries, e =>
            (string)e["dataModelId"]! == Caller.PlugsOrders);
    }

    [Fact]
    [CoversBehavior("models-archived")]
    public async Task Archived_model_is_named_as_archived()
    {
        await using Caller caller = await Caller.StartAsync();
        Assert.True(
            (bool)(await caller.GetAsync("v2/dataModels")).Entries.Single(e => (string)e["name"]! == "Retired Model")["isArchived"]!);
    }

    [Fact]
    [CoversBehavior("spec-envelope")]
    [CoversBehavior("spec-old-layout")]
    public async Task Plugs_Orders_comes_in_the_layout_of_the_document()
    {
        await using Caller caller = await Caller.StartAsync();
        JsonObject spec = await caller.SpecAsync(Caller.PlugsOrders);
        Assert.Equal(
            [
                "dataModelId",
                "name",
                "url",
                "documentVersion",
                "latestDocumentVersion",
                "schemaVersion",
                "ownerId",
                "folderId",
                "createdBy",
                "updatedBy",
                "createdAt",
                "updatedAt",
                "pages",
            ],
            spec.Select(p => p.Key));
        Assert.Equal(["id", "name", "kind", "source", "columns"], spec.Element().Select(p => p.Key));
        Assert.Equal(["id", "name", "formula"], spec.Column(0).Select(p => p.Key));
        Assert.Equal(22, spec.Element()["columns"]!.AsArray().Count);
    }

    [Fact]
    [CoversBehavior("spec-current-layout")]
    public async Task Newer_models_come_in_the_newer_layout()
    {
        await using Caller caller = await Caller.StartAsync();
        JsonObject spec = await caller.SpecAsync(caller.Organization.GetModelByName("Orders Joined").Id);
        Assert.Equal(["updatedAt", "schemaVersion", "pages", "kind"], spec.Select(p => p.Key).TakeLast(4));
        Assert.Equal(["id", "kind", "source", "columns", "name", "order"], spec.Element().Select(p => p.Key));
    }

    [Fact]
    [CoversBehavior("spec-version")]
    public async Task Older_version_can_be_asked_for()
    {
        await using Caller caller = await Caller.StartAsync();
        caller.Organization.EditAsColleague(Caller.PlugsOrders, spec => spec.Element()["name"] = "Edited");
        string path = $"v2/dataModels/{Caller.PlugsOrders}/spec?documentVersion=";
        JsonNode old = (await caller.GetAsync(path + "2")).Json;
        JsonNode live = (await caller.GetAsync(path + "3")).Json;
        Assert.Equal((2, 3), ((int)old["documentVersion"]!, (int)old["latestDocumentVersion"]!));
        Assert.Equal(("PLUGS_ELECTRONICS_HANDS_ON_LAB_DATA", "Edited"), ((string)old.Element()["name"]!, (string)live.Element()["name"]!));
        Assert.Equal(caller.Organization.Colleague.Id, (string)live["updatedBy"]!);
        Assert.Equal(404, (await caller.GetAsync(path + "4")).Status);
    }

    [Fact]
    [CoversBehavior("spec-exact")]
    public async Task Numbers_and_unknown_keys_stay()
    {
        await using Caller caller = await Caller.StartAsync();
        SandboxModel model = caller.Organization.Models.Single(m => m.Name.Contains("odd", StringComparison.Ordinal));
        Reply reply = await caller.GetAsync($"v2/dataModels/{model.Id}/spec");
        Assert.Equal(model.SpecJson, reply.Text);
        foreach (
            string part in new[]
            {
                "1.10",
                "1E+2",
                "12345678901234567890.123456789",
                "9223372036854775807",
                "\"futureOfRoot\"",
                "\"\":\"empty key\"",
                "\"psobject\":1",
            })
        {
            Assert.Contains(part, reply.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    [CoversBehavior("spec-yaml-asked")]
    [CoversBehavior("spec-yaml-without-accept")]
    public async Task YAML_comes_when_asked_for_and_when_nothing_is()
    {
        await using Caller caller = await Caller.StartAsync();
        string path = $"v2/dataModels/{Caller.PlugsOrders}/spec";
        foreach (
            (string query, string? accept) in new[]
            {
                ("?format=yaml", "application/json"),
                ("", "application/yaml"),
                ("", null),
                ("", "*/*"),
            })
        {
            Reply yaml = await caller.GetAsync(path + query, accept);
            Assert.Equal("application/yaml", yaml.ContentType);
            Assert.StartsWith("dataModelId: \"467bc369", yaml.Text, StringComparison.Ordinal);
        }

        Assert.Equal("application/json", (await caller.GetAsync(path)).ContentType);
        Assert.Equal(
            "application/yaml",
            (await caller.SendAsync("PUT", path, (await caller.GetAsync(path)).Text, accept: null)).ContentType);
        Assert.Equal("application/json", (await caller.GetAsync("v2/whoami", null)).ContentType);
        caller.Server.Options.AnswersYamlWithoutAccept = false;
        Assert.Equal("application/json", (await caller.GetAsync(path, null)).ContentType);
    }
}
