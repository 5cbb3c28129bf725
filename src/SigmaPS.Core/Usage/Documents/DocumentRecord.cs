using System.Collections.Generic;

namespace SigmaPS.Core.Usage;

/// <summary>Everything that one workbook or report reads: the index has one record per document.</summary>
/// <param name="Sources">The elements that GET sources lists, by ID.</param>
/// <param name="ElementNames">The names of the document's elements.</param>
/// <param name="Columns">The columns that read something.</param>
/// <param name="Possible">Reads that do not show their columns.</param>
internal sealed record DocumentRecord(
    IReadOnlyList<UsageItem> Sources,
    IReadOnlyDictionary<string, string> ElementNames,
    IReadOnlyList<DocumentColumn> Columns,
    IReadOnlyList<PossibleRead> Possible);
