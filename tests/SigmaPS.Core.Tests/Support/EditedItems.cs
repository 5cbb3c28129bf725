using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Core.Tests.Support;

/// <summary>The items that the <see cref="KnownEdits"/> have changed, so that no other edit of the same run changes them again.</summary>
internal sealed class EditedItems(GeneratedModel model)
{
    private readonly GeneratedModel _model = model;

    public HashSet<JsonObject> Touched { get; } = [];

    public HashSet<JsonObject> Gone { get; } = [];

    /// <summary>The tables whose columns were put in another order.</summary>
    public HashSet<JsonObject> Reordered { get; } = [];

    public JsonObject Table() => _model.Pick([.. _model.Tables.Where(table => !Gone.Contains(table))]);

    public JsonObject? Untouched(JsonObject table, string list, Func<JsonObject, bool>? fits = null)
    {
        JsonObject[] free = [.. GeneratedModel.Items(table, list).Where(item => !Touched.Contains(item) && (fits is null || fits(item)))];
        if (free.Length == 0)
        {
            return null;
        }

        JsonObject chosen = _model.Pick(free);
        Touched.Add(chosen);
        return chosen;
    }

    /// <summary>The change that an edit is.</summary>
    public static string Line(string change, string kind, string name, string? property = null) =>
        $"{change} {kind}{(kind is "column" or "metric" ? " " + name : "")}{(property is null ? "" : ": " + property)}";
}
