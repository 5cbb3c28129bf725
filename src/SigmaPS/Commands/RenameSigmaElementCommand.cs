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

    private protected override bool IsSafe => !Safe ? false : throw new Core.Diagnostics.SigmaEngineException(
        Core.Diagnostics.ErrorCode.InvalidArgument,
        "-Safe is not possible for an element. A consumer reads an element by its ID and names it in its formulas, "
        + "so a second element for the other name needs another ID. Workbooks and reports that use the ID would lose the element. "
        + "Rename without -Safe: the plan names the consumers.");

    private protected override string Item => "";
}
