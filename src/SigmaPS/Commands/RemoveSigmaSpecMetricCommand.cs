using System.Management.Automation;

namespace SigmaPS.Commands;

/// <summary>Remove-SigmaSpecMetric: removes metrics from a spec, unless a remaining formula refers to them.</summary>
[Cmdlet(VerbsCommon.Remove, "SigmaSpecMetric")]
[OutputType(typeof(SpecNode))]
public sealed class RemoveSigmaSpecMetricCommand : SpecEditCmdlet
{
    /// <summary>The element's name or ID.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(Completion.ElementCompleter))]
    public string? Element { get; set; }

    /// <summary>The display names of the metrics, or their IDs.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(Completion.MetricCompleter))]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    private protected override void Process() =>
        Edit(document =>
            Core.Spec.Edit.MetricRemoval.Apply(document, Needed(Element, nameof(Element)), Needed(Name, nameof(Name), "metric")));
}
