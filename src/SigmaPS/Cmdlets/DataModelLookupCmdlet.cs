using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Cmdlets;

/// <summary>A look-up in one data model.</summary>
public abstract class DataModelLookupCmdlet : LookupCmdlet
{
    /// <summary>UUID, short id or address of the data model.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [DataModelId]
    public string? DataModelId { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => RunWithClient(DataModelId, (client, pipeline, cancel) =>
        FindAsync(Core.Api.DataModelId.Parse(Given(DataModelId, "Say which data model: -DataModelId, or pipe data models in.")), client, pipeline, cancel));

    /// <summary>Finds and writes.</summary>
    /// <param name="id">The model.</param>
    /// <param name="client">The service.</param>
    /// <param name="pipeline">Where to write.</param>
    /// <param name="cancel">Ends any wait.</param>
    private protected abstract Task FindAsync(string id, Core.Api.SigmaClient client, IPipeline pipeline, CancellationToken cancel);
}
