using System.Management.Automation;
using SigmaPS.Binding;
using SigmaPS.Pipeline;
using SigmaPS.Workflows;

namespace SigmaPS.Commands;

/// <summary>A cmdlet that replaces the content of models, with one workflow and one set of protections for every source of
/// content.</summary>
public abstract class SpecWriteCmdlet : SigmaSessionCmdlet
{
    private SpecWriteWorkflow? _flow;
    private bool _begun;
    private System.Collections.Generic.IReadOnlyCollection<string> _allowedRules = System.Array.Empty<string>();

    /// <summary>A folder for a backup of the model before the write.</summary>
    [Parameter]
    public string? BackupPath { get; set; }

    /// <summary>Allows the write to remove pages, elements, columns, metrics, relationships, filters or securities.</summary>
    [Parameter]
    public SwitchParameter AllowRemoval { get; set; }

    /// <summary>Allows replacing a model that contains elements which a spec cannot represent.</summary>
    [Parameter]
    public SwitchParameter AllowUnrepresented { get; set; }

    /// <summary>Allows the write although it certainly breaks consumers.</summary>
    [Parameter]
    public SwitchParameter AllowBreak { get; set; }

    /// <summary>Refuses the write if possible consumers exist, or if documents could not be checked.</summary>
    [Parameter]
    public SwitchParameter RequireCompleteUsage { get; set; }

    /// <summary>The largest number of requests to bring the usage index up to date.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int MaxUsageRequests { get; set; } = UsageGate.DefaultRequests;

    /// <summary>The folder for the usage index; the default is the user's cache folder.</summary>
    [Parameter]
    public string? IndexPath { get; set; }

    /// <summary>Sends the spec without validation.</summary>
    [Parameter]
    public SwitchParameter SkipValidation { get; set; }

    /// <summary>Ignores errors of these rules; all other rules stay on.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(Completion.RuleCompleter))]
    public string[]? AllowIssue { get; set; }

    /// <summary>Skips the read-back after the write, which saves two requests.</summary>
    [Parameter]
    public SwitchParameter NoVerify { get; set; }

    /// <summary>Returns one result per model.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override void Begin()
    {
        base.Begin();

        // A write must not begin without the requested backup.
        Run(null, () => _allowedRules = RuleIds.Read(AllowIssue, nameof(AllowIssue)));
        Run(BackupPath, () => BackupFolder = BackupPath is null ? null : PathResolver.ResolvePath(this, BackupPath, nameof(BackupPath)));
        UsageGate usage = null!;
        Run(IndexPath, () => usage = UsageGate.Open(this, Current, AllowBreak, RequireCompleteUsage, MaxUsageRequests, IndexPath));
        _begun = true;
        _flow = new SpecWriteWorkflow(this, Current, PassThru, usage);
    }

    /// <inheritdoc/>
    private protected override void End() => _flow!.Summarize();

    /// <inheritdoc/>
    private protected override void OnErrorReported(Core.Diagnostics.SigmaEngineException error, object? target, bool ends)
    {
        // Without a session there is no workflow yet.
        _flow?.RecordFailure(error, target);
        if (ends)
        {
            _flow?.Summarize();
        }
    }

    /// <summary>Creates the request of one write.</summary>
    /// <param name="id">The target model's UUID.</param>
    /// <param name="input">The source of the content.</param>
    /// <param name="document">The content.</param>
    private protected abstract Core.Writing.SpecWriteRequest Request(string id, SpecInput input, Core.Spec.SpecDocument document);

    /// <summary>The protections that the user lifts.</summary>
    private protected Core.Writing.WriteProtections Protections => new()
    {
        AllowRemoval = AllowRemoval,
        AllowUnrepresented = AllowUnrepresented,
        SkipValidation = SkipValidation,
        AllowedRules = _allowedRules,
    };

    /// <summary>The full path of the backup folder; null for no backup.</summary>
    private protected string? BackupFolder { get; private set; }

    private protected override bool EndsOnAnyError => !_begun;

    /// <summary>The binder from parameters to specs.</summary>
    private protected SpecParameterBinder Arguments => new(this, Run);

    /// <summary>Writes one spec.</summary>
    /// <param name="input">The spec.</param>
    /// <param name="typed">The model as the user specified it; null if the spec contains it.</param>
    private protected void Write(SpecInput input, string? typed) =>
        RunWithClient(typed ?? input.Label, (client, pipeline, cancel) => WriteAsync(input, typed, client, pipeline, cancel));

    /// <summary>Writes one spec with an existing client.</summary>
    private protected System.Threading.Tasks.Task WriteAsync(
        SpecInput input,
        string? typed,
        Core.Api.SigmaClient client,
        IDispatcher pipeline,
        System.Threading.CancellationToken cancel
    ) => _flow!.WriteAsync(input, (from, document) => Request(from.Target(document, typed), from, document), client, pipeline, cancel);
}
