using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Core.Tests.Support;

/// <summary>The <see cref="KnownEdits"/> of a whole element or page.</summary>
internal sealed class KnownElementEdits(GeneratedModel model, EditedItems edited)
{
    private readonly GeneratedModel _model = model;
    private readonly EditedItems _edited = edited;

    public string? Described()
    {
        JsonObject table = _edited.Table();
        if (table.ContainsKey("description"))
        {
            return null;
        }

        table["description"] = "Told";
        return EditedItems.Line("Changed", "element", "", "description");
    }

    public string? Renamed()
    {
        JsonObject table = _edited.Table();
        if (table["name"]?.GetValue<string>().StartsWith("Renamed", StringComparison.Ordinal) == true || !_edited.Touched.Add(table))
        {
            return null;
        }

        table["name"] = "Renamed " + _model.Id();
        return EditedItems.Line("Renamed", "element", "");
    }

    public string? Removed()
    {
        JsonObject table = _edited.Table();
        bool isUsed = _model.Text.Split('"' + GeneratedModel.Id(table) + '"').Length - 1 > 1;
        bool isTouched =
            _edited.Touched.Contains(table)
            || table.ContainsKey("description")
            || _model.Pages.OfType<JsonObject>().Any(_edited.Touched.Contains)
            || table.SelectMany(member => member.Value is JsonArray items ? items.OfType<JsonObject>() : []).Any(_edited.Touched.Contains)
            || _edited.Reordered.Contains(table);
        if (isUsed || isTouched || _model.Tables.Count - _edited.Gone.Count < 2)
        {
            return null;
        }

        _edited.Gone.Add(table);
        table.Parent!.AsArray().Remove(table);
        return EditedItems.Line("Removed", "element", "");
    }

    public string? Moved()
    {
        JsonObject table = _edited.Table();
        JsonObject page = _model.Pick([.. _model.Pages.OfType<JsonObject>()]);
        if (page["elements"] == table.Parent || !_edited.Touched.Add(table))
        {
            return null;
        }

        table.Parent!.AsArray().Remove(table);
        page["elements"]!.AsArray().Add(table);
        return EditedItems.Line("Moved", "element", "", "page");
    }

    public string? Added()
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
        return EditedItems.Line("Added", "element", "");
    }

    public string? PageRenamed()
    {
        JsonObject page = _model.Pick([.. _model.Pages.OfType<JsonObject>()]);
        if (!_edited.Touched.Add(page))
        {
            return null;
        }

        page["name"] = "Renamed " + _model.Id();
        return EditedItems.Line("Renamed", "page", "");
    }

    public string? ColumnsReordered()
    {
        JsonObject table = _edited.Table();
        List<JsonObject> free = [.. GeneratedModel.Items(table, "columns").Where(column => !_edited.Touched.Contains(column))];
        if (table["order"] is not JsonArray order || free.Count < 2 || table.ContainsKey("groupings") || !_edited.Reordered.Add(table))
        {
            return null;
        }

        int[] places =
        [
            .. free.Take(2).Select(column => order.Select(id => id!.GetValue<string>()).ToList().IndexOf(GeneratedModel.Id(column))),
        ];
        (string first, string second) = (order[places[0]]!.GetValue<string>(), order[places[1]]!.GetValue<string>());
        (order[places[0]], order[places[1]]) = (second, first);
        _edited.Touched.UnionWith(free.Take(2));
        return EditedItems.Line("Moved", "element", "", "order");
    }
}
