using System.Management.Automation;

namespace SigmaPS.Commands;

/// <summary>Rename-SigmaElement: plans a new name for an element in all models that read it.</summary>
[Cmdlet(VerbsCommon.Rename, "SigmaElement", DefaultParameterSetName = "Live")]
[OutputType(typeof(ReleasePlan))]
public sealed class RenameSigmaElementCommand : RenameItemCmdlet
{
    private protected override Core.Spec.Edit.RenameKind Kind => Core.Spec.Edit.RenameKind.Element;

    private protected override string Item => "";
}
