using System.Management.Automation;
using SigmaPS.Errors;
using SigmaPS.Mapping;
using SigmaPS.Workflows;

namespace SigmaPS.Commands;

/// <summary>Export-SigmaIssueReport: writes issues as reports and annotations, and fails the run if they are severe.</summary>
[Cmdlet(VerbsData.Export, "SigmaIssueReport", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(SpecIssue))]
public sealed class ExportSigmaIssueReportCommand : SigmaCmdlet
{
    private IssueReporting? _reporting;

    /// <summary>The report files; the extension of each selects SARIF or Markdown.</summary>
    [Parameter(Position = 0)]
    [Alias("Path")]
    public string[]? DestinationPath { get; set; }

    /// <summary>The issues, as Get-SigmaDataModelSpecIssue returns them.</summary>
    [Parameter(ValueFromPipeline = true)]
    [Alias("InputObject")]
    public object[]? Issue { get; set; }

    /// <summary>Writes annotations for a build agent, which shows the issues beside the code.</summary>
    [Parameter]
    public SpecAnnotation Annotate { get; set; }

    /// <summary>Ends with an error after all reports if there are issues of at least this severity.</summary>
    [Parameter]
    [ValidateSet("Error", "Warning")]
    public SpecIssueSeverity? FailOn { get; set; }

    /// <summary>Passes the issues on.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    // A wrong path or a command without a task ends before any issue is read.
    private protected override bool EndsOnAnyError => _reporting is null;

    /// <inheritdoc/>
    private protected override void Begin() => Run(null, () =>
    {
        if (DestinationPath is null && FailOn is null && !MyInvocation.BoundParameters.ContainsKey(nameof(Annotate)))
        {
            throw CommandErrors.NoReport();
        }

        if (!MyInvocation.ExpectingInput && Issue is null)
        {
            throw CommandErrors.NoIssues();
        }

        _reporting = new IssueReporting(this, Annotate, DestinationPath, nameof(DestinationPath));
    });

    /// <inheritdoc/>
    private protected override void Process()
    {
        foreach (var issue in Issue ?? System.Array.Empty<object>())
        {
            try
            {
                _reporting!.Add(IssueReader.Read(issue));
                if (PassThru)
                {
                    WriteObject(issue);
                }
            }
            catch (Core.Diagnostics.SigmaEngineException e)
            {
                // One wrong object does not end the report of the others.
                WriteError(ErrorRecordFactory.From(e, issue));
            }
        }
    }

    /// <inheritdoc/>
    private protected override void End()
    {
        Run(null, () => _reporting!.Write(path => ShouldProcess(path, "Write the report")));
        if (_reporting!.Failure(FailOn) is { } failure)
        {
            ThrowTerminatingError(ErrorRecordFactory.From(failure, null));
        }
    }
}
