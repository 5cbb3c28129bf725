using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Writing;

/// <summary>
/// Sources that belong to one document: a CSV table cannot be sent to another document (spec sheet, section 4).
/// </summary>
internal static class DocumentBoundSources
{
    /// <summary>Refuses a CSV table that the target model does not have.</summary>
    /// <param name="document">The content.</param>
    /// <param name="live">The target model; null for a new one.</param>
    /// <param name="name">The target model's name.</param>
    /// <param name="id">The target model's ID; null for a new one.</param>
    /// <returns>The refusal; null if every source can be sent.</returns>
    public static SigmaEngineException? Refusal(SpecDocument document, SpecDocument? live, string name, string? id)
    {
        var known = new HashSet<string>(
            live is null ? Enumerable.Empty<string>() : All(live).Select(bound => bound.InodeId),
            StringComparer.OrdinalIgnoreCase);
        var names = new DisplayNames(document);
        var foreign = All(document)
            .Where(bound => !known.Contains(bound.InodeId))
            .Select(bound => $"\"{names.OfElement(bound.Element)}\" (ID {ElementIds.Id(bound.Element)})")
            .Distinct()
            .ToList();
        return foreign.Count == 0 ? null : WriteErrors.ForeignCsvTables(name, id, foreign);
    }

    private static IEnumerable<(JsonObject Element, string InodeId)> All(SpecDocument document) =>
        document.Elements.SelectMany(element =>
            JsonTree
                .Objects(element["source"])
                .Where(source => source.Text("kind") == "csv-table")
                .Select(source => (element, source.Text("inodeId") ?? "")));
}
