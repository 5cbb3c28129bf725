using System.Management.Automation;
using System.Threading.Tasks;
using SigmaPS.Binding;
using SigmaPS.Mapping;

namespace SigmaPS.Commands;

/// <summary>Get-SigmaDataModelVersion: gets the published versions of a model, newest first.</summary>
[Cmdlet(VerbsCommon.Get, "SigmaDataModelVersion")]
[OutputType(typeof(DataModelVersion))]
public sealed class GetSigmaDataModelVersionCommand : SigmaSessionCmdlet
{
    /// <summary>UUID, short ID or address of the data model.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [DataModelId]
    [ArgumentCompleter(typeof(Completion.ModelIdCompleter))]
    public string? DataModelId { get; set; }

    /// <summary>How many of the newest version numbers are read.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Last { get; set; } = 10;

    /// <inheritdoc/>
    private protected override void Process() => RunWithClient(DataModelId, async (client, pipeline, cancel) =>
    {
        var id = await Models
            .ResolveAsync(
                client,
                LookupCmdlet.RequireValue(DataModelId, CommandErrors.NoModel),
                cancel)
            .ConfigureAwait(false);
        await foreach (
            var (document, isLatest) in Core.History.VersionHistory.ListAsync(client, id, Last, cancel).ConfigureAwait(false))
        {
            await pipeline.WriteAsync(OutputMapper.ToVersion(id, document, isLatest)).ConfigureAwait(false);
        }
    });
}
