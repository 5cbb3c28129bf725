using System.Collections.Generic;

namespace SigmaPS.Core.Reports;

/// <summary>An issue in a SARIF report.</summary>
internal sealed record BaselineResult
{
    public IReadOnlyDictionary<string, string?>? PartialFingerprints { get; init; }
}
