using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>One source of an element: the prefix that formulas use, and the columns behind it (spec sheet, section 4).</summary>
internal sealed class SourceScope
{
    private readonly ModelScope _model;

    // Every column of a warehouse table has the same one.
    private Resolution? _outOfSight;

    private SourceScope(ModelScope model, NamedSource source)
    {
        _model = model;
        Source = source.Source;
        Prefix = source.Prefix;
        Element = model.ElementOf(source.Source);
    }

    /// <summary>The source object.</summary>
    public JsonObject Source { get; }

    /// <summary>The prefix in formulas; null where the document does not contain it, as with another model's element.</summary>
    public string? Prefix { get; }

    /// <summary>The element that the source is; null where it is not an element of this document.</summary>
    public ElementScope? Element { get; }

    /// <summary>Whether the prefix does not depend on an inferred name: it is declared, or the path or the kind gives it.</summary>
    public bool IsCertain =>
        Prefix is not null && Source.Text("kind") is not "union" and not "transpose" && (Element is null || Element.Element.Has("name"));

    /// <summary>The sources whose columns an element can use; the most likely first where two have one prefix.</summary>
    public static IReadOnlyList<SourceScope> FromSource(ModelScope model, JsonObject element) =>
        model.Names.SourcesOf(element).Select(source => new SourceScope(model, source)).ToList();

    /// <summary>One source alone, as a join's key or a union's match uses it.</summary>
    public static SourceScope Single(ModelScope model, JsonObject source) =>
        new(model, new NamedSource(source, model.Names.PrefixOf(source)));

    /// <summary>The meaning of a name behind this source.</summary>
    public Resolution Find(string name)
    {
        // A transposition can hold a transposition, so its inner source is reached in a loop.
        var at = this;
        while (
            at.Element is null
            && at.Source.Text("kind") == "transpose"
            && !IsOutput(at.Source, name)
            && at.Source.Object("source") is { } inner)
        {
            at = Single(_model, inner);
        }

        var found = at.FindHere(name).From(Source);
        return at == this || found.IsFound ? found : Resolution.OutOfSight(ReferenceRoute.Source, Source);
    }

    private Resolution FindHere(string name)
    {
        if (Element is not null)
        {
            return Element.Named(name, ReferenceRoute.Source)
                ?? (
                    Element.MayBeUnnamed(name)
                        ? Resolution.OutOfSight(ReferenceRoute.Source)
                        : Resolution.Unresolved(ReferenceRoute.Source, name, IsCertain && Element.HasCertainNames));
        }

        if (Source.Text("kind") != "union")
        {
            return _outOfSight ??= Resolution.OutOfSight(ReferenceRoute.Source, Source).At(1, 1);
        }

        var match = ElementIds.Objects(Source, "matches").FirstOrDefault(m => m.Text("outputColumnName") == name);
        return match is null
            ? Resolution.Unresolved(ReferenceRoute.Source, name, isCertain: false)
            : Resolution.Found(ReferenceKind.UnionOutput, ReferenceRoute.Source, match, null);
    }

    // Only the columns that a transposition makes are known; which others it passes on is not documented.
    private static bool IsOutput(JsonObject source, string name) =>
        source.Array("outputColumns")?.OfType<JsonString>().Any(output => output.Value == name) == true
        || source.Text("columnLabelForMergedColumns") == name || source.Text("columnLabelForValues") == name;
}
