using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Api;

namespace SigmaPS.Core.Usage;

/// <summary>Where a document reads a model in a way that GET columns does not show (sigma-workbooks.md sections 1.6 and 2.6).</summary>
internal static class PossibleReads
{
    private static readonly string[] DataTypes = { "table", "visualization", "pivot-table", "input-table", "control", "divider", "spacer" };

    public static IReadOnlyList<PossibleRead> Find(
        DocumentContents contents,
        DocumentSources sources,
        IReadOnlyList<DocumentColumn> columns)
    {
        var found = new List<PossibleRead>();
        var read = new HashSet<UsageItem>(columns.SelectMany(column => column.Reads).Select(step => step.Target).OfType<UsageItem>());
        foreach (var source in sources.Declared)
        {
            if (source.Element is null)
            {
                found.Add(new PossibleRead(source.Item, "the document reads this element, but the model's spec does not show it", null));
            }
            else if (!read.Contains(source.Item))
            {
                found.Add(new PossibleRead(source.Item, "the document reads this element, but no formula names it", null));
            }
        }

        found.AddRange(contents.Elements.SelectMany(element => OfElement(element, sources)).Distinct());
        found.AddRange(Unresolved(sources, columns));
        found.AddRange(Controls(contents, sources));
        found.AddRange(Sql(contents, sources));
        return found.Distinct().ToList();
    }

    private static IEnumerable<PossibleRead> OfElement(ElementEntry element, DocumentSources sources)
    {
        var reason =
            element.Error is not null ? "Sigma reports an error for this element"
            : sources.IsJoined(element.ElementId) ? "join keys and unions do not show their columns"
            : element.Type is not null && Array.IndexOf(DataTypes, element.Type) < 0
                ? $"an element of type {element.Type} does not show its columns"
            : null;
        var read =
            element.Error is not null || reason is null || sources.IsJoined(element.ElementId)
                ? sources.ModelsOf(element.ElementId)
                : sources.Declared;
        return reason is null
            ? Enumerable.Empty<PossibleRead>()
            : read.Select(source => new PossibleRead(source.Item, reason, element.ElementId));
    }

    // A column works although one of its references means nothing that is known: it may read any column of its sources.
    private static IEnumerable<PossibleRead> Unresolved(DocumentSources sources, IReadOnlyList<DocumentColumn> columns) =>
        columns
            .Where(column => column.IsIncomplete && !column.IsBroken)
            .SelectMany(column =>
                sources
                    .ModelsOf(column.ElementId)
                    .Select(source => new PossibleRead(
                        source.Item,
                        "a formula reads this element in a way that cannot be resolved",
                        column.ElementId)));

    // Only the workbook's spec contains the parameters that a control passes to a model's control.
    private static IEnumerable<PossibleRead> Controls(DocumentContents contents, DocumentSources sources) =>
        contents
            .Elements.Where(element => element.Type == "control")
            .SelectMany(element =>
                sources
                    .Declared.Select(source => (source.Item.ModelId, source.Item.TagId))
                    .Distinct()
                    .Select(model => new PossibleRead(
                        new UsageItem(UsageItemKind.Control, model.ModelId, null, null, model.TagId),
                        "a control of the document may set a control of the model",
                        element.ElementId)));

    private static IEnumerable<PossibleRead> Sql(DocumentContents contents, DocumentSources sources) =>
        from sql in contents.Sources.Select(source => source.Definition).OfType<string>()
        from source in sources.Declared
        where Mentions(sql, source.Item.ElementId!) || (source.Element is { Name.Length: > 0 } element && Mentions(sql, element.Name))
        select new PossibleRead(source.Item, "custom SQL names this element", null);

    private static bool Mentions(string sql, string text) => sql.IndexOf(text, StringComparison.OrdinalIgnoreCase) >= 0;
}
