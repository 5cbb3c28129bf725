using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>What the formulas of one element can name, by the rules of the spec sheet, sections 4 and 11.</summary>
internal sealed class ElementScope
{
    private const string MetricsPrefix = "Metrics";
    private readonly Lazy<string?> _name;
    private readonly Lazy<IReadOnlyList<SourceScope>> _sources;
    private readonly Lazy<NamedThings> _things;
    private bool _naming;

    public ElementScope(ModelScope model, JsonObject element)
    {
        Model = model;
        Element = element;
        Id = ElementIds.Id(element);
        _name = new Lazy<string?>(FindName);
        _sources = new Lazy<IReadOnlyList<SourceScope>>(() => SourceScope.Of(model, element.Object("source")));
        _things = new Lazy<NamedThings>(() => new NamedThings(element));
    }

    /// <summary>The document it stands in.</summary>
    public ModelScope Model { get; }

    /// <summary>The element.</summary>
    public JsonObject Element { get; }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>The name it shows: its own, or the one that follows from its source; null where the sheets do not tell.</summary>
    public string? Name => _naming ? null : _name.Value;

    /// <summary>Where its columns come from.</summary>
    public IReadOnlyList<SourceScope> Sources => _sources.Value;

    /// <summary>The column or metric that shows a name; null where none does.</summary>
    /// <param name="name">The name as a formula writes it.</param>
    /// <param name="route">How it is reached.</param>
    /// <param name="source">The source whose prefix was used.</param>
    public Resolution? Named(string name, ReferenceRoute route, JsonObject? source = null) =>
        _things.Value.Column(name, loose: route != ReferenceRoute.Own) is { } column ? Resolution.Of(ReferenceKind.Column, route, column, this, source)
        : _things.Value.Metric(name) is { } metric ? Resolution.Of(ReferenceKind.Metric, route, metric, this, source)
        : null;

    /// <summary>What a reference in one of the element's formulas names.</summary>
    public Resolution Resolve(FormulaReference reference) => reference.Steps.Count switch
    {
        1 => Sibling(reference.Name),
        2 => Prefixed(reference.Steps[0], reference.Name),
        _ => Related(reference.Steps),
    };

    /// <summary>What a reference names in a formula over one source alone: a join's key, a union's match.</summary>
    public Resolution ResolveOn(JsonObject source, FormulaReference reference) => SourceScope.Single(Model, source).Find(reference.Name);

    /// <summary>The relationship of a name; one without a name goes by its target's.</summary>
    public JsonObject? Relationship(string name) =>
        ElementIds.Objects(Element, "relationships").FirstOrDefault(r => r.Text("name") == name)
        ?? ElementIds.Objects(Element, "relationships").FirstOrDefault(r => !r.Has("name") && Model.ById(r.Text("targetElementId"))?.Name == name);

    private Resolution Sibling(string name) => Named(name, ReferenceRoute.Own)
        ?? (Model.Control(name) is { } control ? Resolution.Of(ReferenceKind.Control, ReferenceRoute.Own, control, null) : Resolution.Unresolved(ReferenceRoute.Own, name));

    private Resolution Prefixed(string prefix, string name)
    {
        Resolution? missed = null;
        foreach (var source in Sources.Where(source => source.Prefix == prefix))
        {
            var found = source.Find(name);
            if (found.Kind != ReferenceKind.Unresolved)
            {
                return found;
            }

            missed ??= found;
        }

        return (prefix == MetricsPrefix ? MetricOf(name) : null)
            ?? (prefix == Name ? Named(name, ReferenceRoute.Own) : null)
            ?? missed
            ?? Model.ByName(prefix).Select(element => element.Named(name, ReferenceRoute.Elsewhere)).FirstOrDefault(found => found is not null)
            ?? (Sources.Any(source => source.Prefix is null) || Element.Object("source") is null
                ? Resolution.OutOfSight(ReferenceRoute.Source)
                : Resolution.Unresolved(ReferenceRoute.Source, Model.ByName(prefix).Any() ? name : prefix));
    }

    // [Metrics/Total]: a metric of the element or of the one it stands on.
    private Resolution? MetricOf(string name) => _things.Value.Metric(name) is { } own
        ? Resolution.Of(ReferenceKind.Metric, ReferenceRoute.Own, own, this)
        : Sources.Select(source => source.Element).FirstOrDefault(element => element?._things.Value.Metric(name) is not null) is { } upstream
            ? Resolution.Of(ReferenceKind.Metric, ReferenceRoute.Source, upstream._things.Value.Metric(name)!, upstream)
            : null;

    private Resolution Related(IReadOnlyList<string> steps)
    {
        var sources = Sources.Where(source => source.Prefix == steps[0]).ToList();
        var starts = (steps[0] == Name || sources.Count > 0 ? new[] { this } : Array.Empty<ElementScope>())
            .Concat(sources.Select(source => source.Element).OfType<ElementScope>())
            .Concat(Model.ByName(steps[0]));
        var start = starts.FirstOrDefault(element => element.Relationship(steps[1]) is not null);
        if (start is null)
        {
            return Sources.Any(source => source.Prefix is null) ? Resolution.OutOfSight(ReferenceRoute.Relationship) : Resolution.Unresolved(ReferenceRoute.Relationship, steps[1]);
        }

        var at = start;
        for (var i = 1; i < steps.Count - 1; i++)
        {
            if (at.Relationship(steps[i]) is not { } relationship)
            {
                return Resolution.Unresolved(ReferenceRoute.Relationship, steps[i]);
            }

            at = Model.ById(relationship.Text("targetElementId"));
            if (at is null)
            {
                return Resolution.Unresolved(ReferenceRoute.Relationship, steps[i]);
            }
        }

        var first = sources.FirstOrDefault()?.Source;
        return at.Named(steps[steps.Count - 1], ReferenceRoute.Relationship, start == this && steps[0] == Name ? null : first) ?? Resolution.Unresolved(ReferenceRoute.Relationship, steps[steps.Count - 1], first);
    }

    // Elements can stand on one another in a circle, in a document that is wrong.
    private string? FindName()
    {
        _naming = true;
        var name = Element.Text("name") ?? SourceScope.PrefixOf(Model, Element.Object("source"));
        _naming = false;
        return name;
    }
}
