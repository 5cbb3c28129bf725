using System;
using System.Collections.Generic;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec;

/// <summary>
/// The display names of one element's columns and metrics. A name depends on the columns before it, so all are computed in one pass.
/// </summary>
internal sealed class ElementNames
{
    private readonly Dictionary<JsonObject, DisplayName> _names;
    private readonly Dictionary<JsonObject, DisplayName> _defaults;
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly bool _isJoin;

    public ElementNames(JsonObject element, Func<string, InferredName?> infer, Func<JsonObject, string?> live)
    {
        // All sizes are known, and a table that grows is copied several times.
        var count = element.Array("columns")?.Count ?? 0;
        _names = new Dictionary<JsonObject, DisplayName>(count + (element.Array("metrics")?.Count ?? 0));
        _defaults = new Dictionary<JsonObject, DisplayName>(count);
        _isJoin = element.Object("source")?.Text("kind") == "join";
        foreach (var column in ElementIds.Objects(element, "columns"))
        {
            Add(column, live(column), infer);
        }

        foreach (var metric in ElementIds.Objects(element, "metrics"))
        {
            if (OfMetric(metric) is { } inherited)
            {
                _defaults[metric] = inherited;
            }

            _names[metric] = DisplayNames.Declared(metric) ?? Default(metric) ?? DisplayNames.Unknown(metric);
        }
    }

    /// <summary>The name of a column or metric; null for an item that is not in the element.</summary>
    public DisplayName? Find(JsonObject item) => _names.TryGetValue(item, out var name) ? name : null;

    /// <summary>The name that a column or metric would show if it did not declare one; null if no rule gives one.</summary>
    public DisplayName? Default(JsonObject item) => _defaults.TryGetValue(item, out var name) ? name : null;

    private void Add(JsonObject column, string? live, Func<string, InferredName?> infer)
    {
        if (column.Text("formula") is { } formula && infer(formula) is { } inferred)
        {
            _defaults[column] = Unique(inferred);
        }

        var name = DisplayNames.Declared(column)
            ?? (live is null ? null : new DisplayName(live, NameOrigin.Live))
            ?? Default(column)
            ?? DisplayNames.Unknown(column);
        if (name.IsKnown)
        {
            _taken.Add(name.Text);
        }

        _names[column] = name;
    }

    // Rules 3 and 7: first the suffix of the join leg, then a number.
    private DisplayName Unique(InferredName inferred)
    {
        var text = inferred.Text;
        var isQualified = inferred.IsAlwaysQualified;
        if (_taken.Contains(text) && _isJoin && !isQualified && inferred.Qualifier is not null)
        {
            text = inferred.Qualified(text);
            isQualified = true;
        }

        // Remember the last number, so that a thousand equal names do not cost a million steps.
        var shown = text;
        for (var number = _numbers.TryGetValue(text, out var last) ? last : 0; _taken.Contains(shown); number++)
        {
            _numbers[text] = number;
            shown = $"{text} ({number + 1})";
        }

        return new DisplayName(shown, NameOrigin.Inferred) { Aliases = Aliases(inferred, shown, isQualified) };
    }

    private static IReadOnlyList<string> Aliases(InferredName inferred, string shown, bool isQualified)
    {
        if (inferred.IsAlwaysQualified)
        {
            return new[] { inferred.Base };
        }

        if (inferred.Raw is not { } raw)
        {
            return Array.Empty<string>();
        }

        return isQualified && shown != inferred.Base ? new[] { inferred.Qualified(raw), raw } : new[] { raw };
    }

    // No known export has a metric that passes another one through. Two have metrics without a name, and no formula refers to them.
    private static DisplayName? OfMetric(JsonObject metric) =>
        metric.Text("formula") is { } formula && FormulaReferences.Only(formula) is { } reference
            ? new DisplayName(reference.Name, NameOrigin.Inferred)
            : null;
}
