using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>Restore-SigmaDataModel: restores data models from the trash.</summary>
[Cmdlet(VerbsData.Restore, "SigmaDataModel", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(WriteResult))]
public sealed class RestoreSigmaDataModelCommand : DataModelChangeCmdlet
{
    /// <inheritdoc/>
    private protected override async Task ChangeAsync(
        string id,
        Core.Api.SigmaClient client,
        IDispatcher pipeline,
        CancellationToken cancel)
    {
        var files = new Core.Writing.ModelFiles(client);
        var model = await files.FindInTrashAsync(id, cancel).ConfigureAwait(false);
        if (!model.IsArchived)
        {
            await ReportUnchangedAsync(pipeline, OutputMapper.ToResult(model, WriteStatus.Unchanged, Current), "it is not in the trash.")
                .ConfigureAwait(false);
        }
        else if (
            await ConfirmAsync(
                    pipeline,
                    $"Restore data model \"{model.Name}\" ({id}) from " + $"the trash on {Current}.",
                    "Restore a data model")
                .ConfigureAwait(false))
        {
            await files.ChangeAsync(id, new Core.Api.FileChange { Restore = true }, cancel).ConfigureAwait(false);
            await ReportAsync(pipeline, OutputMapper.ToResult(model, WriteStatus.Restored, Current)).ConfigureAwait(false);
        }
    }
}
