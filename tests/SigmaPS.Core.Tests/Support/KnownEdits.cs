using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Tests.Support;

/// <summary>
/// Edits of a generated model, each of a known kind and on something that no other edit has touched, with the change that it is.
/// </summary>
internal sealed class KnownEdits
{
    private readonly GeneratedModel _model;
    private readonly HashSet<JsonObject> _touched = [];
    private readonly HashSet<JsonObject> _gone = [];
    private readonly Func<string?>[] _kinds;

    public KnownEdits(GeneratedModel model)
    {
        _model = model;
        _kinds =
        [
            () => Added("column", "columns", name => new JsonObject { ["id"] = _model.Id(), ["formula"] = "1", ["name"] = name }),
            () => Added("metric", "metrics", name => new JsonObject { ["id"] = _model.Id(), ["formula"] = "Sum([X])", ["name"] = name }),
            () => Added("filter", "filters", name => new JsonObject { ["id"] = _model.Id(), ["columnId"] = name, ["kind"] = "list" }),
            () => Removed("column", "columns"),
            () => Removed("metric", "metrics"),
            () => Removed("filter", "filters"),
            () => Removed("relationship", "relationships"),
            () => Renamed("column", "columns"),
            () => Renamed("metric", "metrics"),
            () => Renamed("relationship", "relationships"),
            () => Renamed("folder", "folders"),
            () => Set("column", "columns", "formula", "[A] + 1", column => column.ContainsKey("name")),
            () => Set("column", "columns", "description", "Told"),
            () => Set("column", "columns", "hidden", true),
            () => Set("metric", "metrics", "formula", "Max([A])"),
            () => Set("filter", "filters", "min", 1.5),
            ElementDescribed,
            ElementRenamed,
            ElementRemoved,
            ElementMoved,
            ElementAdded,
            PageRenamed,
            ColumnsReordered,
        ];
    }

    /// <summary>Does some edits, and gives the changes that these are.</summary>
    public List<string> Do(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => _model.Pick(_kinds)()).OfType<string>().Order(StringComparer.Ordinal)];

    private string? Added(string kind, string list, Func<string, JsonObject> make)
    {
        JsonObject table = Table();
        string name = "Added " + _model.Id();
        JsonObject made = make(name);
        _touched.Add(made);
        if (table[list] is not JsonArray items)
        {
            table[list] = items = [];
        }

        items.Add(made);
        return Line("Added", kind, name);
    }

    // What other things refer to by id stays, because they would change too.
    private string? Removed(string kind, string list)
    {
        JsonObject table = Table();
        string others = _model.Text;
        if (
            Untouched(table, list, item =>
                kind != "column"
                || others.Split('"' + GeneratedModel.Id(item) + '"').Length - 1
                    == 1 + (table["order"] is JsonArray order && order.Any(id => id!.GetValue<string>() == GeneratedModel.Id(item)) ? 1 : 0)
            )
            is not { } gone)
        {
            return null;
        }

        table[list]!.AsArray().Remove(gone);
        if (table["order"] is JsonArray all && all.FirstOrDefault(id => id!.GetValue<string>() == GeneratedModel.Id(gone)) is { } place)
        {
            all.Remove(place);
        }

        return Line("Removed", kind, NameOf(gone));
    }

    private string? Renamed(string kind, string list)
    {
        if (Untouched(Table(), list) is not { } item)
        {
            return null;
        }

        item["name"] = "Renamed " + _model.Id();
        return Line("Renamed", kind, NameOf(item));
    }

    private string? Set(string kind, string list, string property, JsonNode value, Func<JsonObject, bool>? fits = null)
    {
        if (Untouched(Table(), list, fits) is not { } item)
        {
            return null;
        }

        item[property] = value.DeepClone();
        return Line("Changed", kind, NameOf(item), property);
    }

    private string? ElementDescribed()
    {
        JsonObject table = Table();
        if (table.ContainsKey("description"))
        {
            return null;
        }

        table["description"] = "Told";
        return Line("Changed", "element", "", "description");
    }

    private string? ElementRenamed()
    {
        JsonObject table = Table();
        if (table["name"]?.GetValue<string>().StartsWith("Renamed", StringComparison.Ordinal) == true || !_touched.Add(table))
        {
            return null;
        }

        table["name"] = "Renamed " + _model.Id();
        return Line("Renamed", "element", "");
    }

    private string? ElementRemoved()
    {
        JsonObject table = Table();
        bool isUsed = _model.Text.Split('"' + GeneratedModel.Id(table) + '"').Length - 1 > 1;
        bool isTouched =
            _touched.Contains(table)
            || table.ContainsKey("description")
            || _model.Pages.OfType<JsonObject>().Any(_touched.Contains)
            || table.SelectMany(member => member.Value is JsonArray items ? items.OfType<JsonObject>() : []).Any(_touched.Contains)
            || Lost.Contains(table);
        if (isUsed || isTouched || _model.Tables.Count - _gone.Count < 2)
        {
            return null;
        }

        _gone.Add(table);
        table.Parent!.AsArray().Remove(table);
        return Line("Removed", "element", "");
    }

    private string? ElementMoved()
    {
        JsonObject table = Table();
        JsonObject page = _model.Pick([.. _model.Pages.OfType<JsonObject>()]);
        if (page["elements"] == table.Parent || !_touched.Add(table))
        {
            return null;
        }

        table.Parent!.AsArray().Remove(table);
        page["elements"]!.AsArray().Add(table);
        return Line("Moved", "element", "", "page");
    }

    private string? ElementAdded()
    {
        JsonObject page = _model.Pick([.. _model.Pages.OfType<JsonObject>()]);
        page["elements"]!
            .AsArray()
            .Add(
                new JsonObject
                {
                    ["id"] = _model.Id(),
                    ["kind"] = "table",
                    ["name"] = "Added " + _model.Id(),
                    ["source"] = new JsonObject
                    {
                        ["kind"] = "sql",
                        ["connectionId"] = "conn",
                        ["statement"] = "select 1",
                    },
                    ["columns"] = new JsonArray(),
                }
            );
        return Line("Added", "element", "");
    }

    private string? PageRenamed()
    {
        JsonObject page = _model.Pick([.. _model.Pages.OfType<JsonObject>()]);
        if (!_touched.Add(page))
        {
            return null;
        }

        page["name"] = "Renamed " + _model.Id();
        return Line("Renamed", "page", "");
    }

    private string? ColumnsReordered()
    {
        JsonObject table = Table();
        List<JsonObject> free = [.. GeneratedModel.Items(table, "columns").Where(column => !_touched.Contains(column))];
        if (table["order"] is not JsonArray order || free.Count < 2 || table.ContainsKey("groupings") || !Lost.Add(table))
        {
            return null;
        }

        int[] places =
        [
            .. free.Take(2).Select(column => order.Select(id => id!.GetValue<string>()).ToList().IndexOf(GeneratedModel.Id(column))),
        ];
        (string first, string second) = (order[places[0]]!.GetValue<string>(), order[places[1]]!.GetValue<string>());
        (order[places[0]], order[places[1]]) = (second, first);
        _touched.UnionWith(free.Take(2));
        return Line("Moved", "element", "", "order");
    }

    /// <summary>The tables whose columns were put in another order.</summary>
    private HashSet<JsonObject> Lost { get; } = [];

    private JsonObject Table() => _model.Pick([.. _model.Tables.Where(table => !_gone.Contains(table))]);

    private JsonObject? Untouched(JsonObject table, string list, Func<JsonObject, bool>? fits = null)
    {
        JsonObject[] free = [.. GeneratedModel.Items(table, list).Where(item => !_touched.Contains(item) && (fits is null || fits(item)))];
        if (free.Length == 0)
        {
            return null;
        }

        JsonObject chosen = _model.Pick(free);
        _touched.Add(chosen);
        return chosen;
    }

    // Only columns and metrics are told by a name that no other edit of the same run may change.
    private static string NameOf(JsonObject item) =>
        item["formula"] is null
            ? ""
            : item["name"]?.GetValue<string>()
                ?? FriendlyName.FromRaw(FormulaReferences.Parse(item["formula"]!.GetValue<string>())[0].Name);

    private static string Line(string change, string kind, string name, string? property = null) =>
        $"{change} {kind}{(kind is "column" or "metric" ? " " + name : "")}{(property is null ? "" : ": " + property)}";
}
