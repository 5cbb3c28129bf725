using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace SigmaPS.Commands;

/// <summary>Test-SigmaDataModelSpec: whether a spec is free of errors; nothing is sent.</summary>
[Cmdlet(VerbsDiagnostic.Test, "SigmaDataModelSpec", DefaultParameterSetName = "Spec")]
[OutputType(typeof(bool))]
public sealed class TestSigmaDataModelSpecCommand : SpecJudgingCmdlet
{
    /// <inheritdoc/>
    private protected override bool IsOn(Core.Spec.Validation.SpecRule rule, Core.Diagnostics.IssueSeverity severity) => severity == Core.Diagnostics.IssueSeverity.Error;

    /// <inheritdoc/>
    private protected override void Take(string? path, IReadOnlyList<Core.Reports.ReportedIssue> found)
    {
        var issues = found.Where(issue => issue.Counts).Select(issue => issue.Issue).ToList();
        foreach (var issue in issues.Take(1))
        {
            WriteVerbose(SafeText.Line($"{(path is null ? "" : path + ": ")}{issue.Message}{(issues.Count > 1 ? $" And {issues.Count - 1} more; Get-SigmaDataModelSpecIssue shows them." : "")}"));
        }

        WriteObject(issues.Count == 0);
    }

    /// <inheritdoc/>
    private protected override void TakeUnread() => WriteObject(false);
}
