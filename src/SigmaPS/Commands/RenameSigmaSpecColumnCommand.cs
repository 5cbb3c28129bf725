using System.Management.Automation;

namespace SigmaPS.Commands;

/// <summary>Rename-SigmaSpecColumn: renames a column of a spec and updates all references to its name.</summary>
[Cmdlet(VerbsCommon.Rename, "SigmaSpecColumn")]
[OutputType(typeof(SpecNode))]
public sealed class RenameSigmaSpecColumnCommand : SpecEditCmdlet
{
    /// <summary>The element's name or ID.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(Completion.ElementCompleter))]
    public string? Element { get; set; }

    /// <summary>The column's display name or ID.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(Completion.ColumnCompleter))]
    public string? Name { get; set; }

    /// <summary>The new display name.</summary>
    [Parameter]
    public string? NewName { get; set; }

    /// <inheritdoc/>
    private protected override void Process() =>
        Edit(document =>
            Core.Spec.Edit.ColumnRenaming.Apply(
                document,
                Needed(Element, nameof(Element)),
                Needed(Name, nameof(Name)),
                Needed(NewName, nameof(NewName))));
}
