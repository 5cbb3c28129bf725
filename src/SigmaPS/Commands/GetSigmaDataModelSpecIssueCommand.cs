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
    private Core.Reports.Baseline? _baseline;

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

    // Until 1.0, these three parameters work as Export-SigmaIssueReport does.

    /// <summary>Replaced by Export-SigmaIssueReport -DestinationPath.</summary>
    [Parameter(DontShow = true)]
    public string? ReportPath { get; set; }

    /// <summary>Replaced by Export-SigmaIssueReport -Annotate.</summary>
    [Parameter(DontShow = true)]
    public SpecAnnotation Annotate { get; set; }

    /// <summary>Replaced by Export-SigmaIssueReport -FailOn.</summary>
    [Parameter(DontShow = true)]
    [ValidateSet("Error", "Warning")]
    public SpecIssueSeverity? FailOn { get; set; }

    /// <inheritdoc/>
    private protected override void End()
    {
        Run(ReportPath, () =>
        {
            _reporting.Write(_ => true);
            if (_reporting.Failure(FailOn) is { } failed)
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
        _reporting = new IssueReporting(this, Annotate, ReportPath is null ? null : new[] { ReportPath }, nameof(ReportPath)) { Specs = 0 };
        _baseline = BaselinePath is null
            ? null
            : Core.Reports.Baseline.Read(PathResolver.ResolvePath(this, BaselinePath, nameof(BaselinePath)));
    }

    /// <inheritdoc/>
    private protected override bool IsOn(Core.Spec.Validation.SpecRule rule, Core.Diagnostics.IssueSeverity severity) =>
        _choice.Takes(rule, OutputMapper.ToSeverity(severity));

    /// <inheritdoc/>
    private protected override void OnIssues(string? path, IReadOnlyList<Core.Reports.ReportedIssue> issues)
    {
        _reporting.Specs++;
        foreach (var issue in issues.Where(issue => _choice.Takes(OutputMapper.ToSeverity(issue.Severity))).ToList())
        {
            _baseline?.Mark(issue);
            _reporting.Add(issue);
            if (issue.Counts)
            {
                WriteObject(OutputMapper.ToIssue(issue));
            }
        }
    }
}
