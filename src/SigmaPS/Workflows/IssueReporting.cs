using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using SigmaPS.Binding;
using SigmaPS.Mapping;

namespace SigmaPS.Workflows;

/// <summary>Reports issues for a build pipeline: annotations, a report, a baseline, and a failed run.</summary>
internal sealed class IssueReporting
{
    private const string HostTag = "PSHOST";
    private readonly PSCmdlet _cmdlet;
    private readonly SpecAnnotation _annotate;
    private readonly Core.Reports.Baseline? _baseline;
    private readonly Core.Reports.ReportPaths _paths;
    private readonly List<Core.Reports.ReportedIssue> _all = new();
    private readonly Core.Reports.ReportFile? _report;
    private int _specs;

    /// <summary>Reads all input files first, so that a mistake ends the command before it validates any spec.</summary>
    public IssueReporting(PSCmdlet cmdlet, SpecAnnotation annotate, string? reportPath, string? baselinePath)
    {
        _cmdlet = cmdlet;
        _annotate = annotate == SpecAnnotation.Auto ? Agent() : annotate;
        _paths = new Core.Reports.ReportPaths(Root());
        _report = reportPath is null ? null : new Core.Reports.ReportFile(PathResolver.ResolvePath(cmdlet, reportPath, "ReportPath"));
        _baseline = baselinePath is null
            ? null
            : Core.Reports.Baseline.Read(PathResolver.ResolvePath(cmdlet, baselinePath, "BaselinePath"));
    }

    /// <summary>Receives the issues of one spec, annotates those outside the baseline, and returns them.</summary>
    public IReadOnlyList<Core.Reports.ReportedIssue> Take(IReadOnlyList<Core.Reports.ReportedIssue> issues)
    {
        _specs++;
        _all.AddRange(issues);
        foreach (var issue in issues)
        {
            _baseline?.Mark(issue);
        }

        var told = issues.Where(issue => issue.Counts).ToList();
        foreach (var line in told.Select(Annotation).OfType<string>())
        {
            // Write as Write-Host does, so that the line reaches the agent unchanged; its text is escaped by the agent's rules.
            _cmdlet.WriteInformation(new HostInformationMessage { Message = line }, new[] { HostTag });
        }

        return told;
    }

    /// <summary>Writes the report and returns the error of the run; null if the run succeeds.</summary>
    /// <param name="failOn">The lowest severity that fails the run; null for none.</param>
    public Core.Diagnostics.SigmaEngineException? Finish(SpecIssueSeverity? failOn)
    {
        _report?.Write(_all, _specs, _paths);
        var told = _all.Where(issue => issue.Counts).ToList();
        var bad = failOn is null ? new() : told.Where(issue => IssueMap.Severity(issue.Severity) >= failOn).ToList();
        return bad.Count == 0
            ? null
            : new Core.Diagnostics.SigmaEngineException(
                Core.Diagnostics.ErrorCode.InvalidSpec,
                $"{Core.Reports.IssueReport.Counts(told, _specs)}, and -FailOn {failOn} lets none of "
                    + $"{(failOn == SpecIssueSeverity.Error ? "the errors" : "the errors and warnings")} pass."
            )
            {
                Issues = bad.Select(issue => issue.Issue).ToList(),
            };
    }

    private string? Annotation(Core.Reports.ReportedIssue issue) => _annotate switch
    {
        SpecAnnotation.AzureDevOps => Core.Reports.Annotations.AzureDevOps(issue, _paths),
        SpecAnnotation.GitHub => Core.Reports.Annotations.GitHub(issue, _paths),
        _ => null,
    };

    private static SpecAnnotation Agent() =>
        Variable("TF_BUILD") is not null ? SpecAnnotation.AzureDevOps
        : Variable("GITHUB_ACTIONS") is not null ? SpecAnnotation.GitHub
        : SpecAnnotation.None;

    // The agents identify a file by its path from the root of the sources.
    private string Root() =>
        Variable("BUILD_SOURCESDIRECTORY")
        ?? Variable("GITHUB_WORKSPACE")
        ?? _cmdlet.SessionState.Path.CurrentFileSystemLocation.ProviderPath;

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
