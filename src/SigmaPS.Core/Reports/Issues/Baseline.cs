using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;

namespace SigmaPS.Core.Reports;

/// <summary>The issues of an earlier run, read from its SARIF report. Each result makes one equal issue known.</summary>
public sealed class Baseline
{
    private static readonly StateFile<BaselineContent> Format = new(
        "a baseline",
        "Use the .sarif report of an earlier run, as Export-SigmaIssueReport writes it.",
        ErrorCode.InvalidArgument);

    private readonly Dictionary<string, int> _left = new(StringComparer.Ordinal);

    private Baseline()
    {
    }

    /// <summary>Reads a report.</summary>
    /// <param name="path">The full path of a SARIF file that this module wrote.</param>
    /// <returns>The baseline.</returns>
    /// <exception cref="SigmaEngineException">The file cannot be read, or it is not such a report.</exception>
    public static Baseline Read(string path)
    {
        var baseline = new Baseline();
        var results = Format.Read(path).Runs!.OfType<BaselineRun>().SelectMany(run => run.Results ?? Array.Empty<BaselineResult>());
        foreach (var result in results.OfType<BaselineResult>())
        {
            string? fingerprint = null;
            if (result.PartialFingerprints?.TryGetValue(SarifReport.FingerprintName, out fingerprint) != true || fingerprint is null)
            {
                throw Format.Damaged(path, $"a result has no fingerprint '{SarifReport.FingerprintName}'");
            }

            baseline._left[fingerprint] = baseline._left.TryGetValue(fingerprint, out var times) ? times + 1 : 1;
        }

        return baseline;
    }

    /// <summary>Marks an issue as known or new.</summary>
    /// <param name="issue">The issue.</param>
    public void Mark(ReportedIssue issue)
    {
        var fingerprint = issue.Fingerprint;
        issue.IsKnown = _left.TryGetValue(fingerprint, out var times) && times > 0;
        if (issue.IsKnown == true)
        {
            _left[fingerprint] = times - 1;
        }
    }
}
