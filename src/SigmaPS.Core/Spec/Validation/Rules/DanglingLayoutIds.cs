using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Finds dangling IDs in layout lists. The model works nevertheless.</summary>
internal static class DanglingLayoutIds
{
    public static readonly SpecRule Rule = new(
        "stale-layout-id",
        IssueSeverity.Warning,
        "An ID in order, summary or a folder names a column, metric or folder of the element.");
    public static readonly SpecCheck Check = new(Run, Rule);

    private static void Run(ValidationContext scene, IssueCollector sink)
    {
        foreach (var element in scene.Elements.Where(element => element.IsTable))
        {
            foreach (var reference in IdReferences.Find(element.Json).Where(reference => reference.Target == IdTarget.Layout))
            {
                CheckId(element, reference.Value, reference.Key.Name, sink);
            }
        }
    }

    private static void CheckId(ElementContext element, JsonString id, string key, IssueCollector sink)
    {
        if (!Schema.ListsOf(IdTarget.Layout).Any(list => element.Find(list, id.Value) is not null))
        {
            sink.Report(
                Rule,
                id,
                $"'{key}' lists '{id.Value}', which is not a column or folder of the element",
                $"Remove '{id.Value}' from '{key}'.",
                key + "\n" + id.Value);
        }
    }
}
