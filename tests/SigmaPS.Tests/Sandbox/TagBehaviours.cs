using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace SigmaPS.Tests.Sandbox;

public sealed class TagBehaviours
{
    [Fact]
    [CoversBehavior("tag-put")]
    public async Task ATagStandsOnTheVersionThatWasSaidOrOnTheLatest()
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

    private static Task<Reply> TagAsync(Caller caller, string more) =>
        caller.SendAsync("POST", "v2/dataModels/tag", $$"""{"dataModelId": "{{Caller.PlugsOrders}}", "tag": "Prod"{{more}}}""");
}
