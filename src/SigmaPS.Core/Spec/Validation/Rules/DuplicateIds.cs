using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Finds IDs that are not unique in their scope. Two elements can have the same column IDs.</summary>
internal static class DuplicateIds
{
    public static readonly SpecRule Rule = new(
        "duplicate-id",
        IssueSeverity.Error,
        "An ID is unique in its scope: pages, elements and controls in the model, everything else in its element.");
    public static readonly SpecCheck Check = new(Run, Rule);

    private static readonly IReadOnlyList<SchemaKey> Lists =
        Schema.ItemLists.Where(key => Schema.Type(key.Form)!.Find("id") is not null).ToList();

    private static void Run(ValidationContext scene, IssueCollector sink)
    {
        var pages = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in scene.Pages)
        {
            CheckId(pages, page, "id", "page", "in this model", sink);
        }

        var elements = new HashSet<string>(StringComparer.Ordinal);
        var controls = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in scene.Elements)
        {
            CheckId(elements, element.Json, "id", "element", "in this model, on any page", sink);
            if (element.IsControl)
            {
                CheckId(controls, element.Json, "controlId", "control", "in this model", sink);
            }

            foreach (var list in Lists)
            {
                var seen = new HashSet<string>(StringComparer.Ordinal);
                foreach (var item in element.IsTable ? ElementIds.Objects(element.Json, list.Name) : Array.Empty<JsonObject>())
                {
                    CheckId(seen, item, "id", list.Form == "security" ? "column security" : list.Form, "in this element", sink);
                }
            }
        }
    }

    private static void CheckId(HashSet<string> seen, JsonObject item, string key, string word, string where, IssueCollector sink)
    {
        if (item[key] is JsonString id && !seen.Add(id.Value))
        {
            sink.Report(
                Rule,
                id,
                $"the {key} '{id.Value}' already belongs to another {word} {where}",
                $"Use another ID for this {word}, and change the references to it.",
                id.Value);
        }
    }
}
