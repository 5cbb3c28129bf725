using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Spec.Validation;
using SigmaPS.Core.Writing;

namespace SigmaPS.Core.Release;

/// <summary>Finds out what a release would do; reads alone. A plan is right without any memory: counterparts by folder and name, inner ids by comparison with what is live.</summary>
public sealed class ReleasePlanner
{
    private const string Deployed = "It was deployed from another organisation and is changed there only.";

    private readonly SigmaClient _client;
    private readonly ReleaseRequest _request;
    private readonly Action<int, int> _progress;
    private readonly Dictionary<string, ResolvedDependency> _upstreams = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _problems = new();
    private readonly HiddenValues _hidden;
    private readonly HashSet<string> _unused = new(StringComparer.Ordinal);
    private int _done;

    private ReleasePlanner(SigmaClient client, ReleaseRequest request, Action<int, int> progress)
    {
        _hidden = new HiddenValues(request.Environment.Variables.Values, client.Transport.Secrets);
        _client = _hidden.IsEmpty ? client : client.WithLog(_hidden.In(client.Log));
        _request = request;
        _progress = progress;
    }

    /// <summary>Plans.</summary>
    /// <param name="client">The service.</param>
    /// <param name="request">What the release is about.</param>
    /// <param name="progress">Told how many models are planned, of how many.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="SigmaEngineException">The session is another organisation's, a name cannot be resolved, or the folder cannot be released.</exception>
    public static async Task<ReleasePlan> PlanAsync(
        SigmaClient client,
        ReleaseRequest request,
        Action<int, int> progress,
        CancellationToken cancel)
    {
        EnvironmentTargetCheck.Check(request);
        var planner = new ReleasePlanner(client, request, progress);
        try
        {
            return await planner.RunAsync(cancel).ConfigureAwait(false);
        }
        catch (SigmaEngineException e) when (planner._hidden.Mask(e) is { } shown && !ReferenceEquals(shown, e))
        {
            throw shown;
        }
    }

    private async Task<ReleasePlan> RunAsync(CancellationToken cancel)
    {
        var folder = ReleaseFolder.Read(_request.Folder);
        var all = folder.Models;
        var needs = DependencyOrder.SelectWithDependencies(DependencyOrder.GetDependencies(all), _request.Picks);
        var models = needs.Keys.ToList();
        folder.Check(_request.NeedsFile, new HashSet<ReleaseModel>(models));
        if (all.Count == 0)
        {
            throw new SigmaEngineException(
                ErrorCode.InvalidEnvironment,
                $"The folder '{_request.Folder}' does not contain a data model, so there is nothing to release. "
                + $"Name the folder of the models.{folder.Unread}")
            { Target = _request.Folder };
        }

        var levels = DependencyOrder.Levels(needs);
        var target = await EnvironmentResolver.ResolveAsync(_client, _request.Environment, _request.UserId, cancel).ConfigureAwait(false);
        var names = all.Select(model => model.Name).Concat(target.Here.Select(live => live.Name)).ToList();
        ReleaseSelection.Check(_request, names, folder.Unread);
        var counterparts = LiveModelMatcher.Find(all, models, target, ReleaseState.Read(_request.Folder, _request.Environment.Name, _request.Organization));
        var claimed = new HashSet<string>(counterparts.Values.Select(live => live.DataModelId), StringComparer.OrdinalIgnoreCase);
        _unused.UnionWith(target.Connections.Keys.Concat(target.Environment.Paths.Keys));
        var needed = new HashSet<ReleaseModel>(needs.Values.SelectMany(others => others));
        var items = new List<ReleaseItem>();
        foreach (var level in levels)
        {
            items.AddRange(await BoundedParallel.RunAsync(level, async (model, stop) =>
            {
                var item = await OneAsync(model, counterparts, needed.Contains(model), needs[model], target, stop).ConfigureAwait(false);
                _progress(Interlocked.Increment(ref _done), models.Count);
                return item;
            }, cancel).ConfigureAwait(false));
        }

        if (_problems.Count > 0)
        {
            var problems = string.Join("; ", _problems.OrderBy(problem => problem, StringComparer.Ordinal));
            throw new SigmaEngineException(
                ErrorCode.InvalidEnvironment,
                $"The folder does not fit environment '{_request.Environment.Name}': {problems}.{folder.Unread}")
            { Target = _request.Folder };
        }

        items.RemoveAll(item => !_request.Picks(item.Name));
        foreach (var item in items.Where(item => item.Writes && RehearsalStops(item)))
        {
            item.Refusals = item.Refusals.Append(RehearsalErrors.InPublish(item)).ToList();
        }

        var extras = target.Here
            .Where(live => !claimed.Contains(live.DataModelId) && ScratchName.Parse(live.Name) is null && _request.Picks(live.Name))
            .OrderBy(live => live.Name, StringComparer.Ordinal)
            .Select(live => Extra(live, target)).ToList();
        var orphans = extras.Where(item => item.Action == ReleaseAction.Orphan).ToList();

        // Nothing is done with orphans unless somebody asks for it; until then they are a count.
        items.AddRange(_request.Prunes ? extras : extras.Except(orphans));
        await ReleaseConsumers.AddAsync(_client, _request, items, cancel).ConfigureAwait(false);
        items.ForEach(item => item.Hide(_hidden));
        return new ReleasePlan(_request, target, items)
        {
            Upstreams = _upstreams,
            Orphans = orphans,
            Hidden = _hidden,

            // What the models that are left out have a use for is not known.
            Notes = models.Count < all.Count ? Array.Empty<string>() : _unused.OrderBy(entry => entry, StringComparer.Ordinal).Select(entry => $"No model has a use for '{entry}', which environment '{_request.Environment.Name}' maps.").ToArray(),
        };
    }

    private async Task<ReleaseItem> OneAsync(ReleaseModel model, IReadOnlyDictionary<ReleaseModel, DataModelEntry> counterparts, bool isNeeded, IReadOnlyList<ReleaseModel> needs, ResolvedEnvironment target, CancellationToken cancel)
    {
        var environmentSubstitution = EnvironmentSubstitution.Apply(model, target, id => DependencyResolver.Find(id, _upstreams, target));
        _hidden.Add(environmentSubstitution.Hidden);
        lock (_problems)
        {
            // A model that is only read here is not written, so that its own problems do not concern this plan.
            var problems = _request.Picks(model.Name) ? environmentSubstitution.Problems : Array.Empty<string>();
            _problems.AddRange(problems.Concat(needs.Where(other => !_request.Picks(other.Name) && !counterparts.ContainsKey(other))
                .Select(other => $"it depends on \"{other.Name}\", which is not live and not part of this plan")).Select(problem => $"{model.File}: {problem}"));
            _unused.IntersectWith(environmentSubstitution.UnusedEntries);
        }

        var hash = Hash(environmentSubstitution.Document, target.FolderId);
        var dependsOn = needs.Select(other => other.Name).ToList();
        if (!counterparts.TryGetValue(model, out var live))
        {
            RecordDependency(model, isNeeded, () => ResolvedDependency.ToBeMade(model.Name, environmentSubstitution.Document));
            var create = SpecCreatePlan.FromDocument(environmentSubstitution.Document, model.Name, _request.Protections.SkipValidation, tellsAll: true, _request.Protections.AllowedRules, _request.CustomFunctions);
            return new ReleaseItem(model.Name, ReleaseAction.Create) { Model = model, Hash = hash, DependsOn = dependsOn, Notes = environmentSubstitution.Notes, Issues = Placed(model, create.Issues), Refusals = new[] { create.Refusal }.OfType<SigmaEngineException>().ToList() };
        }

        if (target.Deployed.Contains(live.DataModelId))
        {
            RecordDependency(model, isNeeded, () => ResolvedDependency.Outside(live.DataModelId, model.Name));
            return new ReleaseItem(model.Name, ReleaseAction.Skipped) { Model = model, Hash = hash, DependsOn = dependsOn, DataModelId = live.DataModelId, LiveVersion = live.LatestVersion, Notes = new[] { Deployed } };
        }

        var write = await new SpecWriter(_client).PrepareAsync(ReleaseWriteOptions.Request(_request, live.DataModelId, environmentSubstitution.Document), cancel).ConfigureAwait(false);
        RecordDependency(model, isNeeded, () => _request.Picks(model.Name) ? ResolvedDependency.FromLive(live.DataModelId, model.Name, environmentSubstitution.Document, write.Live) : ResolvedDependency.AsItIs(live.DataModelId, model.Name, environmentSubstitution.Document, write.Live));
        var content = write.SendsContent && !ReleaseGuards.IsSettled(write, target);
        var changes = content || write.Renames;
        var conflict = changes ? await ReleaseGuards.ConflictAsync(_client, _request, target, write, cancel).ConfigureAwait(false) : null;
        return new ReleaseItem(model.Name, conflict is not null ? ReleaseAction.Conflict : changes ? ReleaseAction.Update : ReleaseAction.Unchanged)
        {
            Model = model,
            DataModelId = live.DataModelId,
            LiveVersion = write.LiveVersion,
            UpdatedBy = write.Live.Root.Text("updatedBy"),
            UpdatedAt = write.Live.Root.Text("updatedAt"),
            Changes = content ? write.Changes : Array.Empty<SpecChange>(),
            Drift = _request.SeesDrift && content ? SpecDiff.Compare(write.Request.Document, write.Live).Changes : Array.Empty<SpecChange>(),
            Issues = content ? Placed(model, SpecValidator.Validate(environmentSubstitution.Document.Root, customFunctions: _request.CustomFunctions)) : Array.Empty<SpecIssue>(),
            Refusals = (changes ? write.Refusals : Array.Empty<SigmaEngineException>()).Concat(conflict is not null && !_request.Protections.IgnoreConflict ? new[] { conflict } : Array.Empty<SigmaEngineException>()).ToList(),
            Notes = environmentSubstitution.Notes.Concat(ReleaseGuards.Renames(write)).ToList(),
            Write = content ? write : null,
            DependsOn = dependsOn,
            Hash = hash,
        };
    }

    private bool RehearsalStops(ReleaseItem item) => _request.HasFailedRehearsal(item.Name) && !_request.Protections.SkipValidation
        && SpecRuleSet.All.Any(rule => SpecRuleSet.IsRehearsal(rule) && !_request.Protections.AllowedRules.Contains(rule.Id));

    private static ReleaseItem Extra(DataModelEntry live, ResolvedEnvironment target)
    {
        var isDeployed = target.Deployed.Contains(live.DataModelId);
        return new ReleaseItem(live.Name, isDeployed ? ReleaseAction.Skipped : ReleaseAction.Orphan)
        {
            DataModelId = live.DataModelId,
            LiveVersion = live.LatestVersion,
            UpdatedBy = live.UpdatedBy,
            Notes = isDeployed ? new[] { Deployed } : Array.Empty<string>(),
        };
    }

    private void RecordDependency(ReleaseModel model, bool isNeeded, Func<ResolvedDependency> upstream)
    {
        if (isNeeded && model.SourceId is { } source)
        {
            var made = upstream();
            lock (_upstreams)
            {
                _upstreams[source] = made;
            }
        }
    }

    private static IReadOnlyList<SpecIssue> Placed(ReleaseModel model, IReadOnlyList<SpecIssue> issues) => FileIssues.Place(issues, model.Path);

    private static string Hash(SpecDocument document, string folderId) => ExportIndex.Hash($"{ExportIndex.Fingerprint(document)}\n{document.Name}\n{document.Description}\n{folderId}");
}
