using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;
using SigmaPS.Workflows;

namespace SigmaPS.Commands;

/// <summary>A cmdlet that changes a whole data model and can break its consumers.</summary>
public abstract class ConsumerChangeCmdlet : DataModelChangeCmdlet
{
    private UsageGate? _usage;

    /// <summary>Allows the change although it certainly breaks consumers.</summary>
    [Parameter]
    public SwitchParameter AllowBreak { get; set; }

    /// <summary>Refuses the change if possible consumers exist, or if documents could not be checked.</summary>
    [Parameter]
    public SwitchParameter RequireCompleteUsage { get; set; }

    /// <summary>The largest number of requests to bring the usage index up to date.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int MaxUsageRequests { get; set; } = UsageGate.DefaultRequests;

    /// <summary>The folder for the usage index; the default is the user's cache folder.</summary>
    [Parameter]
    public string? IndexPath { get; set; }

    // An unusable folder ends the command, because the index must not be written to another one.
    private protected override bool EndsOnAnyError => _usage is null;

    /// <inheritdoc/>
    private protected override void Begin()
    {
        base.Begin();
        Run(IndexPath, () => _usage = UsageGate.Open(this, Current, AllowBreak, RequireCompleteUsage, MaxUsageRequests, IndexPath));
    }

    /// <summary>The check of consumers.</summary>
    /// <param name="client">The service.</param>
    /// <param name="pipeline">Runs actions on the pipeline thread.</param>
    private protected Core.Writing.ConsumerCheck Check(Core.Api.SigmaClient client, IDispatcher pipeline) => _usage!.With(client, pipeline);

    /// <summary>Refuses the change, or confirms it on the pipeline thread; the prompt lists the consumers.</summary>
    /// <param name="change">The action, its target, organization and host; and the title of the prompt.</param>
    /// <param name="model">The model.</param>
    /// <param name="impact">The consumers that the change breaks.</param>
    /// <param name="client">The service.</param>
    /// <param name="pipeline">Runs actions on the pipeline thread.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The consumers; null if the change was declined.</returns>
    private protected async Task<SigmaUsage[]?> ConfirmAsync(
        (string What, string Caption) change,
        Core.Api.DataModelEntry model,
        Core.Writing.ConsumerImpact impact,
        Core.Api.SigmaClient client,
        IDispatcher pipeline,
        CancellationToken cancel)
    {
        var check = Check(client, pipeline);
        var refusals = check.Refusals(model.Name, model.DataModelId, impact).ToList();
        if (refusals.Count > 0 && !check.ChecksRefused)
        {
            throw refusals[0];
        }

        Warn(client, model.Name, Core.Writing.ConsumerErrors.Warnings(impact));
        var owners = impact.Consumers.Count == 0 ? null : await Core.Api.MemberLookup.AllNamesAsync(client, cancel).ConfigureAwait(false);
        var usages = UsageMapper.ToUsages(impact, owners);
        var lines = WritePreview.Consumers(impact, owners).Concat(refusals.Select(refusal => "  " + WritePreview.Refused(refusal)));
        var text = SafeText.Lines(string.Join("\n", lines.Prepend(SafeText.Line(change.What))));
        var confirmed = await pipeline.InvokeAsync(() =>
        {
            WriteInformation(new SpecPlan(model.DataModelId, model.Name, text) { Consumers = usages }, new[] { WritePreview.PlanTag });
            return ShouldProcess(text, text + "\nContinue?", change.Caption);
        }).ConfigureAwait(false);
        return confirmed ? usages : null;
    }

    /// <summary>Warns about a model.</summary>
    /// <param name="client">The service.</param>
    /// <param name="name">The model's name.</param>
    /// <param name="sentences">The warnings.</param>
    private protected static void Warn(Core.Api.SigmaClient client, string name, IEnumerable<string> sentences)
    {
        foreach (var sentence in sentences)
        {
            client.Log.Warning($"\"{name}\": {sentence}");
        }
    }
}
