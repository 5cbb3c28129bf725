using System.Management.Automation;

namespace SigmaPS.Commands;

/// <summary>Add-SigmaSpecColumn: adds a column to an element of a spec.</summary>
[Cmdlet(VerbsCommon.Add, "SigmaSpecColumn")]
[OutputType(typeof(SpecNode))]
public sealed class AddSigmaSpecColumnCommand : SpecAddCmdlet
{
    /// <summary>Hides the column.</summary>
    [Parameter]
    public SwitchParameter Hidden { get; set; }

    /// <inheritdoc/>
    private protected override void Process() => Add(Hidden, "column", (item, document, element) => item.AddColumn(document, element));
}
