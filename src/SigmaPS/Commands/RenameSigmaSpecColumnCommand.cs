using System.Management.Automation;

namespace SigmaPS.Commands;

/// <summary>Rename-SigmaSpecColumn: renames a column of a spec, and everything that refers to it by name follows.</summary>
[Cmdlet(VerbsCommon.Rename, "SigmaSpecColumn")]
[OutputType(typeof(SpecNode))]
public sealed class RenameSigmaSpecColumnCommand : SpecEditCmdlet
{
    /// <summary>The element's name or id.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(Completion.ElementCompleter))]
    public string? Element { get; set; }

    /// <summary>The name that the column shows, or its id.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(Completion.ColumnCompleter))]
    public string? Name { get; set; }

    /// <summary>The name that it shall show.</summary>
    [Parameter]
    public string? NewName { get; set; }

    /// <inheritdoc/>
    private protected override void Process() =>
        Edit(document => Core.Spec.Edit.ColumnRenaming.Apply(document, Needed(Element, nameof(Element)), Needed(Name, nameof(Name)), Needed(NewName, nameof(NewName))));
}
