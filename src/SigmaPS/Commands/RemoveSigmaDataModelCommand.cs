using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>Remove-SigmaDataModel: puts data models into the trash.</summary>
[Cmdlet(VerbsCommon.Remove, "SigmaDataModel", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(WriteResult))]
public sealed class RemoveSigmaDataModelCommand : DataModelChangeCmdlet
{
    /// <inheritdoc/>
    private protected override async Task ChangeAsync(string id, Core.Api.SigmaClient client, IPipeline pipeline, CancellationToken cancel)
    {
        var files = new Core.Writing.ModelFiles(client);
        var model = await files.FindAsync(id, cancel).ConfigureAwait(false);
        if (model.IsArchived)
        {
            client.Log.Verbose($"\"{model.Name}\" is in the trash already; nothing is sent.");
            await TellAsync(pipeline, Map.ToResult(model, WriteStatus.Unchanged, Current)).ConfigureAwait(false);
        }
        else if (await AskAsync(pipeline, $"Move data model \"{model.Name}\" ({id}) from folder \"{model.Path}\" to the trash on {Current}.", "Remove a data model").ConfigureAwait(false))
        {
            await files.ArchiveAsync(id, cancel).ConfigureAwait(false);
            await TellAsync(pipeline, Map.ToResult(model, WriteStatus.Removed, Current)).ConfigureAwait(false);
        }
    }
}
