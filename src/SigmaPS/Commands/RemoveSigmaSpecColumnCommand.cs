using System.Management.Automation;

namespace SigmaPS.Commands;

/// <summary>Remove-SigmaSpecColumn: removes columns from a spec, unless a remaining item refers to them.</summary>
[Cmdlet(VerbsCommon.Remove, "SigmaSpecColumn")]
[OutputType(typeof(SpecNode))]
public sealed class RemoveSigmaSpecColumnCommand : SpecEditCmdlet
{
    /// <summary>The element's name or ID.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(Completion.ElementCompleter))]
    public string? Element { get; set; }

    /// <summary>The display names of the columns, or their IDs.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(Completion.ColumnCompleter))]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    private protected override void Process() =>
        Edit(document => Core.Spec.Edit.ColumnRemoval.Apply(document, Needed(Element, nameof(Element)), Needed(Name, nameof(Name))));
}
