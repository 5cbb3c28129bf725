using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Usage;

/// <summary>Reads the lists of models, workbooks and reports: for the whole organization where the caller is an admin.</summary>
internal sealed class DocumentLists(SigmaClient client, RequestBudget budget)
{
    private const string OnlyAdmins = "only an admin can list every document of the organization";
    private readonly SigmaClient _client = client;
    private readonly RequestBudget _budget = budget;
    private readonly List<UncheckedDocument> _failures = new();

    /// <summary>The lists that could not be read.</summary>
    public IReadOnlyList<UncheckedDocument> Failures => _failures;

    public async Task<ListedDocuments> ReadAsync(CancellationToken cancel)
    {
        _failures.Clear();
        var models = await ListAsync(ConsumerKind.DataModel, _client.ListTaggedDataModelsAsync, cancel).ConfigureAwait(false);
        var workbooks = await ListAsync(ConsumerKind.Workbook, _client.ListWorkbooksAsync, cancel).ConfigureAwait(false);
        var reports = await ListAsync(ConsumerKind.Report, _client.ListReportsAsync, cancel).ConfigureAwait(false);
        AddIncomplete();
        return new ListedDocuments(
            models.Select(Model).ToList(),
            workbooks
                .SelectMany(entry => Heads(ConsumerKind.Workbook, entry))
                .Concat(reports.SelectMany(entry => Heads(ConsumerKind.Report, entry)))
                .ToList());
    }

    /// <summary>The lists once more; null where the limit of requests does not allow it, and then the first reading counts.</summary>
    public async Task<ListedDocuments?> ReadAgainAsync(ListedDocuments before, CancellationToken cancel)
    {
        var known = _failures.ToList();
        var again = await ReadAsync(cancel).ConfigureAwait(false);
        if (_failures.Count == known.Count)
        {
            return again;
        }

        _failures.Clear();
        _failures.AddRange(known);
        _failures.Add(
            new UncheckedDocument(ConsumerKind.Workbook, "", "(changes during the scan)", "the lists could not be read a second time"));
        return null;
    }

    private async Task<List<DocumentEntry>> ListAsync(
        ConsumerKind kind,
        Func<bool, Action, CancellationToken, Task<List<DocumentEntry>>> list,
        CancellationToken cancel)
    {
        try
        {
            return Living(await list(true, _budget.Take, cancel).ConfigureAwait(false));
        }
        catch (SigmaEngineException e) when (e.Kind is ErrorCode.PermissionDenied or ErrorCode.RequestRefused)
        {
            _failures.Add(Incomplete(kind));
        }
        catch (Exception e) when (e is SigmaEngineException or RequestLimitException)
        {
            return Failed(kind, e);
        }

        try
        {
            return Living(await list(false, _budget.Take, cancel).ConfigureAwait(false));
        }
        catch (Exception e) when (e is SigmaEngineException or RequestLimitException)
        {
            return Failed(kind, e);
        }
    }

    // Sigma may refuse one list and shorten another for a caller who is not an admin.
    private void AddIncomplete()
    {
        if (_failures.Exists(failure => failure.Reason == OnlyAdmins))
        {
            var kinds = new[] { ConsumerKind.DataModel, ConsumerKind.Workbook, ConsumerKind.Report };
            _failures.AddRange(kinds.Where(kind => !_failures.Exists(failure => failure.Kind == kind)).Select(Incomplete).ToList());
        }
    }

    private static UncheckedDocument Incomplete(ConsumerKind kind) => new(kind, "", $"({Plural(kind)} that you cannot open)", OnlyAdmins);

    private List<DocumentEntry> Failed(ConsumerKind kind, Exception e)
    {
        _failures.Add(new UncheckedDocument(kind, "", $"(all {Plural(kind)})", e.Message));
        return new List<DocumentEntry>();
    }

    private static List<DocumentEntry> Living(List<DocumentEntry> entries) =>
        entries
            .Where(entry => !entry.IsArchived && entry.Id.Length > 0)
            .GroupBy(entry => entry.Id, StringComparer.OrdinalIgnoreCase)
            .Select(group => group.First())
            .ToList();

    private static string Plural(ConsumerKind kind) => kind switch
    {
        ConsumerKind.DataModel => "data models",
        ConsumerKind.Workbook => "workbooks",
        _ => "reports",
    };

    private static ListedModel Model(DocumentEntry entry) => new(
        Head(ConsumerKind.DataModel, entry),
        entry.Tags.GroupBy(tag => tag.VersionTagId).ToDictionary(group => group.Key, group => group.First().SourceVersion),
        entry.Tags.GroupBy(tag => tag.VersionTagId).ToDictionary(group => group.Key, group => group.First().Name));

    // A tagged version can still use what the published one has dropped, so it is a document of its own (sigma-workbooks.md section 1.5).
    private static IEnumerable<DocumentHead> Heads(ConsumerKind kind, DocumentEntry entry)
    {
        var head = Head(kind, entry);
        yield return head;
        foreach (var tag in entry.Tags.Where(tag => !string.IsNullOrEmpty(tag.TaggedDocumentId)))
        {
            var key = new DocumentKey(kind, tag.TaggedDocumentId!, tag.SourceVersion, tag.TaggedAt, "");
            yield return head with { Key = key, TagName = tag.Name };
        }
    }

    private static DocumentHead Head(ConsumerKind kind, DocumentEntry entry) =>
        new(DocumentKey.From(kind, entry), entry.Name, entry.Path, entry.OwnerId, entry.Url, null);
}
