using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>The items that the formulas of one element can refer to (spec sheet, sections 4 and 11).</summary>
internal sealed class ElementScope
{
    private readonly Lazy<IReadOnlyList<SourceScope>> _sources;
    private readonly Lazy<NameIndex> _items;
    private readonly PrefixResolver _prefixed;
    private readonly RelationshipResolver _related;
    private IReadOnlyList<string>? _prefixes;

    public ElementScope(ModelScope model, JsonObject element)
    {
        Model = model;
        Element = element;
        Id = ElementIds.Id(element);
        _sources = new Lazy<IReadOnlyList<SourceScope>>(() => SourceScope.FromSource(model, element));
        _items = new Lazy<NameIndex>(() => new NameIndex(element, model.Names));
        _prefixed = new PrefixResolver(this);
        _related = new RelationshipResolver(this);
    }

    /// <summary>The document that contains it.</summary>
    public ModelScope Model { get; }

    /// <summary>The element.</summary>
    public JsonObject Element { get; }

    /// <summary>Its ID.</summary>
    public string Id { get; }

    /// <summary>Its display name: its own, or the one that follows from its source; null if no rule gives one.</summary>
    public string? Name => Model.Names.FindElement(Element)?.Text;

    /// <summary>The sources of its columns.</summary>
    public IReadOnlyList<SourceScope> Sources => _sources.Value;

    /// <summary>The prefixes of those sources that the document contains.</summary>
    public IReadOnlyList<string> Prefixes => _prefixes ??= Sources.Select(source => source.Prefix).OfType<string>().ToList();

    /// <summary>Whether all its columns and metrics declare their names.</summary>
    public bool HasCertainNames => _items.Value.IsCertain;

    private bool HasRelationships => _related.HasAny || Sources.Any(source => source.Element?._related.HasAny == true);

    /// <summary>The column or metric of a display name; null if there is none.</summary>
    /// <param name="name">The name as a formula writes it.</param>
    /// <param name="route">The route to the element.</param>
    public Resolution? Named(string name, ReferenceRoute route)
    {
        var column = _items.Value.Column(name, isLoose: route != ReferenceRoute.Own, out var columnIgnoresCase);
        if (column is not null && !(columnIgnoresCase && HasMetric(name)))
        {
            var found = Resolution.Found(ReferenceKind.Column, route, column, this, column.Has("name"));
            return columnIgnoresCase ? found with { IgnoresCase = true } : found;
        }

        return _items.Value.Metric(name, out var ignoresCase) is { } metric
            ? Resolution.Found(ReferenceKind.Metric, route, metric, this, metric.Has("name")) with { IgnoresCase = ignoresCase }
            : null;
    }

    /// <summary>The metric of a display name; null if there is none.</summary>
    /// <param name="name">The name as a formula writes it.</param>
    /// <param name="ignoresCase">Whether only the case differs.</param>
    public JsonObject? Metric(string name, out bool ignoresCase) => _items.Value.Metric(name, out ignoresCase);

    /// <summary>Whether a name can be the unknown name of one of its calculations.</summary>
    public bool MayBeUnnamed(string name) => _items.Value.MayBeUnnamed(name);

    /// <summary>The relationship of a name; one without a name has the name of its target.</summary>
    public JsonObject? Relationship(string name) => _related.Find(name);

    /// <summary>Resolves a reference in one of the element's formulas. The reading that finds an item of the document wins.</summary>
    public Resolution Resolve(FormulaReference reference)
    {
        var steps = reference.Steps;

        // The plain reading of a short reference nearly always decides, and costs only one lookup.
        if (steps.Count == 1)
        {
            return Sibling(steps[0]);
        }

        var plain = steps.Count == 2 ? _prefixed.Resolve(steps[0], steps[1]).At(1, 1) : null;
        return plain is not null && (plain is { IsFound: true, IgnoresCase: false } || IsOnlyReading(plain))
            ? plain
            : ResolveSteps(reference, plain);
    }

    /// <summary>Resolves a reference in a formula over one source: a join key or a union match.</summary>
    public Resolution ResolveOn(JsonObject source, FormulaReference reference)
    {
        // [Name], or [Source/Name] as some people write it.
        var single = SourceScope.Single(Model, source);
        var first = single.Find(string.Join("/", reference.Steps));
        return reference.Steps.Count == 1 || first.IsFound
            ? first.At(0, 0)
            : single.Find(string.Join("/", reference.Steps.Skip(1))).At(1, 1);
    }

    private bool HasMetric(string name) => _items.Value.Metric(name, out var ignoresCase) is not null && !ignoresCase;

    // The other reading is one name with a slash, which the element and the controls do not have.
    private bool IsOnlyReading(Resolution found) =>
        found.Kind == ReferenceKind.OutOfSight && !_items.Value.HasSlash && !Model.HasSlashInControl;

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

            // The plain reading describes a miss, step by step as the formula writes it. With relationships, a path is more likely than a
            // name with a slash.
            var isWritten = reading.Steps.Count == reference.Steps.Count;
            var isLessLikely = !isWritten && HasRelationships && found.Source is not null;
            outOfSight ??= found.Kind == ReferenceKind.OutOfSight && !isLessLikely ? found : null;
            missed = missed is null || isWritten ? found : missed;
        }

        return folded ?? outOfSight ?? missed!;
    }

    private Resolution Resolve(IReadOnlyList<string> steps) => steps.Count switch
    {
        1 => Sibling(steps[0]),
        2 => _prefixed.Resolve(steps[0], steps[1]),
        _ => _related.Resolve(steps),
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
            var found = Resolution.Found(ReferenceKind.Control, ReferenceRoute.Own, control, null, isCertain: true);
            return found with { IgnoresCase = ignoresCase };
        }

        if (own is not null || MayBeUnnamed(name))
        {
            return own ?? Resolution.OutOfSight(ReferenceRoute.Own);
        }

        // The columns of a SQL statement are unknown, and converters refer to them without the prefix.
        var isCertain = HasCertainNames && Element.Object("source")?.Text("kind") != "sql";
        return Resolution.Unresolved(ReferenceRoute.Own, name, isCertain);
    }
}
