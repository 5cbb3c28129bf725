using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>One source of an element: the prefix under which formulas know it, and what stands behind it (spec sheet, section 4).</summary>
internal sealed class SourceScope
{
    private readonly ModelScope _model;

    private SourceScope(ModelScope model, JsonObject source, string? prefix)
    {
        _model = model;
        Source = source;
        Prefix = prefix;
        Element = model.ElementOf(source);
    }

    /// <summary>The source object.</summary>
    public JsonObject Source { get; }

    /// <summary>What formulas call it; null where the document does not tell, as with another model's element.</summary>
    public string? Prefix { get; }

    /// <summary>The element that the source is; null for whatever is no element of this document.</summary>
    public ElementScope? Element { get; }

    /// <summary>The sources that an element's columns can draw on; the likeliest first where two have one prefix.</summary>
    public static IReadOnlyList<SourceScope> Of(ModelScope model, JsonObject? source)
    {
        if (source is null)
        {
            return Array.Empty<SourceScope>();
        }

        return source.Text("kind") == "join" ? Sides(model, source).ToList() : new[] { new SourceScope(model, source, PrefixOf(model, source)) };
    }

    /// <summary>What formulas call a source that has no name of its own; null where the document does not tell.</summary>
    public static string? PrefixOf(ModelScope model, JsonObject? source) => source?.Text("kind") switch
    {
        "warehouse-table" => source.Array("path") is { Count: > 0 } path ? (path[path.Count - 1] as JsonString)?.Value : null,
        "sql" => "Custom SQL",
        "table" or "data-model" => model.ElementOf(source)?.Name,
        "union" => $"Union of {source.Array("sources")?.Count ?? 0} Sources",
        "transpose" => PrefixOf(model, source.Object("source")) is { } inner ? "Transpose of " + inner : null,
        _ => null,
    };

    /// <summary>One source by itself, as a join's key or a union's match sees it.</summary>
    public static SourceScope Single(ModelScope model, JsonObject source) => new(model, source, PrefixOf(model, source));

    /// <summary>What a name means behind this source.</summary>
    public Resolution Find(string name) => Find(name, Source);

    private Resolution Find(string name, JsonObject prefixed)
    {
        if (Element is not null)
        {
            return Element.Named(name, ReferenceRoute.Source, prefixed) ?? Resolution.Unresolved(ReferenceRoute.Source, name, prefixed);
        }

        switch (Source.Text("kind"))
        {
            case "union":
                var match = ElementIds.Objects(Source, "matches").FirstOrDefault(m => m.Text("outputColumnName") == name);
                return match is null ? Resolution.Unresolved(ReferenceRoute.Source, name, prefixed) : Resolution.Of(ReferenceKind.UnionOutput, ReferenceRoute.Source, match, null, prefixed);
            case "transpose" when !IsOutput(name) && Source.Object("source") is { } inner && Single(_model, inner).Find(name, prefixed) is { IsFound: true } passed:
                return passed;
            default:
                return Resolution.OutOfSight(ReferenceRoute.Source, prefixed);
        }
    }

    // Of a transposition's columns only those that it makes are known; which others it passes on, the sheets do not say.
    private bool IsOutput(string name) =>
        Source.Array("outputColumns")?.OfType<JsonString>().Any(output => output.Value == name) == true
        || Source.Text("columnLabelForMergedColumns") == name || Source.Text("columnLabelForValues") == name;

    // A side is known by its name where it has one; the name of a table that has one too is the last resort.
    private static IEnumerable<SourceScope> Sides(ModelScope model, JsonObject join)
    {
        var named = new List<SourceScope>();
        var plain = new List<SourceScope>();
        Add(join.Object("primarySource"), join.Text("name"));
        foreach (var leg in ElementIds.Objects(join, "joins"))
        {
            Add(leg.Object("left"), null);
            Add(leg.Object("right"), leg.Text("name"));
        }

        return named.Concat(plain);

        void Add(JsonObject? side, string? name)
        {
            if (side is null)
            {
                return;
            }

            if (name is not null)
            {
                named.Add(new SourceScope(model, side, name));
            }

            plain.Add(new SourceScope(model, side, PrefixOf(model, side)));
        }
    }
}
