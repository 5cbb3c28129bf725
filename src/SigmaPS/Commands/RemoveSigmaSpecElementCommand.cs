using System.Management.Automation;

namespace SigmaPS.Commands;

/// <summary>Remove-SigmaSpecElement: removes elements and controls from a spec, unless a remaining item needs them.</summary>
[Cmdlet(VerbsCommon.Remove, "SigmaSpecElement")]
[OutputType(typeof(SpecNode))]
public sealed class RemoveSigmaSpecElementCommand : SpecEditCmdlet
{
    /// <summary>The display names of the elements or controls, or their IDs.</summary>
    [Parameter]
    [Alias("Element")]
    [ArgumentCompleter(typeof(Completion.ElementCompleter))]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    private protected override void Process() =>
        Edit(document => Core.Spec.Edit.ElementRemoval.Apply(document, Needed(Name, nameof(Name), "element")));
}
