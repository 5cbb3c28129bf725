using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using SigmaPS.Binding;

namespace SigmaPS.Commands;

/// <summary>Get-SigmaSpecColumn: the columns of a spec by the names they show.</summary>
[Cmdlet(VerbsCommon.Get, "SigmaSpecColumn")]
[OutputType(typeof(SpecColumn))]
public sealed class GetSigmaSpecColumnCommand : SpecEditCmdlet
{
    private NamePatterns _elements = null!;
    private NamePatterns _names = null!;
    private NamePatterns _ids = null!;
    private bool _hasRead;
    private bool _hasFound;

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
    private protected override void Begin() => (_elements, _names, _ids) = (new NamePatterns(Element), new NamePatterns(Name), new NamePatterns(Id));

    /// <inheritdoc/>
    private protected override void Process() => Run(null, () =>
    {
        var document = Read();
        var shown = new Core.Spec.DisplayNames(document);
        var meant = new HashSet<string>(document.Elements
            .Where(element => _elements.Fit(shown.OfElement(element), element.Text("id"))).Select(element => element.Text("id") ?? ""));
        _hasRead = true;
        foreach (var column in Core.Spec.Edit.SpecColumnEntry.All(document).Where(column => meant.Contains(column.ElementId)))
        {
            var isNamed = _names.Fit(column.Name);
            if (_ids.Fit(column.Id) && isNamed)
            {
                _hasFound = true;
                WriteObject(new SpecColumn(column, document.DataModelId));
            }
        }
    });

    /// <inheritdoc/>
    private protected override void End()
    {
        if (!_hasRead)
        {
            return;
        }

        // In a missing element no column was sought.
        var elements = _elements.Missing(Core.Diagnostics.ErrorCode.SpecItemNotFound, "element");
        ReportMissing(elements);
        if (elements.Count == 0 || _hasFound)
        {
            ReportMissing(_names.Missing(Core.Diagnostics.ErrorCode.SpecItemNotFound, "column"));
            ReportMissing(_ids.Missing(Core.Diagnostics.ErrorCode.SpecItemNotFound, "column"));
        }
    }
}
