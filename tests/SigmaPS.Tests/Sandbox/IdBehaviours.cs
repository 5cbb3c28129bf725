using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using Xunit;

namespace SigmaPS.Tests.Sandbox;

public sealed class IdBehaviours
{
    private const string More = """
        ,"metrics":[{"id":"m1","formula":"Sum([Net Revenue])","timeline":{"dateColumnId":"c1"}}],"filters":[{"id":"f1","columnId":"c2","kind":"list"}],
        "folders":[{"id":"d1","name":"D","items":["c2"]}],"order":["c1","d1"],"relationships":[{"id":"r1","targetElementId":"e2","keys":[{"sourceColumnId":"c1","targetColumnId":"c1"}]}]
        """;

    [Fact]
    [CoversBehavior("ids-preserve")]
    public async Task IDs_are_kept()
    {
        await using Caller caller = await Caller.StartAsync();
        JsonNode spec = await PostAsync(caller);
        Assert.Equal(["p1", "e1", "c1", "c2", "m1", "r1", "f1", "d1", "e2", "c1", "c2"], Ids(spec));
    }

    [Fact]
    [CoversBehavior("ids-remap-post")]
    public async Task POST_remaps_all_IDs()
    {
        await using Caller caller = await Caller.StartAsync(o => o.IdMode = IdMode.RemapNew);
        JsonNode spec = await PostAsync(caller);
        Assert.All(Ids(spec), id => Assert.Matches("^[A-Za-z0-9_-]{10}$", id));
        JsonObject table = spec.Element();
        string[] columns = [.. table["columns"]!.AsArray().Select(c => (string)c!["id"]!)];
        Assert.Equal(columns[1], (string)table["filters"]![0]!["columnId"]!);
        Assert.Equal(columns[0], (string)table["metrics"]![0]!["timeline"]!["dateColumnId"]!);
        Assert.Equal([columns[0], (string)table["folders"]![0]!["id"]!], table["order"]!.AsArray().Select(i => (string)i!));
        Assert.Equal((string)spec.Element(1)["id"]!, (string)table["relationships"]![0]!["targetElementId"]!);
        Assert.Equal((string)spec.Column(0, 1)["id"]!, (string)table["relationships"]![0]!["keys"]![0]!["targetColumnId"]!);
    }

    [Fact]
    [CoversBehavior("ids-remap-put")]
    public async Task PUT_keeps_known_IDs_and_remaps_new_ones()
    {
        await using Caller caller = await Caller.StartAsync(o => o.IdMode = IdMode.RemapNew);
        JsonObject spec = await caller.SpecAsync(Caller.PlugsOrders);
        IReadOnlyList<string> before = Ids(spec);
        spec.Element()["columns"]!.AsArray().Add(new JsonObject { ["id"] = "mine", ["name"] = "Mine", ["formula"] = "[Price] - [Cost]" });
        await caller.PutAsync(Caller.PlugsOrders, spec);
        IReadOnlyList<string> after = Ids(await caller.SpecAsync(Caller.PlugsOrders));
        Assert.Equal(before, after.SkipLast(1));
        Assert.Matches("^[A-Za-z0-9_-]{10}$", after[^1]);
    }

    [Theory]
    [CoversBehavior("ids-pages")]
    [CoversBehavior("ids-elements")]
    [InlineData(IdMode.ReassignPages, 0)]
    [InlineData(IdMode.ReassignElements, 1)]
    public async Task PUT_may_reassign_one_level(IdMode mode, int changed)
    {
        await using Caller caller = await Caller.StartAsync(o => o.IdMode = mode);
        JsonObject spec = await caller.SpecAsync(Caller.PlugsOrders);
        IReadOnlyList<string> before = Ids(spec);
        await caller.PutAsync(Caller.PlugsOrders, spec);
        IReadOnlyList<string> after = Ids(await caller.SpecAsync(Caller.PlugsOrders));
        Assert.Equal([changed], Enumerable.Range(0, before.Count).Where(at => before[at] != after[at]));
    }

    private static async Task<JsonNode> PostAsync(Caller caller)
    {
        JsonObject body = Specs.Orders(more: More);
        JsonObject second = Specs.Orders().Element().DeepClone().AsObject();
        second["id"] = "e2";
        body["pages"]![0]!["elements"]!.AsArray().Add(second);
        return await caller.SpecAsync((await caller.PostAsync(body))["dataModelId"]!);
    }

    private static IReadOnlyList<string> Ids(JsonNode spec) =>
        [.. Regex.Matches(spec["pages"]!.ToJsonString(), "\"id\":\"([^\"]*)\"").Select(m => m.Groups[1].Value)];
}
