using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace SigmaPS.Tests.Sandbox;

public sealed class FileBehaviours
{
    private const string Plugs = "v2/files/" + Caller.PlugsOrders;

    [Fact]
    [CoversBehavior("files-list")]
    [CoversBehavior("files-name")]
    public async Task Files_are_listed_by_name()
    {
        await using Caller caller = await Caller.StartAsync();
        JsonObject file = (await caller.GetAsync("v2/files?typeFilters=data-model&name=plugs")).Entries.Single();
        Assert.Equal(
            (Caller.PlugsOrders, "data-model", "My Documents/Examples"),
            ((string)file["id"]!, (string)file["type"]!, (string)file["path"]!));
        Assert.Equal(file.ToJsonString(), (await caller.GetAsync(Plugs)).Json.ToJsonString());
        Assert.DoesNotContain((await caller.GetAsync("v2/files?limit=1000")).Entries, f => (string)f["name"]! == "Retired Model");
    }

    [Fact]
    [CoversBehavior("files-types")]
    public async Task Workspaces_come_only_alone()
    {
        await using Caller caller = await Caller.StartAsync();
        Assert.DoesNotContain("workspace", await TypesAsync(caller, "v2/files?limit=1000"));
        Assert.Equal(["folder"], await TypesAsync(caller, "v2/files?limit=1000&typeFilters=workspace&typeFilters=folder"));
        Assert.Equal(["workspace"], await TypesAsync(caller, "v2/files?typeFilters=workspace"));
    }

    [Fact]
    [CoversBehavior("files-parent")]
    public async Task Parent_narrows_the_list()
    {
        await using Caller caller = await Caller.StartAsync();
        string retail = caller.Organization.Folders.Single(f => f.Name == "Retail").Id;
        Assert.Contains((await caller.GetAsync($"v2/files?limit=1000&parentId={retail}")).Entries, f =>
            (string)f["path"]! == "Retail/Models/Sandbox");
        Assert.Equal(
            ["Models"],
            (await caller.GetAsync($"v2/files?parentId={retail}&directChildFilter=true")).Entries.Select(f => (string)f["name"]!));
    }

    [Fact]
    [CoversBehavior("files-late")]
    public async Task New_file_is_listed_late()
    {
        FakeTimeProvider time = new(DateTimeOffset.UtcNow);
        await using Caller caller = await Caller.StartAsync(o => o.TimeProvider = time);
        string id = (await caller.PostAsync(Specs.Orders()))["dataModelId"]!;
        Assert.Equal(200, (await caller.GetAsync("v2/files/" + id)).Status);
        Assert.Contains((await caller.GetAsync("v2/dataModels")).Entries, m => (string)m["dataModelId"]! == id);
        Assert.Empty((await caller.GetAsync("v2/files?name=Test")).Entries);
        time.Advance(caller.Server.Options.NewFileDelay);
        Assert.Single((await caller.GetAsync("v2/files?name=Test")).Entries);
        await caller.SendAsync("PATCH", "v2/files/" + id, """{"name":"Tested"}""");
        Assert.Equal("Tested", (string)(await caller.GetAsync("v2/files?name=Test")).Entries.Single()["name"]!);
    }

    [Fact]
    [CoversBehavior("files-error-item")]
    public async Task Entry_may_be_an_error()
    {
        await using Caller caller = await Caller.StartAsync();
        caller.Organization.AddUnreadableFile();
        Assert.Equal(403, (int)(await caller.GetAsync("v2/files?limit=1000")).Entries[^1]["code"]!);
    }

    [Fact]
    [CoversBehavior("files-folder")]
    public async Task Folder_can_be_made_and_a_model_cannot()
    {
        await using Caller caller = await Caller.StartAsync();
        Reply made = await caller.SendAsync("POST", "v2/files", $$"""{"type":"folder","name":"New","parentId":"{{Specs.Examples}}"}""");
        Assert.Equal(("folder", "My Documents/Examples"), (made["type"], made["path"]));
        Assert.Equal(400, (await caller.SendAsync("POST", "v2/files", """{"type":"data-model","name":"New"}""")).Status);
    }

    [Fact]
    [CoversBehavior("files-rename")]
    [CoversBehavior("files-move")]
    public async Task Model_is_renamed_and_moved_as_a_file()
    {
        await using Caller caller = await Caller.StartAsync();
        string folder = caller.Organization.AddFolder("Finance/Models");
        string owner = caller.Organization.Colleague.Id;
        Reply reply = await caller.SendAsync(
            "PATCH", Plugs, $$"""{"name":"Plugs","description":"All of them","parentId":"{{folder}}","ownerId":"{{owner}}"}""");
        Assert.Equal(("Plugs", "Finance/Models"), (reply["name"], reply["path"]));
        JsonObject spec = await caller.SpecAsync(Caller.PlugsOrders);
        Assert.Equal(
            ("Plugs", "All of them", folder, owner),
            ((string)spec["name"]!, (string)spec["description"]!, (string)spec["folderId"]!, (string)spec["ownerId"]!));
        Assert.Equal(2, (int)spec["latestDocumentVersion"]!);
    }

    [Fact]
    [CoversBehavior("files-archive")]
    public async Task Deleted_model_can_be_restored()
    {
        await using Caller caller = await Caller.StartAsync();
        Assert.Equal("{}", (await caller.SendAsync("DELETE", Plugs)).Text);
        Assert.Equal("true", (await caller.GetAsync(Plugs))["isArchived"]);
        await caller.SendAsync("PATCH", Plugs, """{"restore":true}""");
        Assert.Equal("false", (await caller.GetAsync(Plugs))["isArchived"]);
    }

    [Fact]
    [CoversBehavior("files-deployed")]
    public async Task Deployed_model_names_its_source_and_is_not_written()
    {
        await using Caller caller = await Caller.StartAsync();
        JsonObject spec = await caller.SpecAsync(Caller.PlugsOrders);
        Assert.Null((await caller.GetAsync(Plugs)).Json["parentSourceUrlId"]);
        caller.Organization.GetModel(Caller.PlugsOrders).ParentSourceUrlId = "2901pYHmWLoCy81SHAH0o9";
        Assert.Equal("2901pYHmWLoCy81SHAH0o9", (await caller.GetAsync(Plugs))["parentSourceUrlId"]);
        Assert.Equal(403, (await caller.PutAsync(Caller.PlugsOrders, spec)).Status);
        Assert.Equal(403, (await caller.SendAsync("PATCH", Plugs, """{"name":"Mine"}""")).Status);
    }

    private static async Task<string[]> TypesAsync(Caller caller, string path) =>
        [.. (await caller.GetAsync(path)).Entries.Select(f => (string)f["type"]!).Distinct()];
}
