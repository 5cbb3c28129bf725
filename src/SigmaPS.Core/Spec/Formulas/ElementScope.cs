using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>What the formulas of one element can refer to, by the rules of the spec sheet, sections 4 and 11.</summary>
internal sealed class ElementScope
{
    private const string MetricsPrefix = "Metrics";
    private readonly Lazy<IReadOnlyList<SourceScope>> _sources;
    private readonly Lazy<NameIndex> _things;
    private readonly Lazy<Dictionary<string, JsonObject>> _relationships;
    private IReadOnlyList<string>? _prefixes;
    private IReadOnlyDictionary<string, JsonObject>? _likelyPrefixes;

    public ElementScope(ModelScope model, JsonObject element)
    {
        Model = model;
        Element = element;
        Id = ElementIds.Id(element);
        _sources = new Lazy<IReadOnlyList<SourceScope>>(() => SourceScope.FromSource(model, element));
        _things = new Lazy<NameIndex>(() => new NameIndex(element, model.Names));
        _relationships = new Lazy<Dictionary<string, JsonObject>>(ReadRelationships);
    }

    /// <summary>The document it is part of.</summary>
    public ModelScope Model { get; }

    /// <summary>The element.</summary>
    public JsonObject Element { get; }

    /// <summary>Its ID.</summary>
    public string Id { get; }

    /// <summary>Its display name: its own, or the one that follows from its source; null where no rule gives one.</summary>
    public string? Name => Model.Names.FindElement(Element)?.Text;

    /// <summary>Where its columns come from.</summary>
    public IReadOnlyList<SourceScope> Sources => _sources.Value;

    /// <summary>The prefixes of its sources, where the document contains them.</summary>
    public IReadOnlyList<string> Prefixes => _prefixes ??= Sources.Select(source => source.Prefix).OfType<string>().ToList();

    /// <summary>Whether all its columns and metrics declare their names.</summary>
    public bool HasCertainNames => _things.Value.IsCertain;

    private bool HasRelationships => _relationships.Value.Count > 0 || Sources.Any(source => source.Element?._relationships.Value.Count > 0);

    /// <summary>The column or metric of a display name; null where there is none.</summary>
    /// <param name="name">The name as a formula writes it.</param>
    /// <param name="route">How it is reached.</param>
    public Resolution? Named(string name, ReferenceRoute route)
    {
        if (_things.Value.Column(name, isLoose: route != ReferenceRoute.Own, out var ignoresCase) is { } column && !(ignoresCase && _things.Value.Metric(name, out var isOther) is not null && !isOther))
        {
            var found = Resolution.Found(ReferenceKind.Column, route, column, this, column.Has("name"));
            return ignoresCase ? found with { IgnoresCase = true } : found;
        }

        return _things.Value.Metric(name, out ignoresCase) is { } metric
            ? Resolution.Found(ReferenceKind.Metric, route, metric, this, metric.Has("name")) with { IgnoresCase = ignoresCase }
            : null;
    }

    /// <summary>The metric of a display name; null where there is none.</summary>
    /// <param name="name">The name as a formula writes it.</param>
    /// <param name="ignoresCase">Whether only the case differs.</param>
    public JsonObject? Metric(string name, out bool ignoresCase) => _things.Value.Metric(name, out ignoresCase);

    /// <summary>Whether a name can be the unknown name of one of its calculations.</summary>
    public bool MayBeUnnamed(string name) => _things.Value.MayBeUnnamed(name);

    /// <summary>What a reference in one of the element's formulas means. The reading that finds something in the document wins.</summary>
    public Resolution Resolve(FormulaReference reference)
    {
        var steps = reference.Steps;

        // The plain reading of a short reference nearly always decides, and costs nothing but a look into an index.
        if (steps.Count == 1)
        {
            return Sibling(steps[0]);
        }

        var plain = steps.Count == 2 ? Prefixed(steps[0], steps[1]).At(1, 1) : null;
        return plain is not null && (plain is { IsFound: true, IgnoresCase: false } || IsOnlyReading(plain)) ? plain : ResolveSteps(reference, plain);
    }

    // The other reading is one name with a slash, which nothing here has.
    private bool IsOnlyReading(Resolution found) =>
        found.Kind == ReferenceKind.OutOfSight && !_things.Value.HasSlash && !Model.HasSlashInControl;

    private Resolution ResolveSteps(FormulaReference reference, Resolution? plain)
    {
        Resolution? folded = null;
        Resolution? outOfSight = null;
        Resolution? missed = null;
        foreach (var reading in ReferenceReading.All(reference.Steps))
        {
            var isPlain = plain is not null && reading.Steps.Count == 2;
            var found = isPlain ? plain! : Resolve(reading.Steps).At(reading.PrefixSteps, reading.NameStep);
            if (found is { IsFound: true, IgnoresCase: false })
            {
                return found;
            }

            folded ??= found.IsFound ? found : null;

            // A miss is described by the plain reading, step by step as it is written. Where there are relationships, a path is more likely than a slash in a name.
            outOfSight ??= found.Kind == ReferenceKind.OutOfSight && !(reading.Steps.Count < reference.Steps.Count && HasRelationships && found.Source is not null) ? found : null;
            missed = missed is null || reading.Steps.Count == reference.Steps.Count ? found : missed;
        }

        return folded ?? outOfSight ?? missed!;
    }

    /// <summary>What a reference means in a formula over one source alone: a join's key, a union's match.</summary>
    public Resolution ResolveOn(JsonObject source, FormulaReference reference)
    {
        // [Name], or [Source/Name] as some write it.
        var single = SourceScope.Single(Model, source);
        var first = single.Find(string.Join("/", reference.Steps));
        return reference.Steps.Count == 1 || first.IsFound ? first.At(0, 0)
            : single.Find(string.Join("/", reference.Steps.Skip(1))).At(1, 1);
    }

    /// <summary>The relationship of a name; one without a name has its target's.</summary>
    public JsonObject? Relationship(string name) => _relationships.Value.TryGetValue(name, out var found) ? found : null;

    private Resolution Resolve(IReadOnlyList<string> steps) => steps.Count switch
    {
        1 => Sibling(steps[0]),
        2 => Prefixed(steps[0], steps[1]),
        _ => Related(steps),
    };

    private Resolution Sibling(string name)
    {
        var own = Named(name, ReferenceRoute.Own);
        if (own is { IgnoresCase: false })
        {
            return own;
        }

        if (Model.Control(name, out var ignoresCase) is { } control && (own is null || !ignoresCase))
        {
            return Resolution.Found(ReferenceKind.Control, ReferenceRoute.Own, control, null, isCertain: true) with { IgnoresCase = ignoresCase };
        }

        // The columns that a statement returns are not known here, and converters refer to them without the prefix.
        return own ?? (MayBeUnnamed(name) ? Resolution.OutOfSight(ReferenceRoute.Own)
            : Resolution.Unresolved(ReferenceRoute.Own, name, HasCertainNames && Element.Object("source")?.Text("kind") != "sql"));
    }

    private Resolution Prefixed(string prefix, string name)
    {
        var (found, missed) = FromSources(prefix, name, StringComparison.Ordinal);
        if (found is not null)
        {
            return found;
        }

        return (prefix == MetricsPrefix ? MetricChain.Find(this, name) : null)
            ?? (prefix == Name && !KeepsNameOfSource ? Named(name, ReferenceRoute.Own) : null)
            ?? missed
            ?? ((_likelyPrefixes ??= LikelyPrefixes.Find(Element, Sources)).TryGetValue(prefix, out var own) ? Resolution.OutOfSight(ReferenceRoute.Source, own) : null)
            ?? Model.ByName(prefix).Where(element => element != this).Select(element => element.Named(name, ReferenceRoute.Elsewhere)).FirstOrDefault(other => other is not null)
            ?? (prefix != Name && FromSources(prefix, name, StringComparison.OrdinalIgnoreCase).Found is { } folded ? folded with { IgnoresCase = true } : null)
            ?? (Sources.Any(source => source.Prefix is null) || Element.Object("source") is null || Model.ByName(prefix).Any(element => element.MayBeUnnamed(name))
                ? Resolution.OutOfSight(ReferenceRoute.Source, Sources.Count == 1 ? Sources[0].Source : null)
                : Unknown(prefix, name));
    }

    // An element on another model can keep its source's name, Sigma's default. It then reads from its source, not from itself.
    private bool KeepsNameOfSource => Sources.Count > 0 && Sources.All(source => source.Prefix is null);

    private (Resolution? Found, Resolution? Missed) FromSources(string prefix, string name, StringComparison comparison)
    {
        Resolution? missed = null;
        foreach (var source in Sources)
        {
            if (!string.Equals(source.Prefix, prefix, comparison))
            {
                continue;
            }

            var found = source.Find(name);
            if (found.Kind != ReferenceKind.Unresolved)
            {
                return (found, null);
            }

            missed ??= found;
        }

        return (null, missed);
    }

    private Resolution Unknown(string prefix, string name)
    {
        var others = Model.ByName(prefix).ToList();
        var isCertain = Model.HasCertainNames.Value && Sources.All(source => source.IsCertain) && others.All(element => element.HasCertainNames);
        return Resolution.Unresolved(ReferenceRoute.Source, others.Count > 0 ? name : prefix, isCertain);
    }

    private Resolution Related(IReadOnlyList<string> steps)
    {
        var sources = Sources.Where(source => source.Prefix == steps[0]).ToList();
        var starts = (steps[0] == Name || sources.Count > 0 ? new[] { this } : Array.Empty<ElementScope>())
            .Concat(sources.Select(source => source.Element).OfType<ElementScope>())
            .Concat(Model.ByName(steps[0]));
        var start = starts.FirstOrDefault(element => element.Relationship(steps[1]) is not null);
        if (start is null)
        {
            return Sources.Any(source => source.Prefix is null) ? Resolution.OutOfSight(ReferenceRoute.Relationship) : Resolution.Unresolved(ReferenceRoute.Relationship, steps[1], isCertain: false);
        }

        var at = start;
        for (var i = 1; i < steps.Count - 1; i++)
        {
            if (at.Model.ById(at.Relationship(steps[i])?.Text("targetElementId")) is not { } target)
            {
                return Resolution.Unresolved(ReferenceRoute.Relationship, steps[i], isCertain: false);
            }

            at = target;
        }

        var name = steps[steps.Count - 1];
        var first = start == this && steps[0] == Name ? null : sources.FirstOrDefault()?.Source;
        return (at.Named(name, ReferenceRoute.Relationship)
            ?? (at.MayBeUnnamed(name) ? Resolution.OutOfSight(ReferenceRoute.Relationship) : Resolution.Unresolved(ReferenceRoute.Relationship, name, at.HasCertainNames))).From(first);
    }

    private Dictionary<string, JsonObject> ReadRelationships()
    {
        var all = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var relationship in ElementIds.Objects(Element, "relationships").OrderBy(relationship => relationship.Has("name") ? 0 : 1))
        {
            if (Model.Names.Find(relationship) is { IsKnown: true } name && !all.ContainsKey(name.Text))
            {
                all.Add(name.Text, relationship);
            }
        }

        return all;
    }
}
