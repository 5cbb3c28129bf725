using System.Linq;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Finds metrics without a format.</summary>
internal static class MissingMetricFormats
{
    public static readonly SpecRule Rule = new("metric-format", IssueSeverity.Hint, "A metric has a format.");
    public static readonly SpecCheck Check = new(Run, Rule);

    private static void Run(ValidationContext scene, IssueCollector sink)
    {
        foreach (
            var metric in scene
                .Elements.Where(element => element.IsTable)
                .SelectMany(element => ElementIds.Objects(element.Json, "metrics")))
        {
            if (!metric.Has("format"))
            {
                sink.Report(
                    Rule,
                    metric,
                    "there is no format, so each user of the metric has to format it",
                    "Add for example \"format\": { \"kind\": \"number\", \"formatString\": \",.2f\" }.",
                    "format");
            }
        }
    }
}
