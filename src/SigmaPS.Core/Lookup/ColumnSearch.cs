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

/// <summary>The columns of a model, live or in a document, for whoever looks for some of them.</summary>
public static class ColumnSearch
{
    /// <summary>The columns of a document. What does not work is found offline: what the document does not hold is not guessed.</summary>
    /// <param name="document">The document.</param>
    /// <returns>Each column, in the document's order.</returns>
    public static IReadOnlyList<FoundColumn> InDocument(SpecDocument document)
    {
        var found = Columns(document);
        var problems = SpecValidator.Validate(document, rule => rule == UnresolvedReferences.Unknown || rule == UnresolvedReferences.Cycle || FormulaRuleList.Breaks(rule))
            .ToLookup(issue => issue.Pointer.EndsWith("/formula", StringComparison.Ordinal) ? issue.Pointer.Substring(0, issue.Pointer.Length - "/formula".Length) : issue.Pointer, issue => issue.Message);
        found.ForEach(column => column.Problems = problems[column.Pointer].ToList());
        return found;
    }

    /// <summary>The columns of a live model. One request, and a second one where a name is left to the rules; whether the columns work is not checked.</summary>
    /// <param name="client">The service.</param>
    /// <param name="id">The UUID.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The model's name and each column.</returns>
    public static async Task<(string? Name, IReadOnlyList<FoundColumn> Columns)> LiveAsync(SigmaClient client, string id, CancellationToken cancel)
    {
        var document = await ReadAsync(client, id, cancel).ConfigureAwait(false);
        return (document.Name, Columns(document, await LiveNames.ReadAsync(client, document, id, cancel).ConfigureAwait(false)));
    }

    /// <summary>The columns of a live model that the service itself cannot resolve. One request, and a second one where there are any.</summary>
    /// <param name="client">The service.</param>
    /// <param name="id">The UUID.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The model's name, null where nothing was found, and each such column.</returns>
    public static async Task<(string? Name, IReadOnlyList<FoundColumn> Columns)> LiveBrokenAsync(SigmaClient client, string id, CancellationToken cancel)
    {
        var columns = await client.GetColumnsAsync(id, cancel).ConfigureAwait(false);
        var broken = columns.Where(column => column.IsBroken).ToList();
        if (broken.Count == 0)
        {
            return (null, Array.Empty<FoundColumn>());
        }

        var document = await ReadAsync(client, id, cancel).ConfigureAwait(false);
        var shown = Columns(document, LiveNames.From(client, document, columns)).GroupBy(column => (column.ElementId, column.ColumnId)).ToDictionary(group => group.Key, group => group.First());
        var found = broken.Select(entry => shown.TryGetValue((entry.ElementId, entry.ColumnId), out var column) ? column : new FoundColumn(entry)).ToList();
        found.ForEach(column => column.Problems = new[] { "Sigma cannot resolve the formula." });
        return (document.Name, found);
    }

    private static async Task<SpecDocument> ReadAsync(SigmaClient client, string id, CancellationToken cancel) =>
        LiveSpec.Read(await client.GetSpecAsync(id, null, cancel).ConfigureAwait(false), id);

    private static List<FoundColumn> Columns(SpecDocument document, DisplayNames? names = null)
    {
        var model = new ModelScope(document, names);
        var origins = new ColumnOrigins(model);
        return SpecColumnEntry.All(document, model).Select(entry => new FoundColumn(entry, origins.GetOrigins(entry.Column))).ToList();
    }
}
