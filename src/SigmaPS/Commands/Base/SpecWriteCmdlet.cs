using System.Management.Automation;
using SigmaPS.Binding;
using SigmaPS.Pipeline;
using SigmaPS.Workflows;

namespace SigmaPS.Commands;

/// <summary>A cmdlet that replaces the content of models: one flow, one set of protections, whatever the content comes from.</summary>
public abstract class SpecWriteCmdlet : SigmaSessionCmdlet
{
    private SpecWriteWorkflow? _flow;
    private bool _begun;

    /// <summary>A folder for a copy of the model as it is before the write.</summary>
    [Parameter]
    public string? BackupPath { get; set; }

    /// <summary>Allows that pages, elements, columns, metrics, relationships, filters or securities go.</summary>
    [Parameter]
    public SwitchParameter AllowRemoval { get; set; }

    /// <summary>Allows to replace a model that holds elements which no representation shows.</summary>
    [Parameter]
    public SwitchParameter AllowUnrepresented { get; set; }

    /// <summary>Allows that certain consumers lose what they read.</summary>
    [Parameter]
    public SwitchParameter AllowBreak { get; set; }

    /// <summary>Refuses the write where possible consumers exist, or where documents could not be checked.</summary>
    [Parameter]
    public SwitchParameter RequireCompleteUsage { get; set; }

    /// <summary>The largest number of requests to bring the usage index up to date.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int MaxUsageRequests { get; set; } = UsageGate.DefaultRequests;

    /// <summary>The folder for the usage index; without it the user's cache folder.</summary>
    [Parameter]
    public string? IndexPath { get; set; }

    /// <summary>Sends whatever is wrong with the spec.</summary>
    [Parameter]
    public SwitchParameter SkipValidation { get; set; }

    /// <summary>Lets the errors of these rules pass; all other rules stay on.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(Completion.RuleCompleter))]
    public string[]? AllowIssue { get; set; }

    /// <summary>Does not read back after the write, which saves two requests.</summary>
    [Parameter]
    public SwitchParameter NoVerify { get; set; }

    /// <summary>Gives a result for each model.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override void Begin()
    {
        base.Begin();

        // A write without the copy that was asked for must not begin.
        Run(null, () => AllowedRules = RuleIds.Read(AllowIssue, nameof(AllowIssue)));
        Run(BackupPath, () => BackupFolder = BackupPath is null ? null : PathResolver.ResolvePath(this, BackupPath, nameof(BackupPath)));
        UsageGate usage = null!;
        Run(IndexPath, () => usage = UsageGate.Open(this, Current, AllowBreak, RequireCompleteUsage, MaxUsageRequests, IndexPath));
        _begun = true;
        _flow = new SpecWriteWorkflow(this, Current, PassThru, usage);
    }

    /// <inheritdoc/>
    private protected override void End() => _flow!.Summarize();

    /// <inheritdoc/>
    private protected override void OnErrorReported(Core.Diagnostics.SigmaEngineException fault, object? target, bool ends)
    {
        // Without a session there is no flow yet.
        _flow?.RecordFailure(fault, target);
        if (ends)
        {
            _flow?.Summarize();
        }
    }

    /// <summary>What the command asks of one write.</summary>
    /// <param name="id">The target.</param>
    /// <param name="input">Where the content comes from.</param>
    /// <param name="document">The content.</param>
    private protected abstract Core.Writing.SpecWriteRequest Request(string id, SpecInput input, Core.Spec.SpecDocument document);

    /// <summary>The rules whose errors do not stop a write.</summary>
    private protected System.Collections.Generic.IReadOnlyCollection<string> AllowedRules { get; private set; } = System.Array.Empty<string>();

    /// <summary>Where the copy goes; null where none is wanted.</summary>
    private protected string? BackupFolder { get; private set; }

    private protected override bool EndsOnAnyError => !_begun;

    /// <summary>The way from the parameters to the specs.</summary>
    private protected SpecParameterBinder Arguments => new(this, Run);

    /// <summary>Writes one spec.</summary>
    /// <param name="input">The spec.</param>
    /// <param name="typed">The model as the user named it; null where the spec says it.</param>
    private protected void Write(SpecInput input, string? typed) =>
        RunWithClient(typed ?? input.Label, (client, pipeline, cancel) => WriteAsync(input, typed, client, pipeline, cancel));

    /// <summary>The same where a client is at hand already.</summary>
    private protected System.Threading.Tasks.Task WriteAsync(SpecInput input, string? typed, Core.Api.SigmaClient client, IDispatcher pipeline, System.Threading.CancellationToken cancel) =>
        _flow!.WriteAsync(input, (from, document) => Request(from.Target(document, typed), from, document), client, pipeline, cancel);
}
