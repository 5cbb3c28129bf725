using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Validation;
using SigmaPS.Core.Writing;

namespace SigmaPS.Core.Release;

/// <summary>
/// Plans a release, and sends nothing. A plan needs no record of earlier releases: it finds the live models by folder and name, and the
/// IDs inside of them by comparison.
/// </summary>
public sealed class ReleasePlanner
{
    /// <summary>The note of a model that another organization deployed.</summary>
    internal const string Deployed = "It was deployed from another organization and is changed only there.";

    private readonly SigmaClient _client;
    private readonly ReleaseRequest _request;
    private readonly Action<int, int> _progress;
    private readonly HiddenValues _hidden;
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
    /// <param name="request">The input of the release.</param>
    /// <param name="progress">Takes the number of planned models, and of all models.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="SigmaEngineException">
    /// The session belongs to another organization, a name cannot be resolved, or the folder cannot be released.
    /// </exception>
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
            throw ReleaseErrors.EmptyFolder(_request.Folder, folder.Unread);
        }

        var levels = DependencyOrder.Levels(needs);
        var target = await EnvironmentResolver.ResolveAsync(_client, _request.Environment, _request.UserId, cancel).ConfigureAwait(false);
        var names = all.Select(model => model.Name).Concat(target.Here.Select(live => live.Name)).ToList();
        ReleaseSelection.Check(_request, names, folder.Unread);
        var state = ReleaseState.Read(_request.Folder, _request.Environment.Name, _request.Organization);
        var counterparts = LiveModelMatcher.Find(all, models, target, state);
        var planner = new ModelPlanner(_client, _request, _hidden, target, counterparts, needs);
        var items = await PlanAsync(planner, levels, models.Count, cancel).ConfigureAwait(false);
        if (planner.Problems.Count > 0)
        {
            var problems = string.Join("; ", planner.Problems);
            throw Invalid($"The folder does not fit environment '{_request.Environment.Name}': {problems}.{folder.Unread}");
        }

        items.RemoveAll(item => !_request.Picks(item.Name));
        foreach (var item in items.Where(item => item.Writes && RehearsalStops(item)))
        {
            item.Refusals = item.Refusals.Append(RehearsalErrors.InPublish(item)).ToList();
        }

        var extras = Extras(target, counterparts.Values);
        var orphans = extras.Where(item => item.Action == ReleaseAction.Orphan).ToList();

        // Nothing is done with orphans unless the user asks for it. Until then, they are a count.
        items.AddRange(_request.Prunes ? extras : extras.Except(orphans));
        await ReleaseConsumers.AddAsync(_client, _request, items, cancel).ConfigureAwait(false);
        items.ForEach(item => item.Hide(_hidden));
        return new ReleasePlan(_request, target, items)
        {
            Upstreams = planner.Upstreams,
            Orphans = orphans,
            Hidden = _hidden,

            // The models outside of the plan may use the other entries.
            Notes = models.Count < all.Count ? Array.Empty<string>() : planner.Unused
                .Select(entry => $"No model uses '{entry}', which environment '{_request.Environment.Name}' maps.")
                .ToArray(),
        };
    }

    private async Task<List<ReleaseItem>> PlanAsync(
        ModelPlanner planner,
        IEnumerable<IReadOnlyList<ReleaseModel>> levels,
        int count,
        CancellationToken cancel)
    {
        var items = new List<ReleaseItem>();
        foreach (var level in levels)
        {
            items.AddRange(await BoundedParallel.RunAsync(level, async (model, stop) =>
            {
                var item = await planner.PlanAsync(model, stop).ConfigureAwait(false);
                _progress(Interlocked.Increment(ref _done), count);
                return item;
            }, cancel).ConfigureAwait(false));
        }

        return items;
    }

    private bool RehearsalStops(ReleaseItem item) => _request.HasFailedRehearsal(item.Name) && !_request.Protections.SkipValidation
        && SpecRuleSet.All.Any(rule => SpecRuleSet.IsRehearsal(rule) && !_request.Protections.AllowedRules.Contains(rule.Id));

    // The live models of the folder in Sigma without a file.
    private List<ReleaseItem> Extras(ResolvedEnvironment target, IEnumerable<DataModelEntry> counterparts)
    {
        var claimed = new HashSet<string>(counterparts.Select(live => live.DataModelId), StringComparer.OrdinalIgnoreCase);
        return target.Here
            .Where(live => !claimed.Contains(live.DataModelId) && ScratchName.Parse(live.Name) is null && _request.Picks(live.Name))
            .OrderBy(live => live.Name, StringComparer.Ordinal)
            .Select(live => Extra(live, target.Deployed.Contains(live.DataModelId)))
            .ToList();
    }

    private static ReleaseItem Extra(DataModelEntry live, bool isDeployed) =>
        new(live.Name, isDeployed ? ReleaseAction.Skipped : ReleaseAction.Orphan)
        {
            DataModelId = live.DataModelId,
            LiveVersion = live.LatestVersion,
            UpdatedBy = live.UpdatedBy,
            Notes = isDeployed ? new[] { Deployed } : Array.Empty<string>(),
        };

    private SigmaEngineException Invalid(string message) =>
        new(ErrorCode.InvalidEnvironment, message) { Target = _request.Folder };
}
