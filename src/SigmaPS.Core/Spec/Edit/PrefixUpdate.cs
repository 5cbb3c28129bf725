using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>Writes the new name of an element into every formula that contains the old one as a prefix.</summary>
internal sealed class PrefixUpdate
{
    private const string MetricsPrefix = "Metrics";

    private readonly ReferenceSnapshot _before;
    private readonly JsonObject _renamed;
    private readonly string _oldName;
    private readonly string _newName;
    private readonly Dictionary<JsonObject, ElementScope> _now;
    private readonly Dictionary<ModelScope, ModelScope> _models;

    private PrefixUpdate(ReferenceSnapshot before, JsonObject renamed, string oldName, string newName)
    {
        _before = before;
        _renamed = renamed;
        _oldName = oldName;
        _newName = newName;
        var now = before.Read();
        _models = before.Models.Zip(now, (was, current) => (was, current)).ToDictionary(pair => pair.was, pair => pair.current);
        _now = now.SelectMany(model => model.Elements).ToDictionary(scope => scope.Element);
    }

    /// <summary>Updates the formulas in place.</summary>
    /// <param name="before">The references before the edit.</param>
    /// <param name="renamed">The element, which already has its new name.</param>
    /// <param name="oldName">The old name.</param>
    /// <param name="newName">The new name.</param>
    /// <returns>The changed formulas.</returns>
    public static ReferenceUpdate Apply(ReferenceSnapshot before, JsonObject renamed, string oldName, string newName)
    {
        var prefixes = new PrefixUpdate(before, renamed, oldName, newName);
        var update = new ReferenceUpdate(before);
        foreach (var place in before.Uses.Where(use => use.Found.PrefixSteps > 0).GroupBy(use => use.Place))
        {
            var changes = place
                .Select(use => (Use: use, New: prefixes.NewPrefix(use.Place, use.Reference, use.Found)))
                .Where(change => change.New is not null)
                .Select(change => (
                    change.Use.Reference,
                    From: 0,
                    To: change.Use.Found.PrefixSteps,
                    OldName: Prefix(change.Use.Reference, change.Use.Found),
                    NewName: change.New!))
                .ToList();
            if (changes.Count > 0)
            {
                update.Apply(place.Key, changes);
            }
        }

        return update;
    }

    private static string Prefix(FormulaReference reference, Resolution found) =>
        string.Join("/", reference.Steps.Take(found.PrefixSteps));

    // The new prefix of a reference; null if it does not change.
    private string? NewPrefix(FormulaField place, FormulaReference reference, Resolution found)
    {
        var prefix = Prefix(reference, found);
        if (place.Side is { } side)
        {
            var (was, now) = (place.Scope.Model.Names.PrefixOf(side), _models[place.Scope.Model].Names.PrefixOf(side));
            return prefix == was && was != now ? now : null;
        }

        if (found.Source is { } source)
        {
            return place
                .Scope.Sources.Zip(_now[place.Scope.Element].Sources, (was, now) => (was, now))
                .Where(pair =>
                    pair.was.Source == source && pair.was.Prefix == prefix && pair.now.Prefix is not null && pair.now.Prefix != prefix)
                .Select(pair => pair.now.Prefix)
                .FirstOrDefault();
        }

        // Without a source, the prefix is the element's own name, or the name of another element in Lookup() or before a relationship.
        var isMetric = found.Kind == ReferenceKind.Metric && prefix == MetricsPrefix;
        var isOther = place.Scope.Element != _renamed && place.Scope.Name == prefix;
        return prefix == _oldName && place.Scope.Model == _before.Model && !isMetric && !isOther ? _newName : null;
    }
}
