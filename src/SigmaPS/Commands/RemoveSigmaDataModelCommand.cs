using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;
using SigmaPS.Workflows;

namespace SigmaPS.Commands;

/// <summary>Remove-SigmaDataModel: puts data models into the trash.</summary>
[Cmdlet(VerbsCommon.Remove, "SigmaDataModel", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(WriteResult))]
public sealed class RemoveSigmaDataModelCommand : DataModelChangeCmdlet
{
    private UsageGate? _usage;

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

    private protected override bool EndsOnAnyError => _usage is null;

    /// <inheritdoc/>
    private protected override void Begin()
    {
        base.Begin();
        Run(IndexPath, () => _usage = UsageGate.Open(this, Current, AllowBreak, RequireCompleteUsage, MaxUsageRequests, IndexPath));
    }

    /// <inheritdoc/>
    private protected override async Task ChangeAsync(string id, Core.Api.SigmaClient client, IDispatcher pipeline, CancellationToken cancel)
    {
        var files = new Core.Writing.ModelFiles(client);
        var model = await files.FindAsync(id, cancel).ConfigureAwait(false);
        if (model.IsArchived)
        {
            await ReportUnchangedAsync(pipeline, OutputMapper.ToResult(model, WriteStatus.Unchanged, Current), "it is in the trash already.").ConfigureAwait(false);
        }
        else
        {
            await RemoveAsync(files, model, client, pipeline, cancel).ConfigureAwait(false);
        }
    }

    private async Task RemoveAsync(Core.Writing.ModelFiles files, Core.Api.DataModelEntry model, Core.Api.SigmaClient client, IDispatcher pipeline, CancellationToken cancel)
    {
        var id = model.DataModelId;
        var check = _usage!.With(client, pipeline);
        var impact = await check.CheckRemovalAsync(id, model.Name, cancel).ConfigureAwait(false);
        var refusals = check.Refusals(model.Name, id, impact).ToList();
        if (refusals.Count > 0 && !check.ChecksRefused)
        {
            throw refusals[0];
        }

        foreach (var warning in Core.Writing.ConsumerErrors.Warnings(impact))
        {
            client.Log.Warning($"\"{model.Name}\": {warning}");
        }

        var lines = WritePreview.Consumers(impact).Concat(refusals.Select(refusal => "  " + WritePreview.Refused(refusal)));
        if (await ConfirmAsync(pipeline, $"Move data model \"{model.Name}\" ({id}) from folder \"{model.Path}\" to the trash on {Current}.{string.Concat(lines)}", "Remove a data model").ConfigureAwait(false))
        {
            await files.ArchiveAsync(id, cancel).ConfigureAwait(false);
            var result = OutputMapper.ToResult(model, WriteStatus.Removed, Current);
            result.Consumers = UsageMapper.ToUsages(impact, impact.Consumers.Count == 0 ? null : await Core.Api.MemberLookup.AllNamesAsync(client, cancel).ConfigureAwait(false));
            result.Findings = (await Core.Writing.BrokenConsumers.FindAsync(client, impact, cancel).ConfigureAwait(false)).Select(SafeText.Line).ToArray();
            await ReportAsync(pipeline, result).ConfigureAwait(false);
        }
    }
}
