using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Release;

/// <summary>
/// The order in which the models of a rename change: a model after those that it reads. When an old name is removed, its model comes last.
/// </summary>
internal static class RenameOrder
{
    /// <summary>Orders the changed models.</summary>
    /// <param name="models">All models; the first one contains the item.</param>
    /// <param name="changed">The places of those that change.</param>
    /// <param name="mainIsLast">Whether the model of the item comes last.</param>
    /// <returns>Each changed model with the changed models that it has to follow.</returns>
    public static IReadOnlyList<(int Model, IReadOnlyList<int> DependsOn)> Find(
        IReadOnlyList<(string Id, SpecDocument Document)> models,
        IReadOnlyList<int> changed,
        bool mainIsLast)
    {
        var places = Enumerable.Range(0, models.Count).ToDictionary(at => models[at].Id, StringComparer.OrdinalIgnoreCase);
        var reads = models
            .Select(model =>
                ModelReferences
                    .In(model.Document)
                    .Select(source => source.Text("dataModelId")!)
                    .Where(places.ContainsKey)
                    .Select(id => places[id])
                    .Distinct()
                    .ToList())
            .ToList();
        var below = changed.ToDictionary(at => at, at => Needed(at, reads, changed, mainIsLast));
        var order = new List<(int, IReadOnlyList<int>)>();
        var open = changed.OrderBy(at => models[at].Document.Name, StringComparer.Ordinal).ToList();
        while (open.Count > 0)
        {
            // Models can read one another in a cycle; then one of them has to be the first.
            var next = open[Math.Max(0, open.FindIndex(at => !below[at].Any(open.Contains)))];
            open.Remove(next);
            order.Add((next, below[next].Where(at => !open.Contains(at)).ToList()));
        }

        return order;
    }

    private static List<int> Needed(int model, List<List<int>> reads, IReadOnlyList<int> changed, bool mainIsLast)
    {
        if (mainIsLast && model == 0)
        {
            return changed.Where(at => at != 0).ToList();
        }

        var met = new HashSet<int>(reads[model]);
        var open = new Queue<int>(met);
        while (open.Count > 0)
        {
            foreach (var next in reads[open.Dequeue()].Where(met.Add))
            {
                open.Enqueue(next);
            }
        }

        return met.Where(at => at != model && changed.Contains(at) && !(mainIsLast && at == 0)).OrderBy(at => at).ToList();
    }
}
