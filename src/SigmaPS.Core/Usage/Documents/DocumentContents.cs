using System.Collections.Generic;
using SigmaPS.Core.Api;

namespace SigmaPS.Core.Usage;

/// <summary>The responses about one workbook or report that its record is made from.</summary>
internal sealed record DocumentContents(
    IReadOnlyList<DocumentSourceEntry> Sources,
    IReadOnlyList<ElementEntry> Elements,
    IReadOnlyList<LineageEntry> Lineage,
    IReadOnlyList<ColumnEntry> Columns,
    IReadOnlyList<string> ControlNames);
