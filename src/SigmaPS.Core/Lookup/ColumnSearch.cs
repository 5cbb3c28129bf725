using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Validation;

namespace SigmaPS.Core.Lookup;

/// <summary>Lists the columns of a live model or of a document, with their origins and problems.</summary>
public static class ColumnSearch
{
    /// <summary>Lists the columns of a document. Problems are found offline, from the document alone.</summary>
    /// <param name="document">The document.</param>
    /// <returns>Each column, in the document's order.</returns>
    public static IReadOnlyList<FoundColumn> InDocument(SpecDocument document)
    {
        var found = Columns(document);
        var problems = SpecValidator
            .Validate(document, rule =>
                rule == UnresolvedReferences.Unknown || rule == UnresolvedReferences.Cycle || FormulaRuleList.Breaks(rule))
            .ToLookup(
                issue =>
                    issue.Pointer.EndsWith("/formula", StringComparison.Ordinal)
                        ? issue.Pointer.Substring(0, issue.Pointer.Length - "/formula".Length)
                        : issue.Pointer,
                issue => issue.Message);
        found.ForEach(column => column.Problems = problems[column.Pointer].ToList());
        return found;
    }

    /// <summary>Lists the columns of a live model. It sends one request, and a second one if the spec omits a name. It does not look for
    /// problems.</summary>
    /// <param name="client">The service.</param>
    /// <param name="id">The UUID.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The model's name and each column.</returns>
    public static async Task<(string? Name, IReadOnlyList<FoundColumn> Columns)> LiveAsync(
        SigmaClient client,
        string id,
        CancellationToken cancel)
    {
        var document = await ReadAsync(client, id, cancel).ConfigureAwait(false);
        return (document.Name, Columns(document, await LiveNames.ReadAsync(client, document, id, cancel).ConfigureAwait(false)));
    }

    /// <summary>Lists the columns of a live model that the service cannot resolve. It sends one request, and a second one if there are
    /// any.</summary>
    /// <param name="client">The service.</param>
    /// <param name="id">The UUID.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The model's name, null if there are no such columns, and each such column.</returns>
    public static async Task<(string? Name, IReadOnlyList<FoundColumn> Columns)> LiveBrokenAsync(
        SigmaClient client,
        string id,
        CancellationToken cancel)
    {
        var columns = await client.GetColumnsAsync(id, cancel).ConfigureAwait(false);
        var broken = columns.Where(column => column.IsBroken).ToList();
        if (broken.Count == 0)
        {
            return (null, Array.Empty<FoundColumn>());
        }

        var document = await ReadAsync(client, id, cancel).ConfigureAwait(false);
        var shown = Columns(document, LiveNames.From(client, document, columns))
            .GroupBy(column => (column.ElementId, column.ColumnId))
            .ToDictionary(group => group.Key, group => group.First());
        var found = broken
            .Select(entry => shown.TryGetValue((entry.ElementId, entry.ColumnId), out var column) ? column : new FoundColumn(entry))
            .ToList();
        found.ForEach(column => column.Problems = new[] { "Sigma cannot resolve the formula." });
        return (document.Name, found);
    }

    private static async Task<SpecDocument> ReadAsync(SigmaClient client, string id, CancellationToken cancel) =>
        (await client.GetSpecAsync(id, null, cancel).ConfigureAwait(false)).Document;

    private static List<FoundColumn> Columns(SpecDocument document, DisplayNames? names = null)
    {
        var model = new ModelScope(document, names);
        var origins = new ColumnOrigins(model);
        return SpecColumnEntry.All(document, model).Select(entry => new FoundColumn(entry, origins.GetOrigins(entry.Column))).ToList();
    }
}
