using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Usage;

namespace SigmaPS.Core.Writing;

/// <summary>Reads the named consumers once after a write, and reports the columns that are broken now.</summary>
public static class BrokenConsumers
{
    private const int MostDocuments = 100;

    /// <summary>Reads the certain consumers again.</summary>
    /// <param name="client">The service.</param>
    /// <param name="impact">The impact that was found before the write.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>A finding for each broken column, and for each consumer that could not be read.</returns>
    public static async Task<IReadOnlyList<string>> FindAsync(SigmaClient client, ConsumerImpact impact, CancellationToken cancel)
    {
        var findings = new List<string>();
        var documents = impact
            .Certain.Where(usage => usage.ColumnId is not null)
            .GroupBy(usage => (usage.ConsumerKind, usage.ConsumerId))
            .ToList();
        foreach (var document in documents.Take(MostDocuments))
        {
            try
            {
                var columns = await ColumnsAsync(client, document.Key.ConsumerKind, document.Key.ConsumerId, cancel).ConfigureAwait(false);
                var broken = new HashSet<(string, string)>(
                    columns.Where(column => column.IsBroken).Select(column => (column.ElementId, column.ColumnId)));
                findings.AddRange(
                    document
                        .Where(usage => broken.Contains((usage.ElementId!, usage.ColumnId!)))
                        .Select(usage => $"{ConsumerErrors.Line(usage)} is broken now."));
            }
            catch (SigmaEngineException e)
            {
                findings.Add(
                    $"{document.Key.ConsumerKind} \"{document.First().ConsumerName}\" ({document.Key.ConsumerId}) could not be read "
                        + $"again: {e.Message}"
                );
            }
        }

        if (documents.Count > MostDocuments)
        {
            findings.Add($"{documents.Count - MostDocuments} more consumers were not read again.");
        }

        return findings;
    }

    private static Task<List<ColumnEntry>> ColumnsAsync(SigmaClient client, ConsumerKind kind, string id, CancellationToken cancel) =>
        kind switch
        {
            ConsumerKind.Workbook => client.ListOfWorkbookAsync<ColumnEntry>(id, "columns", NoLimit, cancel),
            ConsumerKind.Report => client.ListOfReportAsync<ColumnEntry>(id, "columns", NoLimit, cancel),
            _ => client.GetColumnsAsync(id, cancel),
        };

    private static void NoLimit()
    {
    }
}
