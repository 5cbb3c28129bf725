using System.Collections.Generic;

namespace SigmaPS.Core.Reports;

/// <summary>A run in a SARIF report.</summary>
internal sealed record BaselineRun
{
    public IReadOnlyList<BaselineResult>? Results { get; init; }
}
