using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using SigmaPS.Cmdlets;

namespace SigmaPS.Commands;

/// <summary>Get-SigmaDataModelSpecIssue: everything that is wrong with specs, offline, at the line where it stands.</summary>
[Cmdlet(VerbsCommon.Get, "SigmaDataModelSpecIssue", DefaultParameterSetName = "Spec")]
[OutputType(typeof(SpecIssue))]
public sealed class GetSigmaDataModelSpecIssueCommand : SpecJudgingCmdlet
{
    private RuleChoice _choice = null!;

    /// <summary>Only these rules; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    public string[]? IncludeRule { get; set; }

    /// <summary>All rules but these; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    public string[]? ExcludeRule { get; set; }

    /// <summary>Only issues of these severities.</summary>
    [Parameter]
    public SpecIssueSeverity[]? Severity { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => Run(null, () => _choice = new RuleChoice(IncludeRule, ExcludeRule, Severity));

    /// <inheritdoc/>
    private protected override bool IsOn(Core.Spec.Validation.SpecRule rule) => _choice.Takes(rule);

    /// <inheritdoc/>
    private protected override void Take(string? path, IReadOnlyList<Core.Spec.Validation.SpecIssue> issues)
    {
        foreach (var issue in issues.Select(issue => IssueMap.ToIssue(issue, path)))
        {
            WriteObject(issue);
        }
    }
}
