using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>Models in three layers. The first reads SQL, each further one reads elements of the layer below.</summary>
internal sealed class GeneratedModels(SandboxOrganization organization, List<GeneratedNode> nodes, Random random)
{
    private static readonly string[] Words =
    [
        "Region",
        "Amount",
        "Cost",
        "Segment",
        "Units",
        "Rate H/L",
        "Plan [new]",
        "Ort (Süd)",
        "Tax, net",
        "Back\\slash",
    ];

    /// <summary>The elements by layer.</summary>
    public List<GeneratedElement> Elements { get; } = [];

    public void Fill(int models)
    {
        List<GeneratedElement> below = [];
        List<GeneratedElement> layer = [];
        int perLayer = Math.Max(1, models / 3);
        for (int i = 0; i < models; i++)
        {
            if (i > 0 && i % perLayer == 0 && i / perLayer < 3)
            {
                below = layer;
                layer = [];
            }

            layer.AddRange(below.Count == 0 ? Base(i) : Upper(i, below));
        }
    }

    // Two models in three share element names with others, so names alone do not distinguish them.
    private List<GeneratedElement> Base(int number)
    {
        string model = NewIds.Uuid();
        GeneratedElement buyers = Element(model, "buyers", number % 3 == 0 ? $"Buyers {number}" : "Buyers");
        GeneratedElement facts = Element(model, "facts", number % 3 == 0 ? $"Facts {number}" : "Facts");
        string buyerColumns = string.Join(
            ',',
            Words[..4].Select((word, at) => Column(buyers, $"b{at}", word, $"[Custom SQL/{Escape(word)}]")));
        string factColumns = string.Join(',', Words.Select((word, at) => Column(facts, $"f{at}", word, $"[Custom SQL/{Escape(word)}]")));
        GeneratedNode amount = facts.Columns[1];
        factColumns += "," + Column(facts, "margin", "Margin", "[Amount] - [Cost]", amount, facts.Columns[2]);
        factColumns += "," + Column(facts, "text", "Label", "\"[Segment] is not read\" & [Region]", facts.Columns[0]);
        string metrics =
            Metric(facts, "total", "Total", "Sum([Amount])", amount)
            + ","
            + Metric(facts, "ratio", "Ratio", "Sum([Margin]) / Sum([Amount])", facts.Columns[10], amount);
        facts.Relationships.Add((number % 2 == 0 ? "Sold To" : "Buyer", buyers));
        string relationship =
            $$"""{"id":"rel","name":"{{facts.Relationships[0].Name}}","targetElementId":"buyers","""
            + """ "keys":[{"sourceColumnId":"f0","targetColumnId":"b0"}]}""";
        Add(
            model,
            $"Base {number}",
            Table("buyers", buyers.Name, Sql, buyerColumns)
                + ","
                + Table("facts", facts.Name, Sql, factColumns, $",\"metrics\":[{metrics}],\"relationships\":[{relationship}]"));
        return [buyers, facts];
    }

    private List<GeneratedElement> Upper(int number, List<GeneratedElement> below)
    {
        string model = NewIds.Uuid();
        GeneratedElement source = below[random.Next(below.Count)];
        GeneratedElement view = Element(model, "view", $"View {number}");
        GeneratedElement child = Element(model, "child", number % 2 == 0 ? "Summary" : $"Summary {number}");
        List<string> columns = [];
        foreach (GeneratedNode read in source.Columns.Where(_ => random.Next(3) > 0).DefaultIfEmpty(source.Columns[0]))
        {
            // A column without a name has the name of its source.
            bool isNamed = random.Next(2) == 0;
            string name = isNamed ? $"{read.Name} {number}" : read.Name;
            columns.Add(Column(view, $"v{columns.Count}", name, $"[{Escape(source.Name)}/{Escape(read.Name)}]", isNamed, read));
        }

        GeneratedNode first = view.Columns[0];

        // It reads nothing of the source, and neither does who reads it.
        columns.Add(Column(view, "fixed", "Fixed", "1 + 1"));
        GeneratedNode constant = view.Columns[^1];
        columns.Add(Column(view, "twice", "Doubled", $"[{Escape(first.Name)}] & [{Escape(first.Name)}]", first));
        view.Metrics.AddRange(source.Metrics);
        view.Chain.AddRange(source.Chain);
        string childColumns = Column(child, "c0", "Passed On", $"[View {number}/{Escape(first.Name)}]", first)
            + "," + Column(child, "c1", "Twice", $"[View {number}/Doubled]", view.Columns[^1])
            + "," + Column(child, "c2", "Still Fixed", $"[View {number}/Fixed]", constant);
        child.Metrics.AddRange(source.Metrics);
        child.Chain.AddRange(view.Chain);
        string remote = $$"""{"kind":"data-model","dataModelId":"{{source.ModelId}}","elementId":"{{source.Id}}"}""";
        Add(
            model,
            $"Upper {number}",
            Table("view", view.Name, remote, string.Join(',', columns))
                + ","
                + Table("child", child.Name, """{"kind":"table","elementId":"view"}""", childColumns));
        return [view, child];
    }

    private static string Sql => $$"""{"kind":"sql","connectionId":"{{SeedCatalogue.Warehouse}}","statement":"select * from t"}""";

    private GeneratedElement Element(string model, string id, string name)
    {
        GeneratedElement element = new(Node(model, id, "element", id, name));
        Elements.Add(element);
        return element;
    }

    private string Column(GeneratedElement element, string id, string name, string formula, params GeneratedNode[] reads) =>
        Column(element, id, name, formula, true, reads);

    private string Column(GeneratedElement element, string id, string name, string formula, bool isNamed, params GeneratedNode[] reads)
    {
        GeneratedNode node = Node(element.ModelId, element.Id, "column", id, name, reads);
        element.Columns.Add(node);
        return Item(id, isNamed ? name : null, formula);
    }

    private string Metric(GeneratedElement element, string id, string name, string formula, params GeneratedNode[] reads)
    {
        element.Metrics.Add(Node(element.ModelId, element.Id, "metric", id, name, reads));
        return Item(id, name, formula);
    }

    private GeneratedNode Node(string model, string element, string kind, string id, string name, params GeneratedNode[] reads)
    {
        GeneratedNode node = new("DataModel", model, element, kind, id, name);
        foreach (GeneratedNode read in reads)
        {
            node.Reads.Add(read);
        }

        nodes.Add(node);
        return node;
    }

    private void Add(string model, string name, string elements) =>
        organization.AddModel(
            $$"""{"dataModelId":"{{model}}","name":"{{name}}","schemaVersion":1,"""
                + $$""" "pages":[{"id":"p","name":"Page 1","elements":[{{elements}}]}]}""",
            folderPath: "Generated");

    private static string Table(string id, string name, string source, string columns, string more = "") =>
        $$"""{"id":"{{id}}","kind":"table","name":"{{name}}","source":{{source}},"columns":[{{columns}}]{{more}}}""";

    private static string Item(string id, string? name, string formula)
    {
        JsonObject item = new() { ["id"] = id, ["formula"] = formula };
        if (name is not null)
        {
            item["name"] = name;
        }

        return SpecText.Write(item);
    }

    private static string Escape(string name) => FormulaReference.Write([name])[1..^1];
}
