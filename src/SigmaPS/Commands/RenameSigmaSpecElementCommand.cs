using System.Management.Automation;

namespace SigmaPS.Commands;

/// <summary>Rename-SigmaSpecElement: renames an element of a spec and updates the formulas that contain its name.</summary>
[Cmdlet(VerbsCommon.Rename, "SigmaSpecElement")]
[OutputType(typeof(SpecNode))]
public sealed class RenameSigmaSpecElementCommand : SpecEditCmdlet
{
    /// <summary>The element's display name or ID, or the name or ID of a control.</summary>
    [Parameter]
    [Alias("Element")]
    [ArgumentCompleter(typeof(Completion.ElementCompleter))]
    public string? Name { get; set; }

    /// <summary>The new display name.</summary>
    [Parameter]
    public string? NewName { get; set; }

    /// <inheritdoc/>
    private protected override void Process() =>
        Edit(document => Core.Spec.Edit.ElementRenaming.Apply(document, Needed(Name, nameof(Name)), Needed(NewName, nameof(NewName))));
}
