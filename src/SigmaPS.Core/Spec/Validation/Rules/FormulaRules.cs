using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Runs the formula checker over every formula of a spec.</summary>
internal static class FormulaRules
{
    /// <summary>The rules by what the checker finds.</summary>
    private static readonly IReadOnlyDictionary<FormulaRule, SpecRule> ByFinding = FormulaRuleList.All;

    public static readonly SpecCheck Check = new(Run, ByFinding.Values.ToArray());

    private static void Run(ValidationContext scene, IssueCollector sink)
    {
        foreach (var element in scene.Elements.Where(element => element.IsTable))
        {
            var names = new FormulaNameFacts(scene, element);
            CheckItems(scene, sink, element, "columns", names.Context(isMetric: false));
            CheckItems(scene, sink, element, "metrics", names.Context(isMetric: true));
        }
    }

    private static void CheckItems(ValidationContext scene, IssueCollector sink, ElementContext element, string list, FormulaContext context)
    {
        foreach (var formula in ElementIds.Objects(element.Json, list).Select(item => item["formula"]).OfType<JsonString>())
        {
            foreach (var finding in FormulaChecker.Check(scene.TreeOf(formula), context))
            {
                sink.Report(ByFinding[finding.Rule], formula, finding);
            }
        }
    }
}
