using System.Management.Automation;
using SigmaPS.Binding;

namespace SigmaPS.Commands;

/// <summary>Select-SigmaSpecColumn: keeps a set of columns of an element and removes the others.</summary>
[Cmdlet(VerbsCommon.Select, "SigmaSpecColumn")]
[OutputType(typeof(SpecNode))]
public sealed class SelectSigmaSpecColumnCommand : SpecEditCmdlet
{
    /// <summary>The element's name or ID.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(Completion.ElementCompleter))]
    public string? Element { get; set; }

    /// <summary>The display names of the columns to keep, or their IDs; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(Completion.ColumnCompleter))]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    private protected override void Process() => Edit(document =>
        Core.Spec.Edit.ColumnRemoval.Keep(document, Needed(Element, nameof(Element)), Needed(Name, nameof(Name)), NamePatterns.Fits));
}
