using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Release;

/// <summary>The dependency order of models, a topological sort: those that others depend on come first.</summary>
internal static class DependencyOrder
{
    /// <summary>What each model depends on, among those of the folder.</summary>
    public static IReadOnlyDictionary<ReleaseModel, IReadOnlyList<ReleaseModel>> GetDependencies(IReadOnlyList<ReleaseModel> models)
    {
        var bySource = models.Where(model => model.SourceId is not null)
            .ToLookup(model => model.SourceId!, StringComparer.OrdinalIgnoreCase);
        return models.ToDictionary(model => model, model => (IReadOnlyList<ReleaseModel>)ModelReferences.In(model.Document)
            .SelectMany(reference => bySource[reference.Text("dataModelId")!])
            .Where(other => other != model).Distinct().ToList());
    }

    /// <summary>The models that are meant, and the models that they depend on.</summary>
    public static IReadOnlyDictionary<ReleaseModel, IReadOnlyList<ReleaseModel>> SelectWithDependencies(
        IReadOnlyDictionary<ReleaseModel, IReadOnlyList<ReleaseModel>> needs,
        Func<string, bool> picks)
    {
        var meant = new HashSet<ReleaseModel>();
        var left = new Stack<ReleaseModel>(needs.Keys.Where(model => picks(model.Name)));
        while (left.Count > 0)
        {
            var model = left.Pop();
            if (meant.Add(model))
            {
                needs[model].ToList().ForEach(left.Push);
            }
        }

        return needs.Where(pair => meant.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value);
    }

    /// <summary>Levels: a model depends on those of earlier levels only.</summary>
    /// <exception cref="SigmaEngineException">Models depend on each other in a cycle.</exception>
    public static IReadOnlyList<IReadOnlyList<ReleaseModel>> Levels(IReadOnlyDictionary<ReleaseModel, IReadOnlyList<ReleaseModel>> needs)
    {
        var levels = new List<IReadOnlyList<ReleaseModel>>();
        var done = new HashSet<ReleaseModel>();
        var left = needs.Keys.ToList();
        while (left.Count > 0)
        {
            var level = left.Where(model => needs[model].All(done.Contains)).ToList();
            if (level.Count == 0)
            {
                throw ReleaseErrors.Cycle(left[0].File, DescribeCycle(left[0], needs, done));
            }

            levels.Add(level);
            done.UnionWith(level);
            left.RemoveAll(done.Contains);
        }

        return levels;
    }

    private static string DescribeCycle(
        ReleaseModel start,
        IReadOnlyDictionary<ReleaseModel, IReadOnlyList<ReleaseModel>> needs,
        HashSet<ReleaseModel> done)
    {
        var way = new List<ReleaseModel>();
        for (var at = start; ; at = needs[at].First(model => !done.Contains(model)))
        {
            var seen = way.IndexOf(at);
            way.Add(at);
            if (seen >= 0)
            {
                return string.Join(" → ", way.Skip(seen).Select(model => $"\"{model.Name}\""));
            }
        }
    }
}
