using System.Linq;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Finds tables and metrics without a description.</summary>
internal static class MissingDescriptions
{
    public static readonly SpecRule Rule = new(
        "missing-description",
        IssueSeverity.Hint,
        "Tables that people can pick, and metrics, have a description.");
    public static readonly SpecCheck Check = new(Run, Rule);

    private static void Run(ValidationContext scene, IssueCollector sink)
    {
        foreach (var element in scene.Elements.Where(element => element.IsTable).Select(element => element.Json))
        {
            var isHidden = element["visibleAsSource"] is Json.JsonBoolean { Value: false };
            foreach (
                var item in ElementIds
                    .Objects(element, "metrics")
                    .Concat(isHidden ? Enumerable.Empty<Json.JsonObject>() : new[] { element }))
            {
                if (string.IsNullOrWhiteSpace(item.Text("description")))
                {
                    sink.Report(Rule, item, "there is no description", "Add 'description' with its content and purpose.", "description");
                }
            }
        }
    }
}
