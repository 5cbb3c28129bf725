using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using SigmaPS.Binding;

namespace SigmaPS.Commands;

/// <summary>Get-SigmaSpecMetric: the metrics of a spec by display name.</summary>
[Cmdlet(VerbsCommon.Get, "SigmaSpecMetric")]
[OutputType(typeof(SpecMetric))]
public sealed class GetSigmaSpecMetricCommand : SpecEditCmdlet
{
    private NamePatterns _elements = null!;
    private NamePatterns _names = null!;
    private NamePatterns _ids = null!;
    private bool _hasRead;
    private bool _hasFound;

    /// <summary>Names or IDs of elements.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(Completion.ElementCompleter))]
    public string[]? Element { get; set; }

    /// <summary>Display names of metrics.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(Completion.MetricCompleter))]
    public string[]? Name { get; set; }

    /// <summary>IDs of metrics.</summary>
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
        foreach (var metric in Core.Spec.Edit.SpecMetricEntry.All(document).Where(metric => meant.Contains(metric.ElementId)))
        {
            var isNamed = _names.Fit(metric.Name);
            if (_ids.Fit(metric.Id) && isNamed)
            {
                _hasFound = true;
                WriteObject(new SpecMetric(metric, document.DataModelId));
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

        // The command does not look for metrics in a missing element.
        var elements = _elements.Missing(Core.Diagnostics.ErrorCode.SpecItemNotFound, "element");
        ReportMissing(elements);
        if (elements.Count == 0 || _hasFound)
        {
            ReportMissing(_names.Missing(Core.Diagnostics.ErrorCode.SpecItemNotFound, "metric"));
            ReportMissing(_ids.Missing(Core.Diagnostics.ErrorCode.SpecItemNotFound, "metric"));
        }
    }
}
