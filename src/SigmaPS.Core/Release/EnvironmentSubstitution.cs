using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Release;

/// <summary>
/// Applies the environment mapping to the content of a model: variables, connections, paths, people, and the models that it depends on.
/// </summary>
internal sealed class EnvironmentSubstitution
{
    private readonly ResolvedEnvironment _target;
    private readonly Func<string, ResolvedDependency?> _upstream;
    private readonly SortedSet<string> _problems = new(StringComparer.Ordinal);
    private readonly List<string> _notes = new();

    private EnvironmentSubstitution(ReleaseModel model, ResolvedEnvironment target, Func<string, ResolvedDependency?> upstream)
    {
        _target = target;
        _upstream = upstream;
        Document = model.Document.Copy();
    }

    /// <summary>The content for the environment, with the IDs of the file.</summary>
    public SpecDocument Document { get; }

    /// <summary>The IDs that do not resolve in the environment, and the variables without a value.</summary>
    public IReadOnlyCollection<string> Problems => _problems;

    /// <summary>Notes for a person to check.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>The texts that contain values of environment variables.</summary>
    public IReadOnlyList<HiddenText> Hidden { get; private set; } = Array.Empty<HiddenText>();

    /// <summary>The connections and paths of the environment that this model does not use.</summary>
    public IReadOnlyList<string> UnusedEntries { get; private set; } = Array.Empty<string>();

    /// <summary>Makes the content.</summary>
    /// <param name="model">The model.</param>
    /// <param name="target">The environment.</param>
    /// <param name="upstream">Gives the model for an ID of the files; null if it is unknown.</param>
    public static EnvironmentSubstitution Apply(ReleaseModel model, ResolvedEnvironment target, Func<string, ResolvedDependency?> upstream)
    {
        var environmentSubstitution = new EnvironmentSubstitution(model, target, upstream);
        environmentSubstitution.Run();
        return environmentSubstitution;
    }

    private void Run()
    {
        var variables = VariableSubstitution.Apply(Document, _target.Environment);
        Hidden = variables.Hidden;
        foreach (var name in variables.Missing)
        {
            _problems.Add($"the variable ${{{name}}} has no value in environment '{_target.Environment.Name}'");
        }

        Sources();
        Securities();
        foreach (var target in ModelReferences.ControlTargets(Document))
        {
            ControlColumns(target);
        }

        foreach (var reference in ModelReferences.In(Document))
        {
            Reference(reference);
        }
    }

    private void Sources()
    {
        foreach (var id in Document.Elements.SelectMany(ConnectionIds).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (
                !_target.Connections.ContainsKey(id)
                && !_target.LiveConnections.Any(live => string.Equals(live.ConnectionId, id, StringComparison.OrdinalIgnoreCase)))
            {
                _problems.Add(
                    $"connection {id} is not in this organization and 'connections' does not map it (there are "
                        + $"{string.Join(", ", _target.LiveConnections.Select(live => $"'{live.Name}'"))})"
                );
            }
        }

        try
        {
            var map = new SourceMap(
                _target.Connections,
                _target.Environment.Paths.Select(pair => new KeyValuePair<string, string>(pair.Key, pair.Value.Text)));
            var swap = SourceSwap.Apply(Document, map);
            _notes.AddRange(swap.SourceWarnings);
            UnusedEntries = map.Unused.ToList();
        }
        catch (SigmaEngineException e) when (e.Kind is ErrorCode.EditRefused)
        {
            _problems.Add(e.Message.TrimEnd('.'));
        }
    }

    /// <summary>The connections that an element reads, in its sources and targets at any depth.</summary>
    public static IEnumerable<string> ConnectionIds(JsonObject element) =>
        new[] { element["source"], element["filters"] }
            .SelectMany(JsonTree.Objects)
            .Select(source => source.Text("connectionId"))
            .OfType<string>();

    private void Securities()
    {
        foreach (
            var assignment in Document
                .Elements.SelectMany(element => ElementIds.Objects(element, "columnSecurities"))
                .SelectMany(security => ElementIds.Objects(security.Object("criteria"), "assignments")))
        {
            Swap(
                assignment,
                "userId",
                id => _target.Users.TryGetValue(id, out var now) ? now : null,
                "member",
                "users",
                _target.Environment.Users.Count);
            Swap(assignment, "teamId", id => Text(_target.Environment.Teams, id), "team", "teams", _target.Environment.Teams.Count);
            Swap(
                assignment,
                "userAttributeId",
                id => Text(_target.Environment.UserAttributes, id),
                "user attribute",
                "userAttributes",
                _target.Environment.UserAttributes.Count);
        }
    }

    private static string? Text(IReadOnlyDictionary<string, LocatedText> map, string id) =>
        map.TryGetValue(id, out var value) ? value.Text : null;

    private void Swap(JsonObject owner, string key, Func<string, string?> map, string what, string mapName, int mapped)
    {
        if (owner.Text(key) is not { } id)
        {
            return;
        }

        if (map(id) is { } now)
        {
            owner.Set(key, new JsonString(now));
        }
        else if (mapped > 0)
        {
            _problems.Add($"a column security names the {what} {id}, which '{mapName}' does not map");
        }
        else
        {
            _notes.Add($"A column security names the {what} {id}. The environment does not have '{mapName}', so the ID stays.");
        }
    }

    private void ControlColumns(JsonObject target)
    {
        var source = target.Object("source")!;
        if (
            source.Text("dataModelId") is { } model
            && source.Text("elementId") is { } element
            && _upstream(model) is { } resolvedDependency)
        {
            foreach (var key in new[] { "columnId", "displayColumnId" }.Where(key => target.Text(key) is not null))
            {
                var column = target.Text(key)!;
                if (!resolvedDependency.Has(element, column))
                {
                    _problems.Add(
                        $"a control takes column '{column}' of element '{element}' of \"{resolvedDependency.Name}\", which has no such "
                            + "column"
                    );
                }

                target.Set(key, new JsonString(resolvedDependency.Column(element, column)));
            }
        }
    }

    private void Reference(JsonObject reference)
    {
        var id = reference.Text("dataModelId")!;
        if (_upstream(id) is not { } resolvedDependency)
        {
            _problems.Add(
                $"it depends on data model {id}, which is neither in the folder nor in this organization, "
                    + "and 'dataModels' does not map it");
            return;
        }

        if (reference.Text("elementId") is { } element)
        {
            if (!resolvedDependency.Has(element))
            {
                _problems.Add(
                    $"it depends on element '{element}' of \"{resolvedDependency.Name}\", "
                        + $"which has no such element{resolvedDependency.Lack}"
                );
            }

            if (reference.Text("groupingId") is { } grouping)
            {
                reference.Set("groupingId", new JsonString(resolvedDependency.Grouping(element, grouping)));
            }

            reference.Set("elementId", new JsonString(resolvedDependency.Element(element)));
        }

        reference.Set("dataModelId", new JsonString(resolvedDependency.DataModelId));
    }
}
