using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Writing;

namespace SigmaPS.Core.Release;

/// <summary>
/// Plans a rename over live models: the model of the item, and every model that reads the name, in dependency order. It only reads.
/// </summary>
public sealed class RenamePlanner
{
    private readonly SigmaClient _client;
    private readonly ReleaseRequest _request;
    private readonly RenameRequest _rename;
    private readonly List<string> _notes = new();

    private RenamePlanner(SigmaClient client, ReleaseRequest request, RenameRequest rename)
    {
        _client = client;
        _request = request;
        _rename = rename;
    }

    /// <summary>Plans.</summary>
    /// <param name="client">The service.</param>
    /// <param name="request">What the writes may do, with a check of consumers.</param>
    /// <param name="rename">The item and its new name.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="SigmaEngineException">The model or the item does not exist, or the name cannot be used.</exception>
    public static Task<ReleasePlan> PlanAsync(SigmaClient client, ReleaseRequest request, RenameRequest rename, CancellationToken cancel) =>
        new RenamePlanner(client, request, rename).RunAsync(cancel);

    private async Task<ReleasePlan> RunAsync(CancellationToken cancel)
    {
        var index = await _request.Consumers!.IndexAsync(cancel).ConfigureAwait(false);
        var id = index.ModelOf(_rename.DataModel);
        var live = await ReadAsync(id, index.ModelsOver(id), cancel).ConfigureAwait(false);
        var edited = live.Select(model => model.Document.Copy()).ToList();
        await LostReferences.FollowAsync(_client, live.Select(model => (model.Id, model.Document)).ToList(), edited, cancel)
            .ConfigureAwait(false);
        var result = ModelRenaming.ApplyToLive(
            live.Select((model, at) => ((string?)model.Id, edited[at])).ToList(),
            _rename.Item,
            _rename.IsSafe);
        var changed = Enumerable.Range(0, live.Count).Where(at => !JsonTree.Same(live[at].Document.Pages, edited[at].Pages)).ToList();
        if (result.Missing is { } missing && changed.Count == 0)
        {
            throw missing;
        }

        var order = RenameOrder.Find(live.Select(model => (model.Id, model.Document)).ToList(), changed, result.Step == RenameStep.Finish);
        var names = Names(live, changed);
        var items = await BoundedParallel
            .RunAsync(
                order,
                (entry, stop) =>
                    ItemAsync(
                        live[entry.Model],
                        edited[entry.Model],
                        names[entry.Model],
                        entry.DependsOn.Select(at => names[at]).ToList(),
                        result,
                        stop),
                cancel)
            .ConfigureAwait(false);
        await ReleaseConsumers.AddAsync(_client, _request, items, cancel).ConfigureAwait(false);
        var followers = Enumerable.Range(0, live.Count).Except(changed).Select(at => Follower(live[at])).ToList();
        foreach (var item in items.Where(item => item.DataModelId == id))
        {
            item.ManualChanges = ManualChanges.Find(index, id, _rename, result, item);
            item.Notes = item.Notes.Concat(NextStep(result, item)).Concat(Following(followers)).ToList();
        }

        return new ReleasePlan(_request, new ResolvedEnvironment(_request.Environment, "", ""), items)
        {
            Rename = _rename,
            Notes = _notes,
            Followers = followers,
        };
    }

    private static ReleaseItem Follower(LiveModel live) =>
        new(live.Document.Name ?? live.Id, ReleaseAction.Unchanged)
        {
            DataModelId = live.Id,
            LiveVersion = live.Document.LatestVersion,
        };

    private static IEnumerable<string> Following(IReadOnlyList<ReleaseItem> followers)
    {
        if (followers.Count > 0)
        {
            var names = string.Join(", ", followers.Take(10).Select(item => $"\"{item.Name}\" ({item.DataModelId})"));
            yield return "If Sigma reassigns IDs, the publish also updates the references of the models that this plan does not change: "
                + $"{names}{Wording.More(followers.Count, 10)}.";
        }
    }

    // The model of the item comes first. A model that cannot be read cannot follow, and counts as a consumer that breaks.
    private async Task<IReadOnlyList<LiveModel>> ReadAsync(string id, IReadOnlyList<string> others, CancellationToken cancel)
    {
        var read = await BoundedParallel.RunAsync(others.Prepend(id).ToList(), async (model, stop) =>
        {
            try
            {
                return new LiveModel(model, await LiveSpecReader.ReadAsync(_client, model, null, stop).ConfigureAwait(false));
            }
            catch (SigmaEngineException e)
                when (model != id
                    && e.Kind
                        is ErrorCode.PermissionDenied
                            or ErrorCode.ModelNotFound
                            or ErrorCode.InvalidSpec
                            or ErrorCode.RequestRefused)
            {
                lock (_notes)
                {
                    _notes.Add(
                        $"Data model {model} reads \"{_rename.DataModel}\" and could not be read, so the plan does not change it: "
                            + $"{e.Message}"
                    );
                }

                return null;
            }
        }, cancel).ConfigureAwait(false);
        return read.OfType<LiveModel>().ToList();
    }

    private async Task<ReleaseItem> ItemAsync(
        LiveModel live,
        SpecDocument edited,
        string name,
        IReadOnlyList<string> dependsOn,
        RenameResult result,
        CancellationToken cancel)
    {
        var content = edited.Copy();
        var removes = result.Step == RenameStep.Finish;
        var write = await new SpecWriter(_client)
            .PrepareAsync(
                ReleaseWriteOptions.ForRename(_request, live.Id, edited, removes, live.Document.LatestVersion) with { Live = live.Spec },
                cancel)
            .ConfigureAwait(false);
        return new ReleaseItem(name, write.SendsContent ? ReleaseAction.Update : ReleaseAction.Unchanged)
        {
            DataModelId = live.Id,
            LiveVersion = live.Document.LatestVersion,
            UpdatedBy = live.Document.Root.Text("updatedBy"),
            UpdatedAt = live.Document.Root.Text("updatedAt"),
            Changes = write.Changes,
            Refusals = write.Refusals,
            Write = write,
            Content = content,
            ContentRemoves = removes,
            DependsOn = dependsOn,
            Hash = ExportIndex.Fingerprint(edited),
        };
    }

    private IEnumerable<string> NextStep(RenameResult result, ReleaseItem item)
    {
        if (result.Step == RenameStep.Add)
        {
            yield return $"The old name \"{result.OldName}\" stays beside the new one. Publish this plan, change the workbooks and "
                + "reports, then run the same command again: it removes the old name.";
        }

        if (item.ManualChanges.Count > 0)
        {
            yield return $"{item.ManualChanges.Count} usage{Wording.Plural(item.ManualChanges.Count)} in workbooks and reports to "
                + "change by hand; see Consumers.";
        }
    }

    // Two models can have one name.
    private static Dictionary<int, string> Names(IReadOnlyList<LiveModel> live, IReadOnlyList<int> changed)
    {
        var names = changed.ToDictionary(at => at, at => live[at].Document.Name ?? live[at].Id);
        var twice = new HashSet<string>(
            names.Values.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key),
            StringComparer.Ordinal);
        return changed.ToDictionary(at => at, at => twice.Contains(names[at]) ? $"{names[at]} ({live[at].Id})" : names[at]);
    }

    private sealed record LiveModel(string Id, LiveSpec Spec)
    {
        public SpecDocument Document => Spec.Document;
    }
}
