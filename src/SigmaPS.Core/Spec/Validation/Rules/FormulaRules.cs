using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Reads every formula of a spec once, and runs the formula checker and the check of its references on it.</summary>
/// <remarks>
/// A tree is dropped after its formula, because ten thousands of trees cost more time in the garbage collector than in the parser.
/// </remarks>
internal sealed class FormulaRules
{
    /// <summary>The rules by what the checker finds.</summary>
    private static readonly IReadOnlyDictionary<FormulaRule, SpecRule> ByFinding = FormulaRuleList.All;
    private static readonly SpecRule[] OfFormulas = ByFinding.Values.ToArray();

    public static readonly SpecCheck Check = new(
        (scene, sink) => new FormulaRules(scene, sink).Run(),
        OfFormulas.Concat(UnresolvedReferences.Rules).ToArray());

    private readonly ValidationContext _scene;
    private readonly IssueCollector _sink;
    private readonly bool _checksFormulas;
    private readonly UnresolvedReferences? _references;

    private FormulaRules(ValidationContext scene, IssueCollector sink)
    {
        _scene = scene;
        _sink = sink;
        _checksFormulas = Array.Exists(OfFormulas, sink.IsOn);

        // Part of a document can refer to items that are not in it, so only a complete one is checked.
        _references =
            scene.Model is not null && Array.Exists(UnresolvedReferences.Rules, sink.IsOn) ? new UnresolvedReferences(scene, sink) : null;
    }

    private void Run()
    {
        foreach (var element in _scene.Elements.Where(element => !element.IsControl))
        {
            var names = new FormulaNameFacts(_scene, element);
            CheckItems(element, "columns", names.Context(isMetric: false));
            CheckItems(element, "metrics", names.Context(isMetric: true));
        }

        _references?.CheckCycles();
    }

    private void CheckItems(ElementContext element, string list, FormulaContext context)
    {
        var scope = _references is null ? null : _scene.ScopeOf(element.Json);
        foreach (var item in ElementIds.Objects(element.Json, list))
        {
            if (item["formula"] is JsonString formula)
            {
                var tree = FormulaParser.Parse(formula.Value);
                if (_checksFormulas && element.IsTable)
                {
                    CheckFormula(formula, tree, context);
                }

                if (scope is not null)
                {
                    _references!.CheckFormula(scope, item, formula, tree);
                }
            }
        }
    }

    private void CheckFormula(JsonString formula, FormulaTree tree, FormulaContext context)
    {
        foreach (var finding in FormulaChecker.Check(tree, context))
        {
            _sink.Report(ByFinding[finding.Rule], formula, finding);
        }
    }
}
