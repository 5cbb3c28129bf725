using System.Collections.Generic;

namespace SigmaPS.Core.Usage;

/// <summary>A column of a workbook or report, and what it reads.</summary>
/// <param name="ElementId">Its element.</param>
/// <param name="Id">Its ID in the element.</param>
/// <param name="Name">Its name.</param>
/// <param name="Formula">Its formula as Sigma prints it.</param>
/// <param name="IsBroken">True where its type is error.</param>
/// <param name="IsIncomplete">True where a reference with a prefix means nothing that is known.</param>
/// <param name="Reads">What it reads directly.</param>
internal sealed record DocumentColumn(
    string ElementId, string Id, string Name, string Formula, bool IsBroken, bool IsIncomplete, IReadOnlyList<UsageReference> Reads);
