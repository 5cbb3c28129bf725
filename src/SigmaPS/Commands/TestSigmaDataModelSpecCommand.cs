using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;
using SigmaPS.Workflows;

namespace SigmaPS.Commands;

/// <summary>Test-SigmaDataModelSpec: tests whether all given specs have no errors; -Rehearse tests them in Sigma with a scratch
/// model.</summary>
[Cmdlet(
    VerbsDiagnostic.Test,
    "SigmaDataModelSpec",
    DefaultParameterSetName = "Spec",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(bool))]
public sealed class TestSigmaDataModelSpecCommand : SpecValidationCmdlet
{
    /// <summary>The tag of the information record that contains an issue.</summary>
    private const string IssueTag = "SigmaPS.Issue";

    private RehearsalWorkflow? _rehearsals;
    private int _tested;
    private bool _failed;

    /// <summary>Creates a scratch model from each spec, and reports the columns that Sigma cannot compute.</summary>
    [Parameter]
    public SwitchParameter Rehearse { get; set; }

    /// <summary>The folder of the scratch model.</summary>
    [Parameter]
    [Alias("FolderPath")]
    [ArgumentCompleter(typeof(Completion.FolderPathCompleter))]
    public string? FolderId { get; set; }

    private protected override bool AsksSigma => Online || Rehearse;

    private protected override string SwitchesThatAsk => "-Online or -Rehearse";

    private protected override Task CleanUp => _rehearsals?.CleanUp ?? Task.CompletedTask;

    /// <inheritdoc/>
    private protected override void Prepare()
    {
        base.Prepare();
        if (Rehearse != (FolderId is not null))
        {
            throw Rehearse ? CommandErrors.NoScratchFolder() : CommandErrors.NoRehearsal();
        }
    }

    /// <inheritdoc/>
    private protected override bool CanCheck(Core.Spec.Validation.SpecRule rule) =>
        Core.Spec.Validation.SpecRuleSet.IsRehearsal(rule) ? Rehearse : base.CanCheck(rule);

    /// <inheritdoc/>
    private protected override async Task AddFactsAsync(
        Core.Spec.Validation.OnlineFacts facts,
        Core.Spec.Json.JsonValue root,
        string label,
        Core.Api.SigmaClient client,
        IDispatcher pipeline,
        CancellationToken cancel)
    {
        Core.Spec.Validation.RehearsalVerdict.None.AddTo(facts);
        if (!Rehearse)
        {
            return;
        }

        var document = Core.Spec.SpecDocument.From(root, label);
        var name = document.Name ?? label;
        var what = $"\"{name}\" with {Count(document.Pages.Count, "page")} and {Count(document.Elements.Count(), "element")}";
        _rehearsals ??= new RehearsalWorkflow(this, Current);
        var folder = await FolderIdAsync(client, FolderId, cancel).ConfigureAwait(false);
        if (await _rehearsals.BeginAsync(folder!, what, client, pipeline, cancel).ConfigureAwait(false) is { } rehearsal)
        {
            (await rehearsal.RunAsync(document, name, cancel).ConfigureAwait(false)).AddTo(facts);
        }
    }

    /// <inheritdoc/>
    private protected override bool IsOn(Core.Spec.Validation.SpecRule rule, Core.Diagnostics.IssueSeverity severity) =>
        severity == Core.Diagnostics.IssueSeverity.Error;

    /// <inheritdoc/>
    private protected override void OnIssues(string? path, IReadOnlyList<Core.Reports.ReportedIssue> found)
    {
        _tested++;
        ReportRehearsal(path, found);
        var issues = found.Where(issue => issue.Counts).Select(issue => issue.Issue).ToList();
        if (issues.Count > 0)
        {
            _failed = true;
            var count = Count(issues.Count, "error");
            var others = issues.Count > 1 ? " Get-SigmaDataModelSpecIssue shows the others." : "";
            WriteWarning(
                SafeText.Line($"{path ?? "The spec"} has {count}: {Place(issues[0].Position)}{issues[0].Message}{others}"));
        }
    }

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    // The first position of a text stands for the whole of it.
    private static string Place(Core.Diagnostics.TextPosition? position) =>
        position is { } at && (at.Line > 1 || at.Column > 1) ? $"line {at.Line}, column {at.Column}: " : "";

    // Other commands do not report Sigma's issues, so report each of them with its location.
    private void ReportRehearsal(string? path, IReadOnlyList<Core.Reports.ReportedIssue> found)
    {
        foreach (
            var issue in found
                .Where(issue => issue.Counts && Core.Spec.Validation.SpecRuleSet.IsRehearsal(issue.Issue.RuleId))
                .Select(OutputMapper.ToIssue))
        {
            WriteInformation(issue, new[] { IssueTag });
            var place = issue.Line is null ? "" : $"({issue.Line},{issue.Column})";
            WriteWarning(SafeText.Line($"{issue.Path ?? "The spec"}{place}: {issue.Message} {issue.Suggestion}"));
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
            WriteError(Errors.ErrorRecordFactory.From(CommandErrors.NothingTested(), Path ?? LiteralPath));
        }

        WriteObject(!_failed);
    }
}
