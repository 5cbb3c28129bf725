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
    private readonly EditedItems _edited;
    private readonly Func<string?>[] _kinds;

    public KnownEdits(GeneratedModel model)
    {
        _model = model;
        _edited = new EditedItems(model);
        KnownElementEdits elements = new(model, _edited);
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
            elements.Described,
            elements.Renamed,
            elements.Removed,
            elements.Moved,
            elements.Added,
            elements.PageRenamed,
            elements.ColumnsReordered,
        ];
    }

    /// <summary>Does some edits, and gives the changes that these are.</summary>
    public List<string> Do(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => _model.Pick(_kinds)()).OfType<string>().Order(StringComparer.Ordinal)];

    private string? Added(string kind, string list, Func<string, JsonObject> make)
    {
        JsonObject table = _edited.Table();
        string name = "Added " + _model.Id();
        JsonObject made = make(name);
        _edited.Touched.Add(made);
        if (table[list] is not JsonArray items)
        {
            table[list] = items = [];
        }

        items.Add(made);
        return EditedItems.Line("Added", kind, name);
    }

    // Items that others refer to by ID stay, because the others would change too.
    private string? Removed(string kind, string list)
    {
        JsonObject table = _edited.Table();
        string others = _model.Text;
        if (
            _edited.Untouched(table, list, item =>
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

        return EditedItems.Line("Removed", kind, NameOf(gone));
    }

    private string? Renamed(string kind, string list)
    {
        if (_edited.Untouched(_edited.Table(), list) is not { } item)
        {
            return null;
        }

        item["name"] = "Renamed " + _model.Id();
        return EditedItems.Line("Renamed", kind, NameOf(item));
    }

    private string? Set(string kind, string list, string property, JsonNode value, Func<JsonObject, bool>? fits = null)
    {
        if (_edited.Untouched(_edited.Table(), list, fits) is not { } item)
        {
            return null;
        }

        item[property] = value.DeepClone();
        return EditedItems.Line("Changed", kind, NameOf(item), property);
    }

    // Only columns and metrics are named by a name that no other edit of the same run may change.
    private static string NameOf(JsonObject item) =>
        item["formula"] is null
            ? ""
            : item["name"]?.GetValue<string>()
                ?? FriendlyName.FromRaw(FormulaReferences.Parse(item["formula"]!.GetValue<string>())[0].Name);
}
