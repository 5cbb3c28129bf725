using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Binding;
using SigmaPS.Pipeline;
using SigmaPS.Workflows;

namespace SigmaPS.Commands;

/// <summary>A cmdlet that does something to a data model as a whole, found by its id.</summary>
public abstract class DataModelChangeCmdlet : SigmaSessionCmdlet
{
    /// <summary>UUID, short id or address of the data model; never a name.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [DataModelId]
    [ArgumentCompleter(typeof(Completion.ModelIdCompleter))]
    public string? DataModelId { get; set; }

    /// <summary>Gives a result for each model.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override void Process() => RunWithClient(DataModelId, (client, pipeline, cancel) =>
        ChangeAsync(Core.Spec.DataModelId.Parse(DataModelId ?? throw Missing("which data model: -DataModelId, or pipe data models in")), client, pipeline, cancel));

    /// <summary>Does it.</summary>
    /// <param name="id">The model.</param>
    /// <param name="client">The service.</param>
    /// <param name="pipeline">The way to the pipeline.</param>
    /// <param name="cancel">Ends any wait.</param>
    private protected abstract Task ChangeAsync(string id, Core.Api.SigmaClient client, IDispatcher pipeline, CancellationToken cancel);

    /// <summary>Asks on the pipeline thread whether to go on.</summary>
    /// <param name="pipeline">The way there.</param>
    /// <param name="what">What would be done, to what, and on which organisation and host.</param>
    /// <param name="caption">The title of a question.</param>
    private protected Task<bool> ConfirmAsync(IDispatcher pipeline, string what, string caption)
    {
        var shown = SafeText.Line(what);
        return pipeline.InvokeAsync(() => ShouldProcess(shown, shown + " Continue?", caption));
    }

    /// <summary>Reports in one line that the model is in the desired state already.</summary>
    /// <param name="pipeline">The way to the pipeline.</param>
    /// <param name="result">The unchanged model.</param>
    /// <param name="why">The state, as a sentence.</param>
    private protected Task ReportUnchangedAsync(IDispatcher pipeline, WriteResult result, string why)
    {
        pipeline.Post(() => WritePreview.NothingToDo(this, result.DataModelId, result.Name, why, Current));
        return ReportAsync(pipeline, result);
    }

    /// <summary>Gives the result where one is wanted.</summary>
    /// <param name="pipeline">The way to the pipeline.</param>
    /// <param name="result">What was done.</param>
    private protected Task ReportAsync(IDispatcher pipeline, WriteResult result) => PassThru ? pipeline.WriteAsync(result) : Task.CompletedTask;

    /// <summary>Something that a user has to say.</summary>
    private protected static Core.Diagnostics.SigmaEngineException Missing(string what) => new(Core.Diagnostics.ErrorCode.InvalidArgument, $"Say {what}.");
}
