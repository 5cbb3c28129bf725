using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Lookup;
using SigmaPS.Core.Reports;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Reports.Diagrams;

public sealed class DiagramColumnsTests
{
    private const string Elements = """
        {"id":"o","kind":"table","name":"Orders","source":{"kind":"warehouse-table","connectionId":"c","path":["DB","S","ORDERS"]},
          "columns":[{"id":"a","formula":"[ORDERS/Amount]"},{"id":"t","formula":"[Amount] * [Factor] + [Amount]","name":"Twice"},
            {"id":"u","formula":"[Nope] + [Twice]","name":"Lost"}],
          "metrics":[{"id":"m","name":"Total","formula":"Sum([Twice])"}],
          "relationships":[{"id":"r","name":"Cust","targetElementId":"k","keys":[]}]},
        {"id":"k","kind":"table","name":"Customers","source":{"kind":"warehouse-table","connectionId":"c","path":["DB","S","CUSTOMERS"]},
          "columns":[{"id":"n","formula":"[CUSTOMERS/Name]"}]},
        {"id":"f","kind":"control","controlType":"number","controlId":"Factor","name":"Factor"},
        {"id":"top","kind":"table","name":"Top","source":{"kind":"table","elementId":"o"},
          "columns":[{"id":"x","formula":"[Orders/Twice] + 1","name":"More"},{"id":"y","formula":"[Orders/Cust/Name]","name":"Who"},
            {"id":"z","formula":"[Metrics/Total]","name":"Sum"}]},
        {"id":"j","kind":"table","name":"Both","source":{"kind":"join","joins":[{"left":{"kind":"table","elementId":"o"},
          "right":{"kind":"table","elementId":"k"},"columns":[]}]},
          "columns":[{"id":"p","formula":"[Orders/Amount] & [Customers/Name]","name":"Pair"}]},
        {"id":"all","kind":"table","name":"All","source":{"kind":"union","sources":[{"kind":"table","elementId":"o"},
          {"kind":"table","elementId":"k"}],"matches":[{"outputColumnName":"V","sourceColumns":["[Twice]","[Name]"]}]},
          "columns":[{"id":"v","formula":"[Union of 2 Sources/V]"}]},
        {"id":"s","kind":"table","name":"Raw","source":{"kind":"sql","connectionId":"c","statement":"select 1 as ONE"},
          "columns":[{"id":"q","formula":"[Custom SQL/ONE]"}]},
        {"id":"far","kind":"table","name":"Far","source":{"kind":"data-model","dataModelId":"d1","elementId":"e1"},
          "columns":[{"id":"w","formula":"[Base/Col]","name":"Col"}]},
        {"id":"l","kind":"table","name":"Loop","source":{"kind":"warehouse-table","connectionId":"c","path":["DB","S","LOOP"]},
          "columns":[{"id":"r1","formula":"[R2]","name":"R1"},{"id":"r2","formula":"[R1]","name":"R2"}]}
        """;

    [Theory]
    [InlineData("Orders", "Amount", "DB.S.ORDERS/Amount")]
    [InlineData("Orders", "Twice", "Orders/Amount, Factor")]
    [InlineData("Orders", "Total", "Orders/Twice")]
    [InlineData("Top", "More", "Orders/Twice")]
    [InlineData("Top", "Who", "Customers/Name")]
    [InlineData("Top", "Sum", "Orders/Total")]
    [InlineData("Both", "Pair", "Orders/Amount, Customers/Name")]
    [InlineData("All", "V", "Orders/Twice, Customers/Name")]
    [InlineData("Raw", "ONE", "Custom SQL/ONE")]
    [InlineData("Far", "Col", "element e1 of model d1/Col")]
    [InlineData("Loop", "R1", "Loop/R2")]
    [InlineData("Loop", "R2", "Loop/R1")]
    public void Column_reads_the_items_of_its_formula(string element, string column, string reads)
    {
        DiagramGraph graph = SpecDiagram.WithColumns(Document());
        DiagramItem item = graph.Nodes.Single(node => node.Label == element).Items.Single(item => item.Name == column);
        Dictionary<DiagramItem, DiagramNode> owners = Owners(graph);
        Assert.Equal(
            reads.Split(", ").Order(StringComparer.Ordinal),
            item.ReadItems.Select(read => $"{owners[read].Label}/{read.Name}").Concat(item.ReadNodes.Select(node => node.Label))
                .Order(StringComparer.Ordinal));
        Assert.Empty(item.Unresolved);
    }

    [Fact]
    public void Reference_that_does_not_resolve_is_shown_beside_those_that_do()
    {
        DiagramItem lost = SpecDiagram.WithColumns(Document()).Nodes.SelectMany(node => node.Items).Single(item => item.Name == "Lost");
        Assert.Equal(["[Nope]"], lost.Unresolved);
        Assert.Equal(["Twice"], lost.ReadItems.Select(item => item.Name));
    }

    [Fact]
    public void Diagram_without_columns_has_the_same_elements_and_edges()
    {
        DiagramGraph plain = SpecDiagram.FromDocument(Document());
        DiagramGraph full = SpecDiagram.WithColumns(Document());
        Assert.Equal(plain.Nodes.Select(node => node.Label), full.Nodes.Select(node => node.Label));
        Assert.Equal(plain.Edges.Select(Edge), full.Edges.Select(Edge));
        Assert.All(plain.Nodes, node => Assert.Empty(node.Items));
    }

    [Fact]
    public void Chain_of_each_column_ends_in_the_tables_that_the_search_finds()
    {
        int compared = 0;
        foreach ((string name, string text) in SandboxModels.All())
        {
            SpecDocument document = SpecDocument.Parse(text, name);
            DiagramGraph graph = SpecDiagram.WithColumns(document);
            Dictionary<DiagramItem, DiagramNode> owners = Owners(graph);
            ILookup<string, DiagramItem> items = graph.Nodes.SelectMany(node => node.Items.Select(item => (node.Id, Item: item)))
                .ToLookup(pair => $"{pair.Id} {pair.Item.Id}", pair => pair.Item);
            foreach (FoundColumn column in ColumnSearch.InDocument(document))
            {
                string[] tables =
                [
                    .. column.Origins.Where(origin => origin.Text.EndsWith("." + origin.Table, StringComparison.Ordinal))
                        .Select(origin => origin.Text),
                ];
                IEnumerable<string> ends = Reached(items[$"{column.ElementId} {column.ColumnId}"].First())
                    .Select(item => owners[item])
                    .Where(node => node.Note is "warehouse-table" or "metric-view" or "semantic-view")
                    .Select(node => node.Label);
                Assert.Equal(tables, ends.Distinct().Order(StringComparer.Ordinal));
                compared += tables.Length;
            }
        }

        Assert.InRange(compared, 50, int.MaxValue);
    }

    private static SpecDocument Document() =>
        SpecDocument.Parse(
            "{\"schemaVersion\":1,\"name\":\"M\",\"pages\":[{\"id\":\"p\",\"name\":\"P\",\"elements\":[" + Elements + "]}]}",
            "test");

    private static Dictionary<DiagramItem, DiagramNode> Owners(DiagramGraph graph) =>
        graph.Nodes.SelectMany(node => node.Items.Select(item => (item, node))).ToDictionary(pair => pair.item, pair => pair.node);

    private static (string From, string To, string Label, bool IsDotted) Edge(DiagramEdge edge) =>
        (edge.From.Label, edge.To.Label, edge.Label, edge.IsDotted);

    private static HashSet<DiagramItem> Reached(DiagramItem start)
    {
        HashSet<DiagramItem> found = [start];
        Queue<DiagramItem> open = new([start]);
        while (open.TryDequeue(out DiagramItem? item))
        {
            foreach (DiagramItem read in item.ReadItems.Where(found.Add))
            {
                open.Enqueue(read);
            }
        }

        return found;
    }
}
