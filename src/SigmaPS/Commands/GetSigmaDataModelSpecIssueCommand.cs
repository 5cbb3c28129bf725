using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using SigmaPS.Binding;
using SigmaPS.Mapping;
using SigmaPS.Workflows;

namespace SigmaPS.Commands;

/// <summary>Get-SigmaDataModelSpecIssue: gets the issues of specs, offline, with their lines.</summary>
[Cmdlet(VerbsCommon.Get, "SigmaDataModelSpecIssue", DefaultParameterSetName = "Spec")]
[OutputType(typeof(SpecIssue))]
public sealed class GetSigmaDataModelSpecIssueCommand : SpecValidationCmdlet
{
    private RuleFilter _choice = null!;
    private IssueReporting _reporting = null!;

    /// <summary>Only these rules; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(Completion.RuleCompleter))]
    public string[]? IncludeRule { get; set; }

    /// <summary>All rules but these; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(Completion.RuleCompleter))]
    public string[]? ExcludeRule { get; set; }

    /// <summary>Only issues of these severities.</summary>
    [Parameter]
    [RejectsNullItems]
    public SpecIssueSeverity[]? Severity { get; set; }

    /// <summary>The SARIF report of an earlier run; its issues are not reported again.</summary>
    [Parameter]
    public string? BaselinePath { get; set; }

    /// <summary>A file for the report; its extension selects SARIF or Markdown.</summary>
    [Parameter]
    public string? ReportPath { get; set; }

    /// <summary>Writes annotations for a build agent, which shows the issues beside the code.</summary>
    [Parameter]
    public SpecAnnotation Annotate { get; set; }

    /// <summary>Ends with one error if there are issues of at least this severity.</summary>
    [Parameter]
    [ValidateSet("Error", "Warning")]
    public SpecIssueSeverity? FailOn { get; set; }

    /// <inheritdoc/>
    private protected override void End()
    {
        Run(ReportPath, () =>
        {
            if (_reporting.Finish(FailOn) is { } failed)
            {
                throw failed;
            }
        });
        base.End();
    }

    /// <inheritdoc/>
    private protected override void Prepare()
    {
        base.Prepare();
        _choice = new RuleFilter(IncludeRule, ExcludeRule, Severity);
        _reporting = new IssueReporting(this, Annotate, ReportPath, BaselinePath);
    }

    /// <inheritdoc/>
    private protected override bool IsOn(Core.Spec.Validation.SpecRule rule, Core.Diagnostics.IssueSeverity severity) =>
        _choice.Takes(rule, IssueMap.Severity(severity));

    /// <inheritdoc/>
    private protected override void OnIssues(string? path, IReadOnlyList<Core.Reports.ReportedIssue> issues)
    {
        var wanted = issues.Where(issue => _choice.Takes(IssueMap.Severity(issue.Severity))).ToList();
        foreach (var issue in _reporting.Take(wanted).Select(IssueMap.ToIssue))
        {
            WriteObject(issue);
        }
    }
}
