using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Ids in lists of layout that name nothing; the model works all the same.</summary>
internal static class DanglingLayoutIds
{
    public static readonly SpecRule Rule = new("stale-layout-id", IssueSeverity.Warning, "An ID in order, summary or a folder names a column, metric or folder of the element.");
    public static readonly SpecCheck Check = new(Run, Rule);

    private static void Run(ValidationContext scene, IssueCollector sink)
    {
        foreach (var element in scene.Elements.Where(element => element.IsTable))
        {
            CheckList(element, element.Json.Array("order"), "order", sink);
            CheckList(element, element.Json.Array("summary"), "summary", sink);
            foreach (var folder in ElementIds.Objects(element.Json, "folders"))
            {
                CheckList(element, folder.Array("items"), "items", sink);
            }
        }
    }

    private static void CheckList(ElementContext element, JsonArray? list, string key, IssueCollector sink)
    {
        foreach (var id in list?.OfType<JsonString>() ?? Enumerable.Empty<JsonString>())
        {
            if (element.Find("columns", id.Value) is null && element.Find("metrics", id.Value) is null && element.Find("folders", id.Value) is null)
            {
                sink.Report(Rule, id, $"'{key}' lists '{id.Value}', which is no column and no folder of the element", $"Take '{id.Value}' out of '{key}'.", key + "\n" + id.Value);
            }
        }
    }
}
