using System.Management.Automation;

namespace SigmaPS.Commands;

/// <summary>Rename-SigmaElement: plans the rename of an element in all models that read it.</summary>
[Cmdlet(VerbsCommon.Rename, "SigmaElement", DefaultParameterSetName = "Live")]
[OutputType(typeof(ReleasePlan))]
public sealed class RenameSigmaElementCommand : RenameItemCmdlet
{
    /// <summary>Not possible for an element; the error gives the reason.</summary>
    [Parameter(ParameterSetName = "Live")]
    public SwitchParameter Safe { get; set; }

    private protected override Core.Spec.Edit.RenameKind Kind => Core.Spec.Edit.RenameKind.Element;

    private protected override bool IsSafe => !Safe ? false : throw CommandErrors.SafeElement();

    private protected override string Item => "";
}
