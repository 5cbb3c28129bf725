using System;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Spec.Json;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Edit;

/// <summary>Elements, controls and metrics are renamed and removed, with everything that refers to them.</summary>
public sealed class ElementEditTests
{
    private const string Model = """
        {"schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[
          {"kind":"control","id":"c1","controlId":"Region","controlType":"list","name":"Pick","filters":[{"source":{"kind":"table","elementId":"orders"},"columnId":"o1"}]},
          {"kind":"control","id":"c2","controlId":"Limit","controlType":"number","mode":"="},
          {"kind":"control","id":"c3","controlId":"Free","controlType":"text","mode":"equals"},
          {"id":"orders","kind":"table","name":"Orders","source":{"kind":"warehouse-table","connectionId":"x","path":["DB","S","ORDERS"]},
           "columns":[{"id":"o1","formula":"[ORDERS/Order Id]"},{"id":"o2","formula":"[ORDERS/Amount]"},{"id":"o3","formula":"[Orders/Amount] * 2","name":"Own"}],
           "metrics":[{"id":"m1","formula":"Sum([Amount])","name":"Total"},{"id":"m2","formula":"[Metrics/Total] / 2","name":"Half"},{"id":"m3","formula":"Count()","name":"Rows"}]},
          {"id":"child","kind":"table","source":{"kind":"table","elementId":"orders"},"columns":[{"id":"h1","formula":"[Orders/Amount]"},{"id":"h2","formula":"\"[Orders/Amount]\" & [Metrics/Total]","name":"Text"}]},
          {"id":"joined","kind":"table","name":"Joined","source":{"kind":"join","joins":[{"left":{"kind":"table","elementId":"orders"},"right":{"kind":"table","elementId":"other"},"columns":[{"left":"[Orders/Amount]","right":"[k]"}],"name":"Leg"}]},
           "columns":[{"id":"j1","formula":"[Orders/Amount]"},{"id":"j2","formula":"[Leg/k]"}]},
          {"id":"turned","kind":"table","name":"Turned","source":{"kind":"transpose","source":{"kind":"table","elementId":"orders"},"direction":"row-to-column","columnToTranspose":"Order Id","valueColumn":"Amount"},"columns":[{"id":"t1","formula":"[Transpose of Orders/Label]"}]},
          {"id":"other","kind":"table","name":"Other","source":{"kind":"sql","connectionId":"x","statement":"select {{Limit}}"},
           "columns":[{"id":"k","formula":"[Custom SQL/k]"},{"id":"x","formula":"[Other/Orders/Amount] + Lookup([Orders/Amount], [k], [Orders/Order Id])","name":"Both"}],
           "relationships":[{"id":"r","targetElementId":"orders","keys":[{"sourceColumnId":"k","targetColumnId":"o1"}]}]},
          {"id":"spare","kind":"table","name":"Spare","source":{"kind":"table","elementId":"other"},"columns":[]}
        ]}]}
        """;

    private readonly SpecDocument _document = SpecDocument.Parse(Model, "test");

    [Fact]
    public void Renaming_an_element_reaches_every_prefix_and_keeps_the_other_names()
    {
        EditReport report = ElementRenaming.Apply(_document, "orders", "Sales/Orders");
        Assert.Equal("Sales/Orders", Element("orders").Text("name"));
        Assert.Equal("[Sales\\/Orders/Amount] * 2", Column("orders", 2).Text("formula"));
        Assert.Equal("[Sales\\/Orders/Amount]", Column("child", 0).Text("formula"));
        Assert.Equal("\"[Orders/Amount]\" & [Metrics/Total]", Column("child", 1).Text("formula"));
        Assert.Equal("[Sales\\/Orders/Amount]", Column("joined", 0).Text("formula"));
        Assert.Equal(
            "[Sales\\/Orders/Amount]",
            ((JsonObject)((JsonObject)Element("joined").Object("source")!.Array("joins")![0]).Array("columns")![0]).Text("left"));
        Assert.Equal("[Transpose of Sales\\/Orders/Label]", Column("turned", 0).Text("formula"));
        Assert.Equal(
            "[Other/Orders/Amount] + Lookup([Sales\\/Orders/Amount], [k], [Sales\\/Orders/Order Id])",
            Column("other", 1).Text("formula"));

        // Names that followed from the element's name are written out, so that their readers still find them.
        Assert.Equal("Orders", Element("child").Text("name"));
        Assert.Equal("Orders", ((JsonObject)Element("other").Array("relationships")![0]).Text("name"));
        Assert.Contains("column \"Both\" of \"Other\"", report.Line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', report.Line);
    }

    [Theory]
    [InlineData("orders", "Other", ErrorCode.EditRefused, "already")]
    [InlineData("orders", "  ", ErrorCode.EditRefused, "-NewName")]
    [InlineData("Order", "X", ErrorCode.SpecItemNotFound, "Orders")]
    public void Renaming_an_element_is_refused_when_the_name_is_taken_or_blank(string element, string newName, ErrorCode code, string token)
    {
        SigmaEngineException fault = Assert.Throws<SigmaEngineException>(() => ElementRenaming.Apply(_document, element, newName));
        Assert.Equal((code, true), (fault.Kind, fault.Message.Contains(token, StringComparison.Ordinal)));
    }

    [Fact]
    public void Renaming_a_control_leaves_formulas_alone_because_they_contain_its_control_ID()
    {
        EditReport report = ElementRenaming.Apply(_document, "Region", "Choose");
        Assert.Equal("Choose", Element("c1").Text("name"));
        Assert.Empty(report.Items);
    }

    [Fact]
    public void Renaming_a_metric_reaches_its_readers_along_the_sources()
    {
        EditReport report = MetricRenaming.Apply(_document, "orders", "Total", "Sum/Total");
        Assert.Equal("[Metrics/Sum\\/Total] / 2", Metric("orders", 1).Text("formula"));
        Assert.Equal("\"[Orders/Amount]\" & [Metrics/Sum\\/Total]", Column("child", 1).Text("formula"));
        Assert.Equal(
            ["metric \"Half\" of \"Orders\"", "column \"Text\" of \"Orders\""],
            report.Items.Order(StringComparer.Ordinal).Reverse());
    }

    [Theory]
    [InlineData(
        "orders",
        "column \"Text\"",
        "element \"Joined\"",
        "relationship 'Orders' of \"Other\"",
        "control 'Region'",
        "element \"Turned\"")]
    [InlineData("Other", "element \"Joined\"", "element \"Spare\"")]
    [InlineData("Limit", "the SQL statement of \"Other\"")]
    public void Removing_an_element_is_refused_when_a_remaining_item_needs_it(string element, params string[] users)
    {
        SigmaEngineException fault = Assert.Throws<SigmaEngineException>(() => ElementRemoval.Apply(_document, [element]));
        Assert.Equal(ErrorCode.EditRefused, fault.Kind);
        Assert.All(users, user => Assert.Contains(user, fault.Message, StringComparison.Ordinal));
        Assert.True(JsonTree.Same(JsonTree.Parse(Model), _document.Root));
    }

    [Fact]
    public void Elements_that_need_only_one_another_are_removed_together()
    {
        ElementRemoval.Apply(_document, ["Joined", "Other", "Spare", "Limit", "Free", "Pick"]);
        Assert.Equal(["orders", "child", "turned"], _document.Elements.Select(ElementIds.Id));
    }

    [Fact]
    public void Removing_a_metric_is_refused_when_a_formula_needs_it()
    {
        Assert.Contains(
            "\"Half\"",
            Assert.Throws<SigmaEngineException>(() => MetricRemoval.Apply(_document, "orders", ["Total"])).Message,
            StringComparison.Ordinal);
        MetricRemoval.Apply(_document, "orders", ["Rows", "Half"]);
        Assert.Equal(["m1"], ElementIds.Ids(Element("orders"), "metrics"));
    }

    [Fact]
    public void Elements_and_metrics_are_listed_with_their_place()
    {
        SpecElementEntry child = SpecElementEntry.All(_document).Single(element => element.Id == "child");
        Assert.Equal(
            ("Orders", "P", "Orders", 2, "/pages/0/elements/4"),
            (child.Name, child.Page, child.Source, child.ColumnCount, child.Pointer));
        Assert.Equal("DB.S.ORDERS", SpecElementEntry.All(_document).Single(element => element.Id == "orders").Source);
        Assert.Equal(
            ["/pages/0/elements/3/metrics/0 Total", "/pages/0/elements/3/metrics/1 Half", "/pages/0/elements/3/metrics/2 Rows"],
            SpecMetricEntry.All(_document).Select(metric => $"{metric.Pointer} {metric.Name}"));
    }

    private JsonObject Element(string id) => _document.Elements.First(element => ElementIds.Id(element) == id);

    private JsonObject Column(string element, int at) => (JsonObject)Element(element).Array("columns")![at];

    private JsonObject Metric(string element, int at) => (JsonObject)Element(element).Array("metrics")![at];
}
