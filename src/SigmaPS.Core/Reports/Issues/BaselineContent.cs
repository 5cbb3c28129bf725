using System;
using System.Collections.Generic;
using SigmaPS.Core.Files;

namespace SigmaPS.Core.Reports;

/// <summary>The part of a SARIF report that a baseline needs.</summary>
internal sealed record BaselineContent : StateContent
{
    /// <summary>The version of SARIF.</summary>
    public string? Version { get; init; }

    public IReadOnlyList<BaselineRun>? Runs { get; init; }

    /// <inheritdoc/>
    public override string? FindProblem() =>
        Runs is null ? "the key 'runs' is missing"
        : Version is { } version && !version.StartsWith("2.1.", StringComparison.Ordinal)
            ? $"its version of SARIF is {version}, and SigmaPS reads 2.1.0"
        : null;
}
