using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace SigmaPS.Tests.Sandbox;

public sealed class ElementBehaviours
{
    [Fact]
    [CoversBehavior("elements-list")]
    [CoversBehavior("elements-unrepresented")]
    public async Task Elements_are_listed_also_those_that_a_spec_cannot_represent()
    {
        await using Caller caller = await Caller.StartAsync();
        JsonObject plugs = (await caller.GetAsync($"v2/dataModels/{Caller.PlugsOrders}/elements")).Entries.Single();
        Assert.Equal(("4djgrzPSow", "table", 22), ((string)plugs["elementId"]!, (string)plugs["type"]!, plugs["columns"]!.AsArray().Count));
        string empty = caller.Organization.GetModelByName("Empty Page").Id;
        Assert.Equal("input-table", (string)(await caller.GetAsync($"v2/dataModels/{empty}/elements")).Entries.Single()["type"]!);
        Assert.All((await caller.SpecAsync(empty))["pages"]!.AsArray(), p => Assert.Empty(p!["elements"]!.AsArray()));
    }

    [Fact]
    [CoversBehavior("elements-tag")]
    [CoversBehavior("tags-list")]
    public async Task Tag_keeps_its_version()
    {
        await using Caller caller = await Caller.StartAsync();
        string id = caller.Organization.GetModelByName("Orders Joined").Id;
        caller.Organization.EditAsColleague(id, spec => spec["pages"]!.AsArray().Clear());
        JsonObject tag = (await caller.GetAsync($"v2/dataModels/{id}/tags")).Entries.Single();
        Assert.Equal(["versionTagId", "tagName", "sourceVersion", "taggedAt"], tag.Select(p => p.Key));
        Assert.Equal(3, (await caller.GetAsync($"v2/dataModels/{id}/elements?tagName=Production")).Entries.Count);
        Assert.Empty((await caller.GetAsync($"v2/dataModels/{id}/elements")).Entries);
    }

    [Fact]
    [CoversBehavior("columns-list")]
    [CoversBehavior("columns-unnamed")]
    public async Task Columns_come_with_the_names_they_have()
    {
        await using Caller caller = await Caller.StartAsync();
        IReadOnlyList<JsonObject> columns = await ColumnsAsync(caller, caller.Organization.GetModelByName("Orders Joined").Id);
        Assert.Equal(["columnId", "name", "formula", "type", "elementId"], columns[0].Select(p => p.Key));
        Assert.Equal("Order Id", (string)columns.Single(c => (string)c["columnId"]! == "jOrder0001")["name"]!);
    }

    [Fact]
    [CoversBehavior("columns-error")]
    [CoversBehavior("columns-circular")]
    public async Task Only_formulas_that_are_wrong_have_type_error()
    {
        await using Caller caller = await Caller.StartAsync();
        foreach (var model in caller.Organization.Models)
        {
            string[] broken =
            [
                .. (await ColumnsAsync(caller, model.Id))
                    .Where(c => (string)c["type"]!["type"]! == "error")
                    .Select(c => (string)c["name"]!),
            ];
            Assert.Equal(model.Name == "Known Faults" ? ["Combined", "Adjusted", "Discount", "Vanished Column", "After"] : [], broken);
        }
    }

    [Fact]
    [CoversBehavior("sources-list")]
    public async Task Sources_come_in_three_kinds()
    {
        await using Caller caller = await Caller.StartAsync();
        string table = caller.Organization.FindTable(Specs.Warehouse, ["RETAIL", "SALES", "ORDERS"])!.InodeId;
        Assert.Contains(await SourcesAsync(caller, "Orders Joined"), s => (string)s["type"]! == "table" && (string)s["tableId"]! == table);
        Assert.Contains(await SourcesAsync(caller, "Built on Sales Core"), s =>
            (string)s["type"]! == "data-model" && s["elementIds"]!.AsArray().Count == 2);
        Assert.Contains(await SourcesAsync(caller, "Custom SQL"), s =>
            (string)s["type"]! == "custom-sql" && (string)s["customSqlId"]! == "elSqlLine1");
    }

    [Fact]
    [CoversBehavior("lineage-list")]
    public async Task Lineage_leads_to_the_roots()
    {
        await using Caller caller = await Caller.StartAsync();
        string id = caller.Organization.GetModelByName("Unions & Transposes").Id;
        IReadOnlyList<JsonObject> entries = (await caller.GetAsync($"v2/dataModels/{id}/lineage")).Entries;
        JsonObject union = entries.Single(e => (string?)e["elementId"] == "elUnion003");
        Assert.Equal(3, union["sourceIds"]!.AsArray().Count);
        Assert.Contains(entries, e =>
            (string)e["type"]! == "table"
            && union["dataSourceIds"]!.ToJsonString().Contains((string)e["inodeId"]!, System.StringComparison.Ordinal));
        Assert.Contains(entries, e => (string)e["type"]! == "data-model");
    }

    private static async Task<IReadOnlyList<JsonObject>> ColumnsAsync(Caller caller, string id) =>
        (await caller.GetAsync($"v2/dataModels/{id}/columns?limit=1000")).Entries;

    private static async Task<IReadOnlyList<JsonObject>> SourcesAsync(Caller caller, string name) =>
        (await caller.GetAsync($"v2/dataModels/{caller.Organization.Models.First(m => m.Name == name).Id}/sources")).Entries;
}
