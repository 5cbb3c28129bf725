using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;

namespace SigmaPS.Core.Usage;

/// <summary>Reads one workbook or report: one request where it reads no model, four or five where it does.</summary>
internal static class DocumentReader
{
    public static async Task<DocumentContents> ReadAsync(
        SigmaClient client,
        RequestBudget budget,
        DocumentKey key,
        CancellationToken cancel)
    {
        var sources = await ListAsync<DocumentSourceEntry>("sources").ConfigureAwait(false);
        if (sources.All(source => source.DataModelId is null))
        {
            return new DocumentContents(
                sources,
                Array.Empty<ElementEntry>(),
                Array.Empty<LineageEntry>(),
                Array.Empty<ColumnEntry>(),
                Array.Empty<string>());
        }

        var elements = await ListAsync<ElementEntry>("elements").ConfigureAwait(false);
        var lineage = await ListAsync<LineageEntry>("lineage").ConfigureAwait(false);
        var columns = await ListAsync<ColumnEntry>("columns").ConfigureAwait(false);
        var controls = elements.Any(element => element.Type == "control")
            ? await ListAsync<ControlEntry>("controls").ConfigureAwait(false)
            : new List<ControlEntry>();
        return new DocumentContents(sources, elements, lineage, columns, controls.Select(control => control.Name).ToList());

        Task<List<T>> ListAsync<T>(string list) =>
            key.Kind == ConsumerKind.Report
                ? client.ListOfReportAsync<T>(key.Id, list, budget.Take, cancel)
                : client.ListOfWorkbookAsync<T>(key.Id, list, budget.Take, cancel);
    }
}
