using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using SigmaPS.Binding;
using SigmaPS.Mapping;

namespace SigmaPS.Workflows;

/// <summary>Reports issues for a build pipeline: annotations, report files, and a failed run.</summary>
internal sealed class IssueReporting
{
    private const string HostTag = "PSHOST";
    private const int MostListed = 10;
    private readonly PSCmdlet _cmdlet;
    private readonly SpecAnnotation _annotate;
    private readonly Core.Reports.ReportPaths _paths;
    private readonly List<Core.Reports.ReportedIssue> _all = new();
    private readonly IReadOnlyList<Core.Reports.ReportFile> _files;

    /// <summary>Checks the report files first, so that a mistake ends the command before any work.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="annotate">The build agent.</param>
    /// <param name="paths">The report files; null for none.</param>
    /// <param name="parameter">The parameter of the report files, as errors name it.</param>
    public IssueReporting(PSCmdlet cmdlet, SpecAnnotation annotate, IEnumerable<string>? paths, string parameter)
    {
        _cmdlet = cmdlet;
        _annotate = annotate == SpecAnnotation.Auto ? BuildAgent.Detect() : annotate;
        _paths = new Core.Reports.ReportPaths(BuildAgent.SourceRoot(cmdlet));
        _files = (paths ?? Enumerable.Empty<string>())
            .Select(path => new Core.Reports.ReportFile(PathResolver.ResolvePath(cmdlet, path, parameter)))
            .ToList();
    }

    /// <summary>The number of validated specs; null if it is not known.</summary>
    public int? Specs { get; set; }

    /// <summary>Records an issue and annotates it, unless it is suppressed or known.</summary>
    /// <param name="issue">The issue.</param>
    public void Add(Core.Reports.ReportedIssue issue)
    {
        _all.Add(issue);
        if (issue.Counts && Annotation(issue) is { } line)
        {
            // Write as Write-Host does, so that the line reaches the agent unchanged; its text is escaped by the agent's rules.
            _cmdlet.WriteInformation(new HostInformationMessage { Message = line }, new[] { HostTag });
        }
    }

    /// <summary>Writes the report files.</summary>
    /// <param name="confirms">Whether to write a file, by its full path.</param>
    public void Write(System.Func<string, bool> confirms)
    {
        foreach (var file in _files.Where(file => confirms(file.Location)))
        {
            file.Write(_all, Specs, _paths);
        }
    }

    /// <summary>The error of the run; null if it succeeds.</summary>
    /// <param name="failOn">The lowest severity that fails the run; null for none.</param>
    public Core.Diagnostics.SigmaEngineException? Failure(SpecIssueSeverity? failOn)
    {
        var counted = _all.Where(issue => issue.Counts).ToList();
        var failing = failOn is null ? new() : counted.Where(issue => OutputMapper.ToSeverity(issue.Severity) >= failOn).ToList();
        if (failing.Count == 0)
        {
            return null;
        }

        var listed = string.Join("; ", failing.Take(MostListed).Select(Describe)) + (failing.Count > MostListed ? "; …" : "");
        return WorkflowErrors.RunFailed(failOn, Core.Reports.IssueReport.Counts(counted, Specs), listed, failing);
    }

    private string Describe(Core.Reports.ReportedIssue issue)
    {
        var position = issue.Issue.Position is { } at ? $":{at.Line}:{at.Column}" : "";
        var place = issue.File is { } file ? _paths.Shown(file) + position + ": " : "";
        return $"{place}{issue.Issue.Message.TrimEnd('.')} ({issue.Issue.RuleId})";
    }

    private string? Annotation(Core.Reports.ReportedIssue issue) => _annotate switch
    {
        SpecAnnotation.AzureDevOps => Core.Reports.Annotations.AzureDevOps(issue, _paths),
        SpecAnnotation.GitHub => Core.Reports.Annotations.GitHub(issue, _paths),
        _ => null,
    };
}
