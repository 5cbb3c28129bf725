using System.Linq;
using System.Management.Automation;
using SigmaPS.Binding;

namespace SigmaPS.Commands;

/// <summary>Get-SigmaSpecColumn: the columns of a spec by the names they show.</summary>
[Cmdlet(VerbsCommon.Get, "SigmaSpecColumn")]
[OutputType(typeof(SpecColumn))]
public sealed class GetSigmaSpecColumnCommand : SpecEditCmdlet
{
    /// <summary>Names or ids of elements.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(Completion.ElementCompleter))]
    public string[]? Element { get; set; }

    /// <summary>Names that the columns show.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(Completion.ColumnCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Ids of columns.</summary>
    [Parameter]
    [SupportsWildcards]
    public string[]? Id { get; set; }

    /// <inheritdoc/>
    private protected override void Process() => Run(null, () =>
    {
        var document = Read();
        NamePatterns elements = new(Element), names = new(Name), ids = new(Id);
        foreach (var column in Core.Spec.Edit.SpecColumnEntry.All(document).Where(c => (elements.Fit(c.Element) || elements.Fit(c.ElementId)) && names.Fit(c.Name) && ids.Fit(c.Id)))
        {
            WriteObject(new SpecColumn(column, document.DataModelId));
        }
    });
}
