using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Core.Tests.Support;

/// <summary>
/// A model made from a seed: pages, tables with all their items, controls. Every ID begins with "id-", so that all can be renewed at
/// once.
/// </summary>
internal sealed class GeneratedModel
{
    private readonly Random _random;
    private int _next;

    public GeneratedModel(int seed)
    {
        _random = new Random(seed);
        JsonArray pages = [];
        Root = new JsonObject
        {
            ["name"] = "Generated",
            ["documentVersion"] = 3,
            ["latestDocumentVersion"] = 3,
            ["schemaVersion"] = 1,
            ["pages"] = pages,
        };
        int count = 1 + _random.Next(3);
        for (int i = 0; i < count; i++)
        {
            JsonArray elements = [];
            pages.Add(new JsonObject { ["id"] = Id(), ["name"] = $"Page {i}", ["elements"] = elements });
            for (int e = _random.Next(4); e >= 0; e--)
            {
                elements.Add(Table());
            }

            if (Chance(2))
            {
                elements.Add(
                    new JsonObject
                    {
                        ["kind"] = "control",
                        ["controlId"] = $"Control-{i}",
                        ["id"] = Id(),
                        ["controlType"] = "number-range",
                        ["min"] = 1,
                        ["filters"] = new JsonArray(
                            new JsonObject
                            {
                                ["source"] = new JsonObject { ["kind"] = "table", ["elementId"] = Id(Tables[0]) },
                                ["columnId"] = Id(Items(Tables[0], "columns")[0]),
                            }),
                    });
            }
        }
    }

    public JsonObject Root { get; }

    public List<JsonObject> Tables { get; } = [];

    public JsonArray Pages => Root["pages"]!.AsArray();

    public string Text => Root.ToJsonString();

    /// <summary>The objects of a list; none where the list is missing.</summary>
    public static List<JsonObject> Items(JsonObject owner, string list) =>
        owner[list] is JsonArray items ? [.. items.OfType<JsonObject>()] : [];

    public static string Id(JsonObject item) => item["id"]!.GetValue<string>();

    /// <summary>A new ID or part of a name.</summary>
    public string Id() => $"id-{_next++}";

    public bool Chance(int of) => _random.Next(of) == 0;

    public T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    private JsonObject Table()
    {
        int number = _next++;
        string table = $"TABLE_{number}";
        JsonArray columns = [];
        JsonObject made = new()
        {
            ["id"] = Id(),
            ["kind"] = "table",
            ["source"] = Tables.Count > 0 && Chance(3)
                ? new JsonObject { ["elementId"] = Id(Pick(Tables)), ["kind"] = "table" }
                : new JsonObject { ["connectionId"] = "conn", ["kind"] = "warehouse-table", ["path"] = new JsonArray("DB", "S", table) },
            ["columns"] = columns,
        };
        if (made["source"]!["path"] is null || Chance(2))
        {
            made["name"] = $"Table {number}";
        }

        for (int c = _random.Next(7); c >= 0; c--)
        {
            columns.Add(
                Chance(2)
                    ? new JsonObject
                    {
                        ["id"] = Id(),
                        ["formula"] = made["source"]!["path"] is null ? $"[{table}/Column {_next++}]" : $"[{table}/COLUMN_{_next++}]",
                    }
                    : new JsonObject
                    {
                        ["id"] = Id(),
                        ["formula"] = $"[{table}/A] * {_next}",
                        ["name"] = $"Column {_next++}",
                    });
        }

        Fill(made);
        Tables.Add(made);
        return made;
    }

    private void Fill(JsonObject table)
    {
        List<JsonObject> columns = Items(table, "columns");
        Add(table, "metrics", 3, () => new JsonObject
        {
            ["id"] = Id(),
            ["formula"] = $"Sum([X]) + {_next}",
            ["name"] = $"Metric {_next++}",
        });
        Add(table, "groupings", 1, () => new JsonObject { ["id"] = Id(), ["groupBy"] = new JsonArray(Id(Pick(columns))) });
        Add(table, "relationships", 1, () => new JsonObject
        {
            ["id"] = Id(),
            ["targetElementId"] = Tables.Count > 0 ? Id(Pick(Tables)) : Id(table),
            ["keys"] = new JsonArray(),
            ["name"] = $"Relationship {_next++}",
        });
        Add(table, "filters", 2, () => new JsonObject
        {
            ["id"] = Id(),
            ["columnId"] = Id(Pick(columns)),
            ["kind"] = "number-range",
            ["min"] = _next++,
        });
        Add(table, "folders", 1, () => new JsonObject { ["id"] = Id(), ["name"] = $"Folder {_next++}", ["items"] = new JsonArray() });
        if (Chance(2))
        {
            table["order"] = new JsonArray([.. columns.Select(column => JsonValue.Create(Id(column)))]);
        }

        if (Chance(3))
        {
            table["sort"] = new JsonArray(new JsonObject { ["columnId"] = Id(Pick(columns)), ["direction"] = "ascending" });
        }
    }

    // An empty list and a default that is written out mean the same as nothing.
    private void Add(JsonObject table, string list, int most, Func<JsonObject> make)
    {
        if (Chance(2))
        {
            table[list] = new JsonArray([.. Enumerable.Range(0, _random.Next(most + 1)).Select(_ => make())]);
        }

        if (Chance(6))
        {
            table["visibleAsSource"] = true;
        }
    }
}
