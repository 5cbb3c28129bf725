using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Binding;
using SigmaPS.Pipeline;
using SigmaPS.Workflows;

namespace SigmaPS.Commands;

/// <summary>A cmdlet that changes a whole data model, found by its ID.</summary>
public abstract class DataModelChangeCmdlet : SigmaSessionCmdlet
{
    /// <summary>UUID, short ID or address of the data model; never a name.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [DataModelId]
    [ArgumentCompleter(typeof(Completion.ModelIdCompleter))]
    public string? DataModelId { get; set; }

    /// <summary>Returns one result per model.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override void Process() => RunWithClient(DataModelId, (client, pipeline, cancel) =>
        ChangeAsync(Core.Spec.DataModelId.Parse(DataModelId ?? throw CommandErrors.NoModel()), client, pipeline, cancel));

    /// <summary>Changes one model.</summary>
    /// <param name="id">The model's UUID.</param>
    /// <param name="client">The service.</param>
    /// <param name="pipeline">Runs actions on the pipeline thread.</param>
    /// <param name="cancel">Ends any wait.</param>
    private protected abstract Task ChangeAsync(string id, Core.Api.SigmaClient client, IDispatcher pipeline, CancellationToken cancel);

    /// <summary>Confirms the change on the pipeline thread.</summary>
    /// <param name="pipeline">Runs actions on the pipeline thread.</param>
    /// <param name="what">The action, its target, organization and host.</param>
    /// <param name="caption">The title of the prompt.</param>
    private protected Task<bool> ConfirmAsync(IDispatcher pipeline, string what, string caption)
    {
        var shown = SafeText.Line(what);
        return pipeline.InvokeAsync(() => ShouldProcess(shown, shown + " Continue?", caption));
    }

    /// <summary>Reports in one line that the model already has the desired state.</summary>
    /// <param name="pipeline">Runs actions on the pipeline thread.</param>
    /// <param name="result">The unchanged model.</param>
    /// <param name="why">The state, as a sentence.</param>
    private protected Task ReportUnchangedAsync(IDispatcher pipeline, WriteResult result, string why)
    {
        pipeline.Post(() => WritePreview.NothingToDo(this, result.DataModelId, result.Name, why, Current));
        return ReportAsync(pipeline, result);
    }

    /// <summary>Writes the result with -PassThru.</summary>
    /// <param name="pipeline">Runs actions on the pipeline thread.</param>
    /// <param name="result">The result.</param>
    private protected Task ReportAsync(IDispatcher pipeline, WriteResult result) =>
        PassThru ? pipeline.WriteAsync(result) : Task.CompletedTask;
}
