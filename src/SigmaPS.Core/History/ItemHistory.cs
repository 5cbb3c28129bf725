using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;

namespace SigmaPS.Core.History;

/// <summary>
/// The versions that changed one item (blame), newest first, found by bisection. Ranges at whose two ends the item is the same are not
/// read, so that n versions with k changes need about k · log2(n) requests. A change that was taken back within such a range is not found.
/// </summary>
/// <param name="client">The service.</param>
/// <param name="id">The model's UUID.</param>
/// <param name="since">Versions saved before this moment are left out; null for all versions.</param>
public sealed class ItemHistory(SigmaClient client, string id, DateTimeOffset? since)
{
    private readonly SigmaClient _client = client;
    private readonly string _id = id;
    private readonly DateTimeOffset? _since = since;

    /// <summary>Reads the history.</summary>
    /// <param name="wanted">The item.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The versions that changed the item.</returns>
    /// <exception cref="Diagnostics.SigmaEngineException">No version that was read has the item.</exception>
    public async IAsyncEnumerable<VersionChange> ReadAsync(ItemFinder wanted, [EnumeratorCancellation] CancellationToken cancel)
    {
        var latest = new Seen(new PublishedVersion((await _client.GetSpecAsync(_id, null, cancel).ConfigureAwait(false)).Document), null);
        latest = latest with { Item = wanted.Find(latest.Version.Document) };
        var known = latest.Item is null ? await FindOlderAsync(wanted, latest, cancel).ConfigureAwait(false) : latest;
        if (known is null)
        {
            throw HistoryErrors.Missing(wanted, latest.Version.Document);
        }

        if (known != latest)
        {
            var lost = latest with { Item = ItemTracker.After(known.Version.Document, latest.Version.Document, known.Item!) };
            await foreach (var change in BetweenAsync(known, lost, cancel).ConfigureAwait(false))
            {
                yield return change;
            }
        }

        if (known.Version.Number > 1 && await OldestAsync(known, cancel).ConfigureAwait(false) is { } oldest)
        {
            await foreach (var change in BetweenAsync(oldest, known, cancel).ConfigureAwait(false))
            {
                yield return change;
            }

            known = oldest;
        }

        if (known is { Item: not null, Version.Number: 1 } && !known.Version.IsBefore(_since))
        {
            yield return VersionChange.Of(
                _id, known.Version, 1, ItemTracker.Changes(PublishedVersion.Empty(), null, known.Version.Document, known.Item));
        }
    }

    // Back in steps that double, because an item that was removed lately is found soon. Then the versions between the steps.
    private async Task<Seen?> FindOlderAsync(ItemFinder wanted, Seen latest, CancellationToken cancel)
    {
        var newest = latest.Version.Number;
        var steps = new List<long>();
        for (var (step, number) = (1L, newest); number > 1; step *= 2)
        {
            number = Math.Max(1, number - step);
            steps.Add(number);
        }

        foreach (var number in steps.Concat(Enumerable.Range(1, (int)newest - 1).Select(back => newest - back).Except(steps)))
        {
            if (await VersionHistory.ReadNearestAsync(_client, _id, number, number, cancel).ConfigureAwait(false) is { } document
                && wanted.Find(document) is { } found)
            {
                return new Seen(new PublishedVersion(document), found);
            }
        }

        return null;
    }

    // The first version, or the first one that Sigma still gives.
    private async Task<Seen?> OldestAsync(Seen known, CancellationToken cancel)
    {
        for (var number = 1L; number < known.Version.Number; number++)
        {
            if (await VersionHistory.ReadNearestAsync(_client, _id, number, number, cancel).ConfigureAwait(false) is { } document)
            {
                return new Seen(new PublishedVersion(document), ItemTracker.Before(document, known.Version.Document, known.Item!));
            }
        }

        return null;
    }

    private async IAsyncEnumerable<VersionChange> BetweenAsync(Seen low, Seen high, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (high.Version.IsBefore(_since))
        {
            yield break;
        }

        var changes = ItemTracker.Changes(low.Version.Document, low.Item, high.Version.Document, high.Item);
        if (changes.Count == 0)
        {
            yield break;
        }

        var middle = await MiddleAsync(low, high, cancel).ConfigureAwait(false);
        if (middle is null)
        {
            yield return VersionChange.Of(_id, high.Version, low.Version.Number + 1, changes);
            yield break;
        }

        foreach (var (first, last) in new[] { (middle, high), (low, middle) })
        {
            await foreach (var change in BetweenAsync(first, last, cancel).ConfigureAwait(false))
            {
                yield return change;
            }
        }
    }

    private async Task<Seen?> MiddleAsync(Seen low, Seen high, CancellationToken cancel)
    {
        var (first, last) = (low.Version.Number + 1, high.Version.Number - 1);
        if (first > last)
        {
            return null;
        }

        var half = (first + last) / 2;
        var document = await VersionHistory.ReadNearestAsync(_client, _id, half, first, cancel).ConfigureAwait(false)
            ?? await VersionHistory.ReadNearestAsync(_client, _id, last, half + 1, cancel).ConfigureAwait(false);
        return document is null ? null : new Seen(new PublishedVersion(document), Track(document, low, high));
    }

    private static ItemAddress? Track(SpecDocument document, Seen low, Seen high) =>
        (high.Item is { } later ? ItemTracker.Before(document, high.Version.Document, later) : null)
        ?? (low.Item is { } earlier ? ItemTracker.After(low.Version.Document, document, earlier) : null);

    private sealed record Seen(PublishedVersion Version, ItemAddress? Item);
}
