using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Binding;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>A cmdlet that reads data models in parallel.</summary>
public abstract class DataModelLookupCmdlet : SigmaBulkCmdlet
{
    /// <summary>The data model: its UUID, short ID, address or name.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [DataModelId]
    [ArgumentCompleter(typeof(Completion.ModelIdCompleter))]
    public string? DataModelId { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        // Copy the value, because the next item changes the property while this one is still being read.
        var given = DataModelId;
        Enqueue(given, async (client, output, cancel) =>
        {
            var text = LookupCmdlet.RequireValue(given, CommandErrors.NoModel);
            await FindAsync(await Models.ResolveAsync(client, text, cancel).ConfigureAwait(false), client, output, cancel)
                .ConfigureAwait(false);
        });
    }

    /// <summary>Reads one model and writes the output.</summary>
    /// <param name="id">The model's UUID.</param>
    /// <param name="client">The service.</param>
    /// <param name="output">Receives the output.</param>
    /// <param name="cancel">Ends any wait.</param>
    private protected abstract Task FindAsync(string id, Core.Api.SigmaClient client, IOutput output, CancellationToken cancel);
}
