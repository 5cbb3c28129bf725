using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace SigmaPS.Tests.Sandbox;

public sealed class TagBehaviours
{
    [Fact]
    [CoversBehavior("tag-put")]
    public async Task Tag_is_put_on_the_given_version_or_on_the_latest()
    {
        await using Caller caller = await Caller.StartAsync();
        Reply first = await TagAsync(caller, """, "dataModelVersion": 1""");
        Assert.Equal((Caller.PlugsOrders, "1"), (first["taggedDataModelId"], first["taggedDataModelVersion"]));
        Reply second = await TagAsync(caller, "");
        Assert.Equal((first["versionTagId"], "2"), (second["versionTagId"], second["taggedDataModelVersion"]));
        JsonObject tag = Assert.Single((await caller.GetAsync($"v2/dataModels/{Caller.PlugsOrders}/tags")).Entries);
        Assert.Equal(("Prod", 2), ((string)tag["tagName"]!, (int)tag["sourceVersion"]!));
        Assert.Equal(404, (await TagAsync(caller, """, "dataModelVersion": 3""")).Status);
    }

    [Fact]
    [CoversBehavior("tags-organization")]
    public async Task Tags_of_the_organization_are_listed_once_and_found_by_name()
    {
        await using Caller caller = await Caller.StartAsync();
        string? id = (await TagAsync(caller, "", "Prod"))["versionTagId"];
        await TagAsync(caller, "", "Test");
        JsonObject[] all = [.. (await caller.GetAsync("v2/tags")).Entries];
        Assert.Equal(id, (string)Assert.Single(all, tag => (string)tag["name"]! == "Prod")["versionTagId"]!);
        Assert.Contains(all, tag => (string)tag["name"]! == "Test");
        string[] found = [.. (await caller.GetAsync("v2/tags?search=pro")).Entries.Select(tag => (string)tag["name"]!)];
        Assert.Contains("Prod", found);
        Assert.DoesNotContain("Test", found);
    }

    private static Task<Reply> TagAsync(Caller caller, string more, string tag = "Prod") =>
        caller.SendAsync("POST", "v2/dataModels/tag", $$"""{"dataModelId": "{{Caller.PlugsOrders}}", "tag": "{{tag}}"{{more}}}""");
}
