using System.Management.Automation;

namespace SigmaPS.Commands;

/// <summary>Rename-SigmaMetric: plans the rename of a metric in all models that read it.</summary>
[Cmdlet(VerbsCommon.Rename, "SigmaMetric", DefaultParameterSetName = "Live")]
[OutputType(typeof(ReleasePlan))]
public sealed class RenameSigmaMetricCommand : RenameItemCmdlet
{
    /// <summary>The metric's display name or ID.</summary>
    [Parameter(Position = 2)]
    public string? Metric { get; set; }

    /// <summary>Keeps the old name beside the new one until the consumers have changed.</summary>
    [Parameter(ParameterSetName = "Live")]
    public SwitchParameter Safe { get; set; }

    private protected override Core.Spec.Edit.RenameKind Kind => Core.Spec.Edit.RenameKind.Metric;

    private protected override string Item => Needed(Metric, nameof(Metric));

    private protected override bool IsSafe => Safe;
}
