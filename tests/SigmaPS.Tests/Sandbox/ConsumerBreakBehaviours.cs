using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using Xunit;

namespace SigmaPS.Tests.Sandbox;

public sealed class ConsumerBreakBehaviours
{
    [Fact]
    [CoversBehavior("formula-prefix")]
    [CoversBehavior("formula-related")]
    [CoversBehavior("formula-lookup")]
    [CoversBehavior("formula-empty")]
    public async Task Formulas_reach_columns_in_every_form()
    {
        string table = Consumer.Table(
            string.Join(
                ',',
                Consumer.Column("c1", "[orders/amount]"),
                Consumer.Column("c2", "[Orders/Buyer/Region]"),
                Consumer.Column("c3", "[Orders/Region (Buyer)]"),
                Consumer.Column("c4", "", "Amount"),
                Consumer.Column("c5", "[Orders/Nope]")));
        string look =
            $$"""{"id":"e2","kind":"table","name":"Look","source":{{Consumer.Sql}},"columns":[{{Consumer.Column("l1", "Lookup([Orders/Name of c1], [Custom SQL/k], [Orders/Amount])")}}]}""";
        await using Caller caller = await Consumer.StartAsync(table + "," + look);
        Assert.Equal(
            "text,text,text,text,error,text",
            string.Join(
                ',',
                (await caller.GetAsync($"v2/workbooks/{Consumer.Document}/columns")).Entries.Select(c => (string)c["type"]!["type"]!)));
        caller.Edit(Consumer.Base, "cust", columns => columns.Drop("r"));
        Assert.Equal(
            ("text", "error", "error"),
            (await caller.TypeAsync("c1"), await caller.TypeAsync("c2"), await caller.TypeAsync("c3")));
    }

    [Fact]
    [CoversBehavior("formula-metric")]
    public async Task Metrics_are_offered_along_the_chain_of_sources()
    {
        string tables =
            Consumer.Table(Consumer.Column("own", "[Metrics/Total]"))
            + ","
            + Consumer.Table(Consumer.Column("inherited", "[Metrics/Total]"), "e2", "board", Consumer.Top)
            + ","
            + Consumer.Table(Consumer.Column("none", "[Metrics/Nope]"), "e3");
        await using Caller caller = await Consumer.StartAsync(tables);
        Assert.Equal(
            ("number", "number", "error"),
            (await caller.TypeAsync("own"), await caller.TypeAsync("inherited"), await caller.TypeAsync("none")));
        caller.Edit(Consumer.Base, "ord", columns => columns.Drop("a"));
        Assert.Equal(("error", "error"), (await caller.TypeAsync("own"), await caller.TypeAsync("inherited")));
    }

    [Fact]
    [CoversBehavior("break-removed")]
    [CoversBehavior("break-models")]
    public async Task Removed_column_breaks_its_consumers_over_three_models_until_it_comes_back()
    {
        string tables =
            Consumer.Table(
                Consumer.Column("c1", "[Orders/Amount]")
                    + ","
                    + Consumer.Column("c2", "[Name of c1] * 2")
                    + ","
                    + Consumer.Column("c3", "[Orders/Customer]"))
            + ","
            + Consumer.Table(Consumer.Column("deep", "[Board/Amount]"), "e2", "board", Consumer.Top);
        await using Caller caller = await Consumer.StartAsync(tables);
        JsonNode? removed = null;
        caller.Edit(Consumer.Base, "ord", columns =>
        {
            removed = columns.Single(c => (string)c!["id"]! == "a")!.DeepClone();
            columns.Drop("a");
        });
        Assert.Equal(
            ("error", "error", "text", "error"),
            (await caller.TypeAsync("c1"), await caller.TypeAsync("c2"), await caller.TypeAsync("c3"), await caller.TypeAsync("deep")));
        caller.Edit(Consumer.Base, "ord", columns => columns.Add(removed));
        Assert.Equal(("text", "text"), (await caller.TypeAsync("c1"), await caller.TypeAsync("deep")));
    }

    [Fact]
    [CoversBehavior("break-renamed")]
    public async Task Rename_breaks_or_is_followed_by_the_switch()
    {
        string tables =
            Consumer.Table(Consumer.Column("c1", "Sum([Orders/Amount])"))
            + ","
            + Consumer.Table(Consumer.Column("deep", "[Board/Amount]"), "e2", "board", Consumer.Top);
        await using Caller caller = await Consumer.StartAsync(tables);
        caller.Edit(Consumer.Base, "ord", columns => columns[0]!["name"] = "Turnover");
        Assert.Equal(
            ("error", "error", "Sum([Orders/Amount])"),
            (await caller.TypeAsync("c1"), await caller.TypeAsync("deep"), (string)(await caller.ColumnAsync("c1"))["formula"]!));
        caller.Edit(Consumer.Base, "ord", columns => columns[0]!["name"] = "Amount");
        caller.Server.Options.ConsumersFollowRenames = true;
        caller.Edit(Consumer.Base, "ord", columns => columns[0]!["name"] = "Turnover");
        Assert.Equal(("number", "text"), (await caller.TypeAsync("c1"), await caller.TypeAsync("deep")));
        Assert.Equal("Sum([Orders/Turnover])", (string)(await caller.ColumnAsync("c1"))["formula"]!);
        Assert.Contains("[Orders/Turnover]", caller.Organization.GetModel(Consumer.Upper).SpecJson, System.StringComparison.Ordinal);
        Assert.Contains("[Sales/Turnover]", caller.Organization.GetModel(Consumer.Top).SpecJson, System.StringComparison.Ordinal);
    }

    [Fact]
    [CoversBehavior("break-new-id")]
    public async Task New_ID_under_the_old_name_breaks_consumers()
    {
        string tables =
            Consumer.Table(Consumer.Column("c1", "[Orders/Amount]"))
            + ","
            + Consumer.Table(Consumer.Column("deep", "[Board/Amount]"), "e2", "board", Consumer.Top);
        await using Caller caller = await Consumer.StartAsync(tables, o => o.ConsumersFollowRenames = true);
        caller.Edit(Consumer.Base, "ord", columns => columns[0]!["id"] = "a2");
        Assert.Equal(("error", "error"), (await caller.TypeAsync("c1"), await caller.TypeAsync("deep")));
    }

    [Fact]
    [CoversBehavior("break-archived")]
    [CoversBehavior("models-by-short-id")]
    public async Task Archived_model_is_still_named_and_its_columns_are_broken()
    {
        await using Caller caller = await Consumer.StartAsync(Consumer.Table(Consumer.Column("c1", "[Orders/Amount]")));
        Assert.Equal(Consumer.Base, (await caller.GetAsync("v2/dataModels/" + Base62.Encode(Consumer.Base)))["dataModelId"]);
        await caller.SendAsync("DELETE", "v2/files/" + Consumer.Base);
        Assert.Equal("error", await caller.TypeAsync("c1"));
        Assert.Contains(
            Consumer.Base,
            (await caller.GetAsync($"v2/workbooks/{Consumer.Document}/sources")).Text,
            System.StringComparison.Ordinal);
        await caller.SendAsync("PATCH", "v2/files/" + Consumer.Base, """{"restore":true}""");
        Assert.Equal("text", await caller.TypeAsync("c1"));
    }
}
