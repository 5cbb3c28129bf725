using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Reports;

/// <summary>The issues of an earlier run, read from its SARIF report. Each result makes one equal issue known.</summary>
public sealed class Baseline
{
    private readonly Dictionary<string, int> _left = new(StringComparer.Ordinal);

    private Baseline()
    {
    }

    /// <summary>Reads a report.</summary>
    /// <param name="path">The full path of a SARIF file that this module wrote.</param>
    /// <returns>The baseline.</returns>
    /// <exception cref="SigmaEngineException">It cannot be read, or is not such a report.</exception>
    public static Baseline Read(string path)
    {
        var baseline = new Baseline();
        foreach (var result in ElementIds.Objects(Root(path), "runs").SelectMany(run => ElementIds.Objects(run, "results")))
        {
            var fingerprint = result.Object("partialFingerprints")?.Text(SarifReport.FingerprintName)
                ?? throw NotABaseline(path, $"a result does not have the fingerprint '{SarifReport.FingerprintName}'");
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

    private static JsonObject Root(string path)
    {
        try
        {
            return JsonTree.Parse(TextFileReader.Read(path)) is JsonObject root && root.Array("runs") is not null
                ? root
                : throw NotABaseline(path, "the key 'runs' is missing");
        }
        catch (JsonSyntaxException e)
        {
            throw NotABaseline(path, $"{e.Problem} at line {e.Position.Line}, column {e.Position.Column}", e);
        }
    }

    private static SigmaEngineException NotABaseline(string path, string why, Exception? inner = null) =>
        new(
            ErrorCode.InvalidArgument,
            $"'{path}' is not a baseline: {why}. Use the .sarif report of an earlier run, as Export-SigmaIssueReport writes it.",
            inner)
        {
            Target = path,
        };
}
