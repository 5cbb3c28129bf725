using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Edit;

public sealed class SourceSwapTests
{
    private const string Model = """
        {"schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[
          {"kind":"control","id":"c1","controlId":"C","controlType":"list","filters":[{"source":{"kind":"warehouse-table","connectionId":"a","path":["DEV","S","ORDERS"]},"columnId":"SHOP"}],"source":{"kind":"source","source":{"kind":"warehouse-table","connectionId":"a","path":["DEV","S","ORDERS"]},"columnId":"SHOP"}},
          {"id":"orders","kind":"table","source":{"kind":"warehouse-table","connectionId":"a","path":["DEV","S","ORDERS"]},"columns":[{"id":"o1","formula":"[ORDERS/Amount]"},{"id":"o2","formula":"If([ORDERS/Amount] > 1.0, \"[ORDERS/Amount]\")","name":"T"}]},
          {"id":"child","kind":"table","name":"Child","source":{"kind":"table","elementId":"orders"},"columns":[{"id":"h1","formula":"[ORDERS/Amount]"}]},
          {"id":"joined","kind":"table","name":"Joined","source":{"kind":"join","joins":[{"left":{"kind":"warehouse-table","connectionId":"a","path":["DEV","S","ORDERS"]},"right":{"kind":"warehouse-table","connectionId":"b","path":["DEV","T","SHOPS"]},"columns":[]}]},"columns":[{"id":"j1","formula":"[ORDERS/Amount] + [SHOPS/Area]","name":"Sum"}]},
          {"id":"turned","kind":"table","name":"Turned","source":{"kind":"transpose","source":{"kind":"warehouse-table","connectionId":"a","path":["DEV","S","ORDERS"]},"direction":"row-to-column","outputColumns":["Q1"],"columnToTranspose":"X","valueColumn":"Y","aggregate":"sum"},"columns":[{"id":"t1","formula":"[Transpose of ORDERS/Q1]"}]},
          {"id":"sql","kind":"table","name":"Sql","source":{"connectionId":"a","statement":"select * from dev.s.orders","kind":"sql"},"columns":[]}
        ]}]}
        """;

    private readonly SpecDocument _document = SpecDocument.Parse(Model, "test");

    [Fact]
    public void Connections_are_replaced_in_each_source()
    {
        Swap(new() { ["A"] = "new" }, []);
        Assert.DoesNotContain("\"connectionId\": \"a\"", _document.ToText(), StringComparison.Ordinal);
        Assert.Equal(6, _document.ToText().Split("\"connectionId\": \"new\"").Length - 1);
        Assert.Contains("\"connectionId\": \"b\"", _document.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Whole_database_is_swapped_and_the_longest_entry_counts()
    {
        Swap([], new() { ["DEV"] = "PROD", ["DEV.T"] = "PROD.\"T.2\"" });
        Assert.Equal(5, _document.ToText().Replace("\n", "").Replace(" ", "").Split("[\"PROD\",\"S\",\"ORDERS\"]").Length - 1);
        Assert.Contains("[\"PROD\",\"T.2\",\"SHOPS\"]", _document.ToText().Replace("\n", "").Replace(" ", ""), StringComparison.Ordinal);
    }

    [Fact]
    public void Formulas_follow_a_table_s_name_and_elements_keep_the_names_they_show()
    {
        Swap([], new() { ["DEV.S.ORDERS"] = "DEV.S.ORDERS_V2" });
        Assert.Equal("ORDERS", Element("orders").Text("name"));
        Assert.Equal("[ORDERS_V2/Amount]", Formula("orders", 0));
        Assert.Equal("If([ORDERS_V2/Amount] > 1.0, \"[ORDERS/Amount]\")", Formula("orders", 1));
        Assert.Equal("[ORDERS/Amount]", Formula("child", 0));
        Assert.Equal("[ORDERS_V2/Amount] + [SHOPS/Area]", Formula("joined", 0));
        Assert.Equal("[Transpose of ORDERS_V2/Q1]", Formula("turned", 0));
    }

    [Fact]
    public void Only_the_chosen_elements_change_and_their_consumers_still_resolve()
    {
        SourceSwap.Apply(_document, new SourceMap([], [new("DEV.S.ORDERS", "DEV.S.ORDERS_V2")]), name => name is "ORDERS");
        Assert.Equal("ORDERS", Element("orders").Text("name"));
        Assert.Equal("[ORDERS_V2/Amount]", Formula("orders", 0));
        Assert.Equal("[ORDERS/Amount]", Formula("child", 0));
        Assert.Equal("[ORDERS/Amount] + [SHOPS/Area]", Formula("joined", 0));
        Assert.Equal(1, _document.ToText().Split("\"ORDERS_V2\"").Length - 1);
        Assert.Equal(
            ErrorCode.SpecItemNotFound,
            Assert.Throws<SigmaEngineException>(() => SourceSwap.Apply(_document, new SourceMap([], []), _ => false)).Kind);
    }

    [Fact]
    public void Two_sides_of_a_join_cannot_get_one_name() =>
        Assert.Equal(
            ErrorCode.EditRefused,
            Assert.Throws<SigmaEngineException>(() => Swap([], new() { ["DEV.T.SHOPS"] = "DEV.T.ORDERS" })).Kind);

    [Fact]
    public void Statement_with_a_replaced_source_and_an_unused_entry_are_reported()
    {
        SourceSwap swap = Swap(new() { ["zzz"] = "y" }, new() { ["DEV"] = "PROD", ["NOWHERE.X"] = "Y" });
        Assert.Equal(3, swap.Warnings.Count);
        Assert.Contains(swap.Warnings, w => w.Contains("statement of \"Sql\"", StringComparison.Ordinal));
        Assert.Contains(swap.Warnings, w => w.Contains("'zzz'", StringComparison.Ordinal));
        Assert.Contains(swap.Warnings, w => w.Contains("'NOWHERE.X'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("A..B")]
    [InlineData("A.\"B")]
    public void Invalid_path_is_refused(string path) => Assert.Throws<SigmaEngineException>(() => Swap([], new() { ["DEV"] = path }));

    [Fact]
    public void Swap_there_and_back_leaves_every_sandbox_model_as_it_was_but_for_names_written_out()
    {
        foreach ((string name, string text) in SandboxModels.All())
        {
            SpecDocument document = SpecDocument.Parse(text, name);
            SourceSwap.Apply(document, new SourceMap([], [new("RETAIL.SALES.ORDERS", "LAB.X.ORDERS"), new("RETAIL", "OTHER")]));
            SourceSwap.Apply(document, new SourceMap([], [new("LAB.X.ORDERS", "RETAIL.SALES.ORDERS"), new("OTHER", "RETAIL")]));
            Assert.True(JsonTree.Same(SpecDocument.Parse(text, name).Root, document.Root), name);
        }
    }

    private SourceSwap Swap(Dictionary<string, string> connections, Dictionary<string, string> paths) =>
        SourceSwap.Apply(_document, new SourceMap(connections, paths));

    private JsonObject Element(string id) => _document.Elements.Single(element => element.Text("id") == id);

    private string? Formula(string element, int index) => ((JsonObject)Element(element).Array("columns")![index]).Text("formula");
}
