using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace SigmaPS.Commands;

/// <summary>Test-SigmaDataModelSpec: whether all given specs are free of errors, as one value; nothing is sent.</summary>
[Cmdlet(VerbsDiagnostic.Test, "SigmaDataModelSpec", DefaultParameterSetName = "Spec")]
[OutputType(typeof(bool))]
public sealed class TestSigmaDataModelSpecCommand : SpecValidationCmdlet
{
    private int _tested;
    private bool _failed;

    /// <inheritdoc/>
    private protected override bool IsOn(Core.Spec.Validation.SpecRule rule, Core.Diagnostics.IssueSeverity severity) => severity == Core.Diagnostics.IssueSeverity.Error;

    /// <inheritdoc/>
    private protected override void OnIssues(string? path, IReadOnlyList<Core.Reports.ReportedIssue> found)
    {
        _tested++;
        var issues = found.Where(issue => issue.Counts).Select(issue => issue.Issue).ToList();
        if (issues.Count > 0)
        {
            _failed = true;
            var count = issues.Count == 1 ? "1 error" : $"{issues.Count} errors";
            WriteWarning(SafeText.Line($"{path ?? "The spec"} has {count}: {issues[0].Message}{(issues.Count > 1 ? " Get-SigmaDataModelSpecIssue shows the others." : "")}"));
        }
    }

    /// <inheritdoc/>
    private protected override void OnUnreadable() => _failed = true;

    /// <inheritdoc/>
    private protected override void End()
    {
        base.End();
        if (_tested == 0 && !_failed)
        {
            _failed = true;
            var fault = new Core.Diagnostics.SigmaEngineException(
                Core.Diagnostics.ErrorCode.FileFailed,
                "No spec was tested: the input contains no spec file and no spec. Check the path, or the command in front of this one.");
            WriteError(Errors.ErrorRecordFactory.From(fault, Path ?? LiteralPath));
        }

        WriteObject(!_failed);
    }
}
