using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>Workbooks and reports with all forms of references (sigma-workbooks.md section 2.1).</summary>
internal sealed class GeneratedDocuments(
    SandboxOrganization organization,
    IReadOnlyList<GeneratedElement> elements,
    List<GeneratedNode> nodes,
    Random random)
{
    private JsonArray _elements = [];
    private List<GeneratedNode> _columns = [];
    private string _id = "";
    private string _kind = "";

    public void Fill(DocumentKind kind, int count)
    {
        for (int i = 0; i < count; i++)
        {
            (_id, _kind, _elements) = (NewIds.Uuid(), kind.ToString(), []);
            int tables = 1 + random.Next(2);
            for (int t = 0; t < tables; t++)
            {
                Table(t, elements[random.Next(elements.Count)]);
            }

            JsonObject content = new()
            {
                ["id"] = _id,
                ["pages"] = new JsonArray(
                    new JsonObject
                    {
                        ["id"] = "p",
                        ["name"] = "Page 1",
                        ["elements"] = _elements,
                    }),
            };
            organization.AddDocument(kind, content, $"{kind} {i:000}", "Generated");
        }
    }

    // A table over a model's element, then a chart over the table, and a second chart that looks up the first.
    private void Table(int number, GeneratedElement source)
    {
        _columns = [];
        string table = $"t{number}";

        // Half of the tables inherit the model element's name, so that their formulas look as if they referred to themselves.
        string? name = random.Next(2) == 0 ? null : $"Renamed {number}";
        JsonArray columns = [];
        foreach (GeneratedNode read in source.Columns.Where(_ => random.Next(2) == 0).DefaultIfEmpty(source.Columns[^1]))
        {
            Add(columns, table, $"c{columns.Count}", $"{read.Name} here", Spelled(Reference(source.Name, read.Name)), read);
        }

        foreach (GeneratedNode metric in source.Metrics.Where(_ => random.Next(2) == 0))
        {
            Add(columns, table, $"m{columns.Count}", $"{metric.Name} of all", Reference("Metrics", metric.Name), [metric, .. source.Chain]);
        }

        foreach ((string relationship, GeneratedElement target) in source.Relationships)
        {
            Add(
                columns,
                table,
                "r0",
                "Related",
                Reference(source.Name, relationship, target.Columns[0].Name),
                target.Columns[0],
                source.Node);
            Add(
                columns,
                table,
                "r1",
                "Suffixed",
                Reference(source.Name, $"{target.Columns[3].Name} ({relationship})"),
                target.Columns[3],
                source.Node);
        }

        GeneratedNode first = _columns[0];
        Add(columns, table, "s0", "Sibling", $"Upper({Reference(first.Name)})", first);
        Add(columns, table, "s1", "Innocent", "\"[no reference/at all]\"");
        JsonObject model = new() { ["kind"] = "data-model", ["dataModelId"] = source.ModelId, ["elementId"] = source.Id };
        Element(table, "table", name, model, columns);
        Charts(number, table, name ?? source.Name, first);
    }

    private void Charts(int number, string table, string tableName, GeneratedNode first)
    {
        string chart = $"v{number}";
        JsonArray columns = [];
        Add(columns, chart, "a", "Top", $"Max({Reference(tableName, first.Name)})", first);
        Add(columns, chart, "b", "Rest", "Count()");
        GeneratedNode top = _columns[^2];
        Element(chart, "visualization", $"Chart {number}", new JsonObject { ["kind"] = "element", ["elementId"] = table }, columns);
        if (number == 0)
        {
            JsonArray looked = [];
            JsonObject sql = new() { ["kind"] = "sql", ["connectionId"] = SeedCatalogue.Warehouse, ["statement"] = "select 1 as one" };
            Add(
                looked,
                "look",
                "l",
                "Looked Up",
                $"Lookup({Reference("Chart 0", "Top")}, [One], {Reference("Chart 0", "Rest")})",
                top,
                _columns.First(c => c.Name == "Rest"));
            Add(looked, "look", "one", "One", "[Custom SQL/one]");
            Element("look", "table", "Lookups", sql, looked);
        }
    }

    // One reference in four has another case, because names match in any case (section 2.2).
    private string Spelled(string reference) => random.Next(4) == 0 ? reference.ToLowerInvariant() : reference;

    private void Add(JsonArray columns, string element, string id, string name, string formula, params GeneratedNode[] reads)
    {
        GeneratedNode node = new(_kind, _id, element, "column", id, name);
        foreach (GeneratedNode read in reads)
        {
            node.Reads.Add(read);
        }

        nodes.Add(node);
        _columns.Add(node);
        columns.Add(new JsonObject { ["id"] = id, ["name"] = name, ["formula"] = formula });
    }

    private void Element(string id, string kind, string? name, JsonObject source, JsonArray columns)
    {
        JsonObject element = new() { ["id"] = id, ["kind"] = kind };
        if (name is not null)
        {
            element["name"] = name;
        }

        element["source"] = source;
        element["columns"] = columns;
        _elements.Add(element);
    }

    private static string Reference(params string[] parts) => FormulaReference.Write(parts);
}
