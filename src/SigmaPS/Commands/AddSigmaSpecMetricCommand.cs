using System.Management.Automation;

namespace SigmaPS.Commands;

/// <summary>Add-SigmaSpecMetric: adds a metric to an element of a spec.</summary>
[Cmdlet(VerbsCommon.Add, "SigmaSpecMetric")]
[OutputType(typeof(SpecNode))]
public sealed class AddSigmaSpecMetricCommand : SpecAddCmdlet
{
    /// <inheritdoc/>
    private protected override void Process() =>
        Add(hidden: false, "metric", (item, document, element) => item.AddMetric(document, element));
}
