using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Spec.Json;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Edit;

public sealed class ColumnEditTests
{
    private const string Model = """
        {"schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[
          {"kind":"control","id":"c1","controlId":"Region","controlType":"list","filters":[{"source":{"kind":"table","elementId":"orders"},"columnId":"o4"}]},
          {"id":"orders","kind":"table","name":"Orders","source":{"kind":"warehouse-table","connectionId":"x","path":["DB","S","ORDERS"]},
           "columns":[{"id":"o1","formula":"[ORDERS/Order Id]"},{"id":"o2","formula":"[ORDERS/Amount]"},
             {"id":"o3","formula":"If([Amount] > 1.50, \"[Amount]\", \"a \\\"[Amount]\\\" b\") & [Amount]","name":"Text"},{"id":"o4","formula":"[ORDERS/Shop]"},{"id":"o5","formula":"[ORDERS/Spare]"},{"id":"o6","formula":"If([Region] = \"x\", 1)","name":"By Control"}],
           "metrics":[{"id":"m1","formula":"Sum([Amount])","name":"Total","timeline":{"dateColumnId":"o1"}}],"order":["o1","o2","f1"],"summary":["o5"],"folders":[{"id":"f1","name":"F","items":["o5"]}]},
          {"id":"child","kind":"table","name":"Child","source":{"kind":"table","elementId":"orders"},"columns":[{"id":"h1","formula":"[Orders/Amount]"},{"id":"h2","formula":"[Amount] * 2","name":"Twice"}]},
          {"id":"joined","kind":"table","name":"Joined","source":{"kind":"join","joins":[{"left":{"kind":"table","elementId":"orders"},"right":{"kind":"table","elementId":"child"},"columns":[{"left":"[Amount]","right":"[Amount]"}]}]},"columns":[{"id":"j1","formula":"[Orders/Amount]"}]},
          {"id":"union","kind":"table","source":{"kind":"union","sources":[{"kind":"table","elementId":"orders"},{"kind":"table","elementId":"child"}],"matches":[{"outputColumnName":"Amount","sourceColumns":["[Amount]","[Amount]"]}]},"columns":[{"id":"u1","formula":"[Union of 2 Sources/Amount]"}]},
          {"id":"turned","kind":"table","source":{"kind":"transpose","source":{"kind":"table","elementId":"orders"},"direction":"row-to-column","outputColumns":["Q1"],"columnToTranspose":"Shop","valueColumn":"Amount","aggregate":"sum"},"columns":[]},
          {"id":"rel","kind":"table","name":"Rel","source":{"kind":"sql","connectionId":"x","statement":"select amount"},"columns":[{"id":"q1","formula":"[Rel/Up/Amount] + Lookup([Orders/Amount], [k], [Orders/Order Id])","name":"Both"},{"id":"k","formula":"[Custom SQL/k]"}],"relationships":[{"id":"r","targetElementId":"orders","name":"Up","keys":[{"sourceColumnId":"k","targetColumnId":"o1"}]}]}
        ]}]}
        """;

    private readonly SpecDocument _document = SpecDocument.Parse(Model, "test");

    [Fact]
    public void Renaming_reaches_everything_that_refers_by_name_and_no_string()
    {
        IReadOnlyList<string> touched = ColumnRenaming.Apply(_document, "Orders", "Amount", "Net/Amt");
        Assert.Equal("Net/Amt", Column("orders", 1).Text("name"));
        Assert.Equal("If([Net\\/Amt] > 1.50, \"[Amount]\", \"a \\\"[Amount]\\\" b\") & [Net\\/Amt]", Column("orders", 2).Text("formula"));
        Assert.Equal("Sum([Net\\/Amt])", ((JsonObject)Element("orders").Array("metrics")![0]).Text("formula"));
        JsonObject join = (JsonObject)((JsonObject)Element("joined").Object("source")!.Array("joins")![0]).Array("columns")![0];
        Assert.Equal(("[Net\\/Amt]", "[Amount]"), (join.Text("left"), join.Text("right")));
        JsonArray match = ((JsonObject)Element("union").Object("source")!.Array("matches")![0]).Array("sourceColumns")!;
        Assert.Equal(["[Net\\/Amt]", "[Amount]"], match.Select(m => ((JsonString)m).Value));
        Assert.Equal(
            ("Shop", "Net/Amt"),
            (Element("turned").Object("source")!.Text("columnToTranspose"), Element("turned").Object("source")!.Text("valueColumn")));
        Assert.Equal("[Rel/Up/Net\\/Amt] + Lookup([Orders/Net\\/Amt], [k], [Orders/Order Id])", Column("rel", 0).Text("formula"));
        Assert.Contains(touched, sentence =>
            sentence.Contains("\"Twice\"", StringComparison.Ordinal) == false
            && sentence.Contains("\"Text\" of \"Orders\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Column_that_passes_the_renamed_one_through_keeps_the_name_it_shows()
    {
        ColumnRenaming.Apply(_document, "orders", "o2", "Net");
        Assert.Equal(("[Orders/Net]", "Amount"), (Column("child", 0).Text("formula"), Column("child", 0).Text("name")));
        Assert.Equal(["name", "id", "formula"], Column("child", 0).Select(member => member.Name));
        Assert.Equal("[Amount] * 2", Column("child", 1).Text("formula"));
        Assert.Equal("Amount", Column("joined", 0).Text("name"));
    }

    [Theory]
    [InlineData("Orders", "Amount", "Shop", ErrorCode.EditRefused, "already")]
    [InlineData("Orders", "Amount", "Total", ErrorCode.EditRefused, "already")]
    [InlineData("Orders", "Amount", "Region", ErrorCode.EditRefused, "By Control")]
    [InlineData("Orders", "Amount", "  ", ErrorCode.EditRefused, "blank")]
    [InlineData("Orders", "Nothing", "X", ErrorCode.SpecItemNotFound, "Order Id, Amount")]
    [InlineData("Nothing", "Amount", "X", ErrorCode.SpecItemNotFound, "Orders, Child")]
    public void Renaming_that_would_break_something_is_refused(string element, string column, string newName, ErrorCode kind, string says)
    {
        SigmaEngineException fault = Assert.Throws<SigmaEngineException>(() => ColumnRenaming.Apply(_document, element, column, newName));
        Assert.Equal(kind, fault.Kind);
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "Amount",
        "column \"Text\" of \"Orders\"",
        "metric \"Total\"",
        "\"Child\"",
        "a join key of \"Joined\"",
        "union match \"Amount\"",
        "the transposition",
        "column \"Both\" of \"Rel\"")]
    [InlineData("Shop", "control 'Region'", "the transposition")]
    [InlineData("Order Id", "relationship 'Up' of \"Rel\"", "the timeline of metric \"Total\"", "column \"Both\"")]
    public void Column_that_is_needed_is_not_removed(string column, params string[] users)
    {
        SigmaEngineException fault = Assert.Throws<SigmaEngineException>(() => ColumnRemoval.Apply(_document, "Orders", [column]));
        Assert.Equal(ErrorCode.EditRefused, fault.Kind);
        Assert.All(users, user => Assert.Contains(user, fault.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Column_that_nobody_needs_goes_with_its_ID_in_lists_of_layout()
    {
        ColumnRemoval.Apply(_document, "Orders", ["Spare"]);
        Assert.DoesNotContain("\"o5\"", _document.ToText(), StringComparison.Ordinal);
        Assert.Equal(5, Element("orders").Array("columns")!.Count);
    }

    [Fact]
    public void Column_is_added_behind_the_others_and_to_the_order_with_an_ID_that_is_the_same_each_time()
    {
        Assert.Equal([], new ItemAddition("Margin", "[Amount] / 2").AddColumn(_document, "Orders"));
        JsonObject added = Column("orders", 6);
        Assert.Matches("^[0-9A-Za-z][0-9A-Za-z_-]{9}$", added.Text("id"));
        Assert.Equal(added.Text("id"), ((JsonString)Element("orders").Array("order")!.Last()).Value);
        SpecDocument again = SpecDocument.Parse(Model, "again");
        new ItemAddition("Margin", "[Amount] / 2").AddColumn(again, "orders");
        Assert.Equal(_document.ToText(), again.ToText());
        Assert.Null(Element("child").Array("order"));
        new ItemAddition("More", "[Twice]").AddColumn(_document, "Child");
        Assert.Null(Element("child").Array("order"));
    }

    [Fact]
    public void Metric_adds_the_missing_list_and_its_unresolved_references_are_reported()
    {
        string warning = Assert.Single(new ItemAddition("Sum", "Sum([Twice]) + [Nope]").AddMetric(_document, "Child"));
        Assert.Contains("[Nope]", warning, StringComparison.Ordinal);
        Assert.Equal("Sum", ((JsonObject)Element("child").Array("metrics")![0]).Text("name"));
    }

    [Theory]
    [InlineData("Shop", null, "already")]
    [InlineData("Total", null, "already")]
    [InlineData("Region", null, "By Control")]
    [InlineData("Fine", "o1", "in use")]
    public void Name_or_ID_that_is_taken_is_refused(string name, string? id, string says) =>
        Assert.Contains(
            says,
            Assert.Throws<SigmaEngineException>(() => new ItemAddition(name, "1") { Id = id }.AddColumn(_document, "Orders")).Message,
            StringComparison.Ordinal);

    private JsonObject Element(string id) => _document.Elements.Single(element => element.Text("id") == id);

    private JsonObject Column(string element, int index) => (JsonObject)Element(element).Array("columns")![index];
}
