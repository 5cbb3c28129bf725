using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>Remove-SigmaDataModel: moves data models to the trash.</summary>
[Cmdlet(VerbsCommon.Remove, "SigmaDataModel", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(WriteResult))]
public sealed class RemoveSigmaDataModelCommand : ConsumerChangeCmdlet
{
    /// <inheritdoc/>
    private protected override async Task ChangeAsync(
        string id,
        Core.Api.SigmaClient client,
        IDispatcher pipeline,
        CancellationToken cancel)
    {
        var files = new Core.Writing.ModelFiles(client);
        var model = await files.FindAsync(id, cancel).ConfigureAwait(false);
        if (model.IsArchived)
        {
            await ReportUnchangedAsync(
                    pipeline,
                    OutputMapper.ToResult(model, WriteStatus.Unchanged, Current),
                    "it is " + "already in the trash.")
                .ConfigureAwait(false);
        }
        else
        {
            await RemoveAsync(files, model, client, pipeline, cancel).ConfigureAwait(false);
        }
    }

    private async Task RemoveAsync(
        Core.Writing.ModelFiles files,
        Core.Api.DataModelEntry model,
        Core.Api.SigmaClient client,
        IDispatcher pipeline,
        CancellationToken cancel)
    {
        var id = model.DataModelId;
        var impact = await Check(client, pipeline).CheckRemovalAsync(id, model.Name, cancel).ConfigureAwait(false);
        var what = $"Move data model \"{model.Name}\" ({id}) from folder \"{model.Path}\" to the trash on {Current}.";
        var consumers = await ConfirmAsync((what, "Remove a data model"), model, impact, client, pipeline, cancel).ConfigureAwait(false);
        if (consumers is not null)
        {
            await files.ArchiveAsync(id, cancel).ConfigureAwait(false);
            var broken = await Core.Writing.BrokenConsumers.FindAsync(client, impact, cancel).ConfigureAwait(false);
            var result = OutputMapper.ToResult(model, WriteStatus.Removed, Current);
            result.Consumers = consumers;
            result.Findings = broken.Select(SafeText.Line).ToArray();
            await ReportAsync(pipeline, result).ConfigureAwait(false);
            Warn(client, model.Name, broken);
        }
    }
}
