using SigmaPS.Core.Usage;

namespace SigmaPS.Core.Release;

/// <summary>A usage in a workbook or report, which no plan can change.</summary>
/// <param name="Usage">The usage.</param>
/// <param name="NewFormula">The formula with the new name; null where Sigma does not show the formula.</param>
public sealed record ManualChange(UsageRecord Usage, string? NewFormula);
