using System.Management.Automation;

namespace SigmaPS.Commands;

/// <summary>Remove-SigmaSpecColumn: takes a column out of a spec, unless something refers to it.</summary>
[Cmdlet(VerbsCommon.Remove, "SigmaSpecColumn")]
[OutputType(typeof(SpecNode))]
public sealed class RemoveSigmaSpecColumnCommand : SpecEditCmdlet
{
    /// <summary>The element's name or id.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(Completion.ElementCompleter))]
    public string? Element { get; set; }

    /// <summary>The name that the column shows, or its id.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(Completion.ColumnCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc/>
    private protected override void Process() =>
        Edit(document => Core.Spec.Edit.ColumnRemoval.Apply(document, Needed(Element, nameof(Element)), Needed(Name, nameof(Name))));
}
