using System;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;

namespace SigmaPS.Core.History;

/// <summary>
/// The versions of one model, newest first, each read when it is asked for. One request per version and one for the version before the
/// last.
/// </summary>
internal sealed class ModelChanges
{
    private readonly SigmaClient _client;
    private readonly string _id;
    private readonly ChangeLogOptions _options;
    private Task<PublishedVersion>? _reading;
    private PublishedVersion? _head;

    /// <summary>Makes the reader.</summary>
    /// <param name="client">The service.</param>
    /// <param name="id">The model's UUID.</param>
    /// <param name="newest">No version of it is newer.</param>
    /// <param name="options">The part of the history to read.</param>
    public ModelChanges(SigmaClient client, string id, DateTimeOffset newest, ChangeLogOptions options)
    {
        _client = client;
        _id = id;
        _options = options;
        Newest = newest;
    }

    /// <summary>Makes the reader of a version that is at hand.</summary>
    /// <param name="client">The service.</param>
    /// <param name="version">The version.</param>
    /// <param name="id">The model's UUID.</param>
    public ModelChanges(SigmaClient client, SpecDocument version, string id)
        : this(client, id, DateTimeOffset.MaxValue, new ChangeLogOptions()) => _head = new PublishedVersion(version);

    /// <summary>The model.</summary>
    public string DataModelId => _id;

    /// <summary>No version that is still to come is newer.</summary>
    public DateTimeOffset Newest { get; private set; }

    /// <summary>Whether the next version is at hand.</summary>
    public bool IsRead => _head is not null;

    /// <summary>Starts to read the latest version, without waiting.</summary>
    public Task<PublishedVersion> BeginAsync(CancellationToken cancel) => _reading ??= ReadLatestAsync(cancel);

    /// <summary>Reads the latest version.</summary>
    /// <returns>False if it is older than the requested part of the history.</returns>
    public async Task<bool> OpenAsync(CancellationToken cancel) => Keep(await BeginAsync(cancel).ConfigureAwait(false));

    /// <summary>The next version with its differences.</summary>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The version, and whether another one follows.</returns>
    public async Task<(VersionChange Change, bool HasMore)> NextAsync(CancellationToken cancel)
    {
        var last = _head!;
        var first = last;
        var before = await ReadBeforeAsync(first, cancel).ConfigureAwait(false);
        while (before is not null && Folds(before, first))
        {
            first = before;
            before = await ReadBeforeAsync(first, cancel).ConfigureAwait(false);
        }

        var isBaseMissing = before is null && first.Number > 1;
        var changes = isBaseMissing ? Array.Empty<SpecChange>()
            : SpecDiff.Compare(before?.Document ?? PublishedVersion.Empty(), last.Document).Changes;
        var change = VersionChange.Of(_id, last, before is null ? first.Number : before.Number + 1,
            changes) with
        { IsBaseMissing = isBaseMissing };
        return (change, before is not null && Keep(before));
    }

    private async Task<PublishedVersion> ReadLatestAsync(CancellationToken cancel) =>
        new((await _client.GetSpecAsync(_id, null, cancel).ConfigureAwait(false)).Document);

    private async Task<PublishedVersion?> ReadBeforeAsync(PublishedVersion version, CancellationToken cancel) =>
        await VersionHistory.ReadNearestAsync(_client, _id, version.Number - 1, 1, cancel).ConfigureAwait(false) is { } found
            ? new PublishedVersion(found) : null;

    private bool Keep(PublishedVersion head)
    {
        (_head, Newest) = (head, head.SavedAt is { } at && at < Newest ? at : Newest);
        return !head.IsBefore(_options.Since);
    }

    private bool Folds(PublishedVersion older, PublishedVersion newer) =>
        _options.Fold is { } time && older.SavedBy == newer.SavedBy && newer.SavedAt - older.SavedAt <= time
            && !older.IsBefore(_options.Since);
}
