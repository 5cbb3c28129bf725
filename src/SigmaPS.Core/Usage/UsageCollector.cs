using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;

namespace SigmaPS.Core.Usage;

/// <summary>Brings the index up to date: it reads the lists, and each document whose state is not the one in the index.</summary>
public sealed class UsageCollector
{
    private const int MostRounds = 3;
    private readonly SigmaClient _client;
    private readonly UsageOptions _options;
    private readonly RequestBudget _budget;
    private readonly UsageEntries _entries;
    private readonly ModelCatalog _catalog = new();

    /// <summary>Makes a collector for one scan.</summary>
    /// <param name="client">The service.</param>
    /// <param name="store">The index.</param>
    /// <param name="options">How to scan.</param>
    public UsageCollector(SigmaClient client, IUsageStore store, UsageOptions options)
    {
        _client = client;
        _options = options;
        _budget = new RequestBudget(options.MaxRequests);
        _entries = new UsageEntries(store);
    }

    /// <summary>Scans the organization.</summary>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The index.</returns>
    public async Task<UsageIndex> ScanAsync(CancellationToken cancel)
    {
        var lists = new DocumentLists(_client, _budget);
        var models = new ModelCollector(_client, _entries, _catalog, _budget, _options);
        var documents = new DocumentCollector(_client, _entries, _catalog, _budget, _options, models);
        var heads = await lists.ReadAsync(cancel).ConfigureAwait(false);

        // A document that changed while it was read may be half old and half new: it is read again until its state is the listed one.
        for (var round = 1; ; round++)
        {
            var before = documents.Read + models.Read;
            await models.UpdateAsync(heads.Models, cancel).ConfigureAwait(false);
            await documents.UpdateAsync(heads.Documents, cancel).ConfigureAwait(false);
            models.Save();
            if (documents.Read + models.Read == before)
            {
                break;
            }

            var now = await lists.ReadAgainAsync(heads, cancel).ConfigureAwait(false);
            if (now is null || now.IsSameAs(heads))
            {
                break;
            }

            if (round == MostRounds)
            {
                documents.MarkChanged(heads, now);
                break;
            }

            heads = now;
        }

        _client.Log.Verbose(
            $"Usage index: {heads.Documents.Count} workbooks and reports and {heads.Models.Count} data models listed, "
                + $"{models.Read + documents.Read} read, {_budget.Used} requests."
        );
        return new UsageIndex(
            _catalog,
            heads,
            _entries,
            documents,
            lists.Failures.Concat(models.Unchecked).Concat(documents.Unchecked).ToList(),
            _budget.Used);
    }
}
