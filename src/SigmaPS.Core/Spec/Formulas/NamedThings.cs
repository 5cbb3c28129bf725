using System;
using System.Collections.Generic;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>The columns and metrics of one element by the names they show; the first counts where two show one.</summary>
internal sealed class NamedThings
{
    private readonly Dictionary<string, JsonObject> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonObject> _raw = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonObject> _metrics = new(StringComparer.Ordinal);

    public NamedThings(JsonObject element)
    {
        foreach (var column in ElementIds.Objects(element, "columns"))
        {
            AddFirst(_columns, EffectiveName.Of(column), column);
            if (RawName(column) is { } raw)
            {
                AddFirst(_raw, raw, column);
            }
        }

        foreach (var metric in ElementIds.Objects(element, "metrics"))
        {
            AddFirst(_metrics, EffectiveName.Of(metric), metric);
        }
    }

    /// <summary>What a column without a name is called where the connection does not make names friendly.</summary>
    public static string? RawName(JsonObject column) =>
        column.Text("name") is null && column.Text("formula") is { } formula && FormulaReferences.Only(formula) is { } reference ? reference.Name : null;

    /// <summary>A column.</summary>
    /// <param name="name">Its name as a formula writes it.</param>
    /// <param name="loose">Whether the warehouse's way of writing it will do, as the service rewrites it (spec sheet, section 11.5).</param>
    public JsonObject? Column(string name, bool loose) =>
        _columns.TryGetValue(name, out var exact) ? exact
        : _raw.TryGetValue(name, out var raw) ? raw
        : loose && _columns.TryGetValue(FriendlyName.Of(name), out var friendly) ? friendly
        : null;

    /// <summary>A metric.</summary>
    public JsonObject? Metric(string name) => _metrics.TryGetValue(name, out var found) ? found : null;

    private static void AddFirst(Dictionary<string, JsonObject> all, string name, JsonObject thing)
    {
        if (!all.ContainsKey(name))
        {
            all.Add(name, thing);
        }
    }
}
