using System.Management.Automation;

namespace SigmaPS.Commands;

/// <summary>Rename-SigmaSpecMetric: renames a metric of a spec and updates the formulas that refer to it by name.</summary>
[Cmdlet(VerbsCommon.Rename, "SigmaSpecMetric")]
[OutputType(typeof(SpecNode))]
public sealed class RenameSigmaSpecMetricCommand : SpecEditCmdlet
{
    /// <summary>The element's name or ID.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(Completion.ElementCompleter))]
    public string? Element { get; set; }

    /// <summary>The metric's display name or ID.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(Completion.MetricCompleter))]
    public string? Name { get; set; }

    /// <summary>The new display name.</summary>
    [Parameter]
    public string? NewName { get; set; }

    /// <inheritdoc/>
    private protected override void Process() =>
        Edit(document =>
            Core.Spec.Edit.MetricRenaming.Apply(
                document,
                Needed(Element, nameof(Element)),
                Needed(Name, nameof(Name)),
                Needed(NewName, nameof(NewName))));
}
