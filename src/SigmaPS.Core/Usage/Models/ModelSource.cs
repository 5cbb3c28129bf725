using System.Collections.Generic;

namespace SigmaPS.Core.Usage;

/// <summary>One source of an element: a leg of a join, a part of a union, or the only source.</summary>
/// <param name="Kind">The kind that the spec gives.</param>
/// <param name="LegName">The name of the join or leg; null where it has none.</param>
/// <param name="TableName">The last part of a warehouse table's path, Custom SQL, or null.</param>
/// <param name="ModelId">Another model; null for this one.</param>
/// <param name="ElementId">The element of either.</param>
/// <param name="GroupingId">The grouping of the element that is read; null for its rows.</param>
/// <param name="Keys">Formulas over this source alone: join keys and columns of a union.</param>
internal sealed record ModelSource(
    string Kind,
    string? LegName,
    string? TableName,
    string? ModelId,
    string? ElementId,
    string? GroupingId,
    IReadOnlyList<string> Keys);
