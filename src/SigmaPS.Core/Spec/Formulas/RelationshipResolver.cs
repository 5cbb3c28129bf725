using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>Resolves references through relationships, such as [Element/Relationship/Name] (spec sheet, section 7).</summary>
internal sealed class RelationshipResolver
{
    private readonly ElementScope _scope;
    private readonly Lazy<Dictionary<string, JsonObject>> _relationships;

    public RelationshipResolver(ElementScope scope)
    {
        _scope = scope;
        _relationships = new Lazy<Dictionary<string, JsonObject>>(ReadRelationships);
    }

    /// <summary>Whether the element has relationships with a name.</summary>
    public bool HasAny => _relationships.Value.Count > 0;

    /// <summary>Finds the relationship of a name; one without a name has the name of its target.</summary>
    /// <param name="name">The name.</param>
    public JsonObject? Find(string name) => _relationships.Value.TryGetValue(name, out var found) ? found : null;

    /// <summary>Resolves a reference of three steps or more.</summary>
    /// <param name="steps">The steps: an element or prefix, one or several relationships, and a name.</param>
    public Resolution Resolve(IReadOnlyList<string> steps)
    {
        var sources = _scope.Sources.Where(source => source.Prefix == steps[0]).ToList();
        var starts = (steps[0] == _scope.Name || sources.Count > 0 ? new[] { _scope } : Array.Empty<ElementScope>())
            .Concat(sources.Select(source => source.Element).OfType<ElementScope>())
            .Concat(_scope.Model.ByName(steps[0]));
        var start = starts.FirstOrDefault(element => element.Relationship(steps[1]) is not null);
        if (start is null)
        {
            return _scope.Sources.Any(source => source.Prefix is null)
                ? Resolution.OutOfSight(ReferenceRoute.Relationship)
                : Resolution.Unresolved(ReferenceRoute.Relationship, steps[1], isCertain: false);
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

        var first = start == _scope && steps[0] == _scope.Name ? null : sources.FirstOrDefault()?.Source;
        return Named(at, steps[steps.Count - 1]).From(first);
    }

    private static Resolution Named(ElementScope target, string name) =>
        target.Named(name, ReferenceRoute.Relationship)
        ?? (
            target.MayBeUnnamed(name)
                ? Resolution.OutOfSight(ReferenceRoute.Relationship)
                : Resolution.Unresolved(ReferenceRoute.Relationship, name, target.HasCertainNames));

    // A declared name counts before the name of a target.
    private Dictionary<string, JsonObject> ReadRelationships()
    {
        var all = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        var relationships = ElementIds.Objects(_scope.Element, "relationships");
        foreach (var relationship in relationships.OrderBy(relationship => relationship.Has("name") ? 0 : 1))
        {
            if (_scope.Model.Names.Find(relationship) is { IsKnown: true } name && !all.ContainsKey(name.Text))
            {
                all.Add(name.Text, relationship);
            }
        }

        return all;
    }
}
