using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Usage;

namespace SigmaPS.Core.Writing;

/// <summary>
/// Finds the consumers that a write breaks: the breaking changes. One scan serves all writes of a command. A write that removes nothing
/// needs no scan.
/// </summary>
public sealed class ConsumerCheck
{
    private readonly Func<CancellationToken, Task<UsageIndex>> _scan;
    private readonly object _gate = new();
    private Task<UsageIndex>? _index;

    /// <summary>Creates the check of one command.</summary>
    /// <param name="scan">Brings the index up to date.</param>
    public ConsumerCheck(Func<CancellationToken, Task<UsageIndex>> scan) => _scan = scan;

    /// <summary>Reads the display names that Sigma lists for a live model; null to infer all of them.</summary>
    public Func<string, SpecDocument, CancellationToken, Task<DisplayNames>>? LiveNames { get; init; }

    /// <summary>Whether certain consumers may break.</summary>
    public bool AllowBreak { get; init; }

    /// <summary>Whether possible consumers and documents that could not be checked stop the write too.</summary>
    public bool RequireCompleteUsage { get; init; }

    /// <summary>Whether a write that is refused for another reason is checked too, for a preview.</summary>
    public bool ChecksRefused { get; init; }

    /// <summary>Finds the consumers that lose what they read.</summary>
    /// <param name="dataModelId">The model.</param>
    /// <param name="live">The live spec.</param>
    /// <param name="now">The spec to send.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The impact.</returns>
    public Task<ConsumerImpact> CheckAsync(string dataModelId, SpecDocument live, SpecDocument now, CancellationToken cancel) =>
        CheckAsync(
            dataModelId,
            new Dictionary<string, (SpecDocument Live, SpecDocument Now)>(StringComparer.OrdinalIgnoreCase) { [dataModelId] = (live, now) },
            cancel);

    /// <summary>Finds the consumers that several changes break; not those that get a new formula in the same plan.</summary>
    /// <param name="dataModelId">The model.</param>
    /// <param name="changes">The live spec and the new one of each model that changes.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The impact.</returns>
    internal async Task<ConsumerImpact> CheckAsync(
        string dataModelId,
        IReadOnlyDictionary<string, (SpecDocument Live, SpecDocument Now)> changes,
        CancellationToken cancel)
    {
        var (live, now) = changes[dataModelId];
        var taken = TakenItems.Find(dataModelId, live, now);
        if (taken.Count > 0 && LiveNames is { } read)
        {
            // The name decides here, so the name that Sigma lists counts, not the inferred one.
            taken = TakenItems.Find(dataModelId, live, now, await read(dataModelId, live, cancel).ConfigureAwait(false));
        }

        if (taken.Count == 0)
        {
            return ConsumerImpact.None;
        }

        var index = await IndexAsync(cancel).ConfigureAwait(false);

        // Sigma can list a name that the spec omits. Then the name is certain.
        var known = taken.Where(item => item.NewName is null || item.IsCertain || index.NameOf(item.Item) != item.NewName).ToList();
        var successors = new NameSuccessors(known.Select(item => item.Item), live, now);
        return Impact(
            index,
            known,
            index.FindBroken(
                known
                    .Select(item => (item.Item, item.IsCertain || (item.NewName is not null && index.NameOf(item.Item) is not null)))
                    .ToList(),
                null,
                edge => IsMended(edge.Reader, changes) || successors.Serve(edge)));
    }

    /// <summary>Finds the consumers of a model that is removed.</summary>
    /// <param name="dataModelId">The model.</param>
    /// <param name="name">The name of the model.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The impact.</returns>
    public Task<ConsumerImpact> CheckRemovalAsync(string dataModelId, string name, CancellationToken cancel) =>
        CheckRemovalAsync(dataModelId, name, new Dictionary<string, (SpecDocument Live, SpecDocument Now)>(), cancel);

    /// <summary>Finds the consumers of a model that is removed while other models change.</summary>
    internal async Task<ConsumerImpact> CheckRemovalAsync(
        string dataModelId,
        string name,
        IReadOnlyDictionary<string, (SpecDocument Live, SpecDocument Now)> changes,
        CancellationToken cancel)
    {
        var item = new TakenItem(new UsageItem(UsageItemKind.Model, dataModelId), TakenBy.Removal, name, true);
        var index = await IndexAsync(cancel).ConfigureAwait(false);

        // Sigma does not document whether a tagged version outlives its model in the trash.
        var tagged = index.TagsOf(dataModelId).Select(tag => (item.Item with { TagId = tag }, false));
        var removed = new[] { (item.Item, true) }.Concat(tagged).ToList();
        return Impact(index, new[] { item }, index.FindBroken(removed, null, edge => IsMended(edge.Reader, changes)));
    }

    /// <summary>Finds the consumers of a version tag that lose what they read when the tag moves.</summary>
    /// <param name="dataModelId">The model.</param>
    /// <param name="tagId">The tag.</param>
    /// <param name="from">The spec of the version that has the tag.</param>
    /// <param name="to">The spec of the version that gets it.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The impact.</returns>
    internal async Task<ConsumerImpact> CheckTagAsync(
        string dataModelId, string tagId, SpecDocument from, SpecDocument to, CancellationToken cancel)
    {
        var taken = TakenItems.Find(dataModelId, from, to)
            .Select(item => item with { Item = item.Item with { TagId = tagId } }).ToList();
        if (taken.Count == 0)
        {
            return ConsumerImpact.None;
        }

        var index = await IndexAsync(cancel).ConfigureAwait(false);
        var successors = new NameSuccessors(taken.Select(item => item.Item), from, to);
        return Impact(index, taken, index.FindBroken(
            taken.Select(item => (item.Item, item.IsCertain)).ToList(),
            tagId,
            edge => (edge.Reader.ModelId == dataModelId && TakenItems.NoLongerReads(edge.Reader, from, to)) || successors.Serve(edge)));
    }

    /// <summary>The refusals of a write, by its impact.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="dataModelId">The model.</param>
    /// <param name="impact">The impact.</param>
    /// <returns>None, one or two.</returns>
    public IEnumerable<SigmaEngineException> Refusals(string name, string dataModelId, ConsumerImpact impact)
    {
        if (!AllowBreak && impact.Certain.Any())
        {
            yield return ConsumerErrors.Breaks(name, dataModelId, impact);
        }

        if (RequireCompleteUsage && ConsumerErrors.Incomplete(name, dataModelId, impact) is { } incomplete)
        {
            yield return incomplete;
        }
    }

    private static bool IsMended(UsageItem reader, IReadOnlyDictionary<string, (SpecDocument Live, SpecDocument Now)> changes) =>
        changes.TryGetValue(reader.ModelId, out var change) && TakenItems.NoLongerReads(reader, change.Live, change.Now);

    private static ConsumerImpact Impact(UsageIndex index, IReadOnlyList<TakenItem> taken, IEnumerable<UsageRecord> consumers) => new()
    {
        Taken = taken,
        Consumers = consumers.OrderBy(usage => usage.Certainty).ToList(),
        Unchecked = index.Unchecked,
    };

    /// <summary>The index, brought up to date once per command.</summary>
    internal Task<UsageIndex> IndexAsync(CancellationToken cancel)
    {
        lock (_gate)
        {
            return _index is null || _index.IsFaulted || _index.IsCanceled ? _index = _scan(cancel) : _index;
        }
    }
}
