using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec;

/// <summary>The names of elements and the prefixes of their sources (spec sheet, sections 3.1 and 4). It does not recurse, because chains
/// of elements can be long or cyclic.</summary>
internal sealed class SourceNames(Func<JsonObject?, JsonObject?> elementOf, Func<JsonObject, string?> nameElsewhere)
{
    private const string Transposed = "Transpose of ";

    private readonly Func<JsonObject?, JsonObject?> _elementOf = elementOf;
    private readonly Func<JsonObject, string?> _nameElsewhere = nameElsewhere;
    private readonly Dictionary<JsonObject, DisplayName?> _elements = new();
    private readonly Dictionary<JsonObject, IReadOnlyList<NamedSource>> _sources = new();

    /// <summary>The name of an element: its own, or its source's; null if no rule gives one, as in a cycle.</summary>
    public DisplayName? OfElement(JsonObject element)
    {
        var open = new Stack<(JsonObject Element, string Wrap)>();
        var met = new HashSet<JsonObject>();
        DisplayName? name = null;
        for (var at = element; at is not null;)
        {
            if (_elements.TryGetValue(at, out name))
            {
                break;
            }

            if (!met.Add(at))
            {
                name = null;
                break;
            }

            var (wrap, own, next) = LookAt(at);
            open.Push((at, wrap));
            name = own;
            at = own is null ? next : null;
        }

        foreach (var (heir, wrap) in open)
        {
            name = name is null || wrap.Length == 0 ? name : name with { Text = wrap + name.Text };
            name = DisplayNames.Declared(heir) ?? (name is null ? null : name with { Origin = NameOrigin.Inferred }) ?? FromFormulas(heir);
            _elements[heir] = name;
        }

        return name;
    }

    /// <summary>The name that an element would show if it did not declare one; null if no rule gives one.</summary>
    public string? DefaultOf(JsonObject element) => PrefixOf(element.Object("source")) ?? FromFormulas(element)?.Text;

    /// <summary>The prefix of a source; null if the document does not contain it.</summary>
    public string? PrefixOf(JsonObject? source)
    {
        var (wrap, own, next) = Look(source);
        var inner = own ?? (next is null ? null : OfElement(next)?.Text);
        return inner is null ? null : wrap + inner;
    }

    /// <summary>The sources of an element with their prefixes; named sides of a join come before plain ones.</summary>
    public IReadOnlyList<NamedSource> Of(JsonObject element)
    {
        if (!_sources.TryGetValue(element, out var sources))
        {
            _sources.Add(element, sources = (element.Object("source") is not { } source ? Enumerable.Empty<NamedSource>()
                : source.Text("kind") == "join" ? Sides(source) : Alone(source)).ToList());
        }

        return sources;
    }

    private (string Wrap, DisplayName? Own, JsonObject? Next) LookAt(JsonObject element)
    {
        if (DisplayNames.Declared(element) is { } declared)
        {
            return ("", declared, null);
        }

        var (wrap, own, next) = Look(element.Object("source"));
        return (own is null ? wrap : "", own is null ? null : new DisplayName(wrap + own, NameOrigin.Inferred), next);
    }

    private (string Wrap, string? Own, JsonObject? Next) Look(JsonObject? source)
    {
        var wrap = "";
        for (; source?.Text("kind") == "transpose"; source = source.Object("source"))
        {
            wrap += Transposed;
        }

        return source?.Text("kind") switch
        {
            "warehouse-table" or "metric-view" or "semantic-view" => (wrap, LastStep(source), null),
            "sql" => (wrap, "Custom SQL", null),
            "union" => (wrap, UnionName(source), null),
            "data-model" when _elementOf(source) is null => (wrap, _nameElsewhere(source!), null),
            _ => (wrap, null, _elementOf(source)),
        };
    }

    // The fact sheets contradict each other on a union's own name, so formulas may use either prefix.
    private IEnumerable<NamedSource> Alone(JsonObject source)
    {
        if (source.Text("kind") == "union" && source.Text("name") is { } name)
        {
            yield return new NamedSource(source, name);
        }

        yield return new NamedSource(source, PrefixOf(source));
    }

    private IEnumerable<NamedSource> Sides(JsonObject join)
    {
        var named = new List<NamedSource>();
        var plain = new List<NamedSource>();
        Add(join.Object("primarySource") ?? Primary(join), join.Text("name"));
        foreach (var leg in ElementIds.Objects(join, "joins"))
        {
            Add(leg.Object("left"), null);
            Add(leg.Object("right"), leg.Text("name"));
        }

        return named.Concat(plain);

        void Add(JsonObject? side, string? name)
        {
            if (side is not null)
            {
                named.AddRange(name is null ? Array.Empty<NamedSource>() : new[] { new NamedSource(side, name) });
                plain.AddRange(Alone(side));
            }
        }
    }

    // Without primarySource, the first left side is the primary source: each left side is that or an earlier right side.
    private static JsonObject? Primary(JsonObject join) => ElementIds.Objects(join, "joins").FirstOrDefault()?.Object("left");

    private static string? LastStep(JsonObject source) =>
        source.Array("path") is { Count: > 0 } path ? (path[path.Count - 1] as JsonString)?.Value : null;

    private static string UnionName(JsonObject union) => $"Union of {union.Array("sources")?.Count ?? 0} Sources";

    // An element on another model or on a file keeps its source's name, and its own formulas contain that name.
    private static DisplayName? FromFormulas(JsonObject element)
    {
        if (element.Object("source")?.Text("kind") is null or "join" or "union" or "table" or "warehouse-table")
        {
            return null;
        }

        var start = element.Object("source")!.Text("kind") == "transpose" ? Transposed : "";
        foreach (var column in ElementIds.Objects(element, "columns"))
        {
            if (
                column.Text("formula") is { } formula
                && FormulaReferences.Only(formula) is { Steps.Count: 2 } reference
                && reference.Steps[0].StartsWith(start, StringComparison.Ordinal))
            {
                return new DisplayName(reference.Steps[0], NameOrigin.Inferred);
            }
        }

        return null;
    }
}
