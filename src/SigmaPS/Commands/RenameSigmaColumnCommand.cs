using System.Management.Automation;

namespace SigmaPS.Commands;

/// <summary>Rename-SigmaColumn: plans the rename of a column in all models that read it.</summary>
[Cmdlet(VerbsCommon.Rename, "SigmaColumn", DefaultParameterSetName = "Live")]
[OutputType(typeof(ReleasePlan))]
public sealed class RenameSigmaColumnCommand : RenameItemCmdlet
{
    /// <summary>The column's display name or ID.</summary>
    [Parameter(Position = 2)]
    public string? Column { get; set; }

    /// <summary>Keeps the old name beside the new one until the consumers have changed.</summary>
    [Parameter(ParameterSetName = "Live")]
    public SwitchParameter Safe { get; set; }

    private protected override Core.Spec.Edit.RenameKind Kind => Core.Spec.Edit.RenameKind.Column;

    private protected override string Item => Needed(Column, nameof(Column));

    private protected override bool IsSafe => Safe;
}
