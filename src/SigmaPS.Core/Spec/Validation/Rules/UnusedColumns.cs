using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Finds hidden columns that no item of the model uses. The model does not contain the consumers of visible columns.</summary>
internal static class UnusedColumns
{
    public static readonly SpecRule Rule = new(
        "unused-column",
        IssueSeverity.Warning,
        "A hidden column is used by a formula, filter, key, grouping or control of the model.");
    public static readonly SpecCheck Check = new(Run, Rule);

    private static readonly HashSet<string> Places = new(StringComparer.Ordinal)
    {
        "columnId",
        "displayColumnId",
        "dateColumnId",
        "sourceColumnId",
        "targetColumnId",
        "groupBy",
        "calculations",
        "restrictedColumns",
        "summary",
    };

    private static void Run(ValidationContext scene, IssueCollector sink)
    {
        var hidden = scene.Elements.Where(element => element.IsTable).SelectMany(element => ElementIds.Objects(element.Json, "columns"))
            .Where(column => column["hidden"] is JsonBoolean { Value: true }).ToList();
        if (hidden.Count == 0)
        {
            return;
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        Collect(scene.Root?.Array("pages"), "", ids, names);
        foreach (var column in hidden)
        {
            if (!ids.Contains(ElementIds.Id(column)) && !IsNamed(column, scene.Names.Find(column), names))
            {
                sink.Report(Rule, column, "the column is hidden, and no item of this model uses it", "Remove it, or show it.", "hidden");
            }
        }
    }

    // A pass-through column contains its own name.
    private static bool IsNamed(JsonObject column, DisplayName shown, Dictionary<string, int> names)
    {
        var own = column.Text("formula") is { } formula ? FormulaReferences.Parse(formula) : new List<FormulaReference>();
        return shown
            .Aliases.Append(shown.Text)
            .Any(name => names.TryGetValue(name, out var times) && times > own.Count(reference => Written(reference).Contains(name)));
    }

    // A slash without an escape can belong to the name.
    private static IEnumerable<string> Written(FormulaReference reference) =>
        Enumerable.Range(0, reference.Steps.Count).Select(from => string.Join("/", reference.Steps.Skip(from)));

    // Look for the name and the ID anywhere in the model: a missing hint is better than a wrong one.
    private static void Collect(JsonValue? value, string key, HashSet<string> ids, Dictionary<string, int> names)
    {
        switch (value)
        {
            case JsonString text when Places.Contains(key):
                ids.Add(text.Value);
                break;
            case JsonString text when key is "formula" or "left" or "right" or "sourceColumns":
                foreach (var reference in FormulaReferences.Parse(text.Value))
                {
                    foreach (var name in Written(reference))
                    {
                        names[name] = names.TryGetValue(name, out var times) ? times + 1 : 1;
                    }
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Collect(item, key, ids, names);
                }

                break;
            case JsonObject o:
                foreach (var member in o)
                {
                    Collect(member.Value, member.Name, ids, names);
                }

                break;
        }
    }
}
