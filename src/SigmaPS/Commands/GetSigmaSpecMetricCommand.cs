using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace SigmaPS.Commands;

/// <summary>Get-SigmaSpecMetric: gets the metrics of a spec by display name.</summary>
[Cmdlet(VerbsCommon.Get, "SigmaSpecMetric")]
[OutputType(typeof(SpecMetric))]
public sealed class GetSigmaSpecMetricCommand : SpecItemCmdlet
{
    /// <summary>Display names of metrics.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(Completion.MetricCompleter))]
    public string[]? Name { get; set; }

    private protected override string[]? Names => Name;

    private protected override string Kind => "metric";

    private protected override IEnumerable<(string ElementId, string Id, string Name, object Output)> Items(
        Core.Spec.SpecDocument document) =>
        Core
            .Spec.Edit.SpecMetricEntry.All(document)
            .Select(metric => (metric.ElementId, metric.Id, metric.Name, (object)new SpecMetric(metric, document.DataModelId)));
}
