using System.Linq;
using System.Management.Automation;
using SigmaPS.Binding;

namespace SigmaPS.Commands;

/// <summary>Get-SigmaSpecElement: gets the elements and controls of a spec by display name.</summary>
[Cmdlet(VerbsCommon.Get, "SigmaSpecElement")]
[OutputType(typeof(SpecElement))]
public sealed class GetSigmaSpecElementCommand : SpecEditCmdlet
{
    private NamePatterns _names = null!;
    private NamePatterns _ids = null!;
    private bool _hasRead;

    /// <summary>Display names of elements or controls; a control is found by its control ID too.</summary>
    [Parameter]
    [Alias("Element")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(Completion.ElementCompleter))]
    public string[]? Name { get; set; }

    /// <summary>IDs of elements.</summary>
    [Parameter]
    [SupportsWildcards]
    public string[]? Id { get; set; }

    /// <inheritdoc/>
    private protected override void Begin() => (_names, _ids) = (new NamePatterns(Name), new NamePatterns(Id));

    /// <inheritdoc/>
    private protected override void Process() => Run(null, () =>
    {
        var document = Read();
        _hasRead = true;
        foreach (var element in Core.Spec.Edit.SpecElementEntry.All(document))
        {
            var isNamed = element.ControlId is { } control ? _names.Fit(element.Name, control) : _names.Fit(element.Name);
            if (_ids.Fit(element.Id) && isNamed)
            {
                WriteObject(new SpecElement(element, document.DataModelId));
            }
        }
    });

    /// <inheritdoc/>
    private protected override void End()
    {
        if (_hasRead)
        {
            ReportMissing(
                _names
                    .Missing(Core.Diagnostics.ErrorCode.SpecItemNotFound, "element")
                    .Concat(_ids.Missing(Core.Diagnostics.ErrorCode.SpecItemNotFound, "element")));
        }
    }
}
