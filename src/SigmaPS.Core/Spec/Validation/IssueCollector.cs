using System;
using System.Collections.Generic;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Collects the findings of the checks, except those of rules that are switched off.</summary>
/// <param name="isOn">Whether a rule is checked.</param>
/// <param name="isReplaced">Whether a release replaces a part of a text; null for a spec that is sent as it is.</param>
internal sealed class IssueCollector(Func<SpecRule, bool> isOn, Func<string, bool>? isReplaced)
{
    private readonly Func<SpecRule, bool> _isOn = isOn;
    private readonly Func<string, bool>? _isReplaced = isReplaced;

    public Dictionary<JsonValue, List<Finding>> Findings { get; } = new();

    public bool IsOn(SpecRule rule) => _isOn(rule);

    /// <summary>Reports a finding.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="at">The value that it concerns.</param>
    /// <param name="problem">The sentence without its subject and full stop.</param>
    /// <param name="suggestion">The next step as a sentence; it can be empty.</param>
    /// <param name="detail">Distinguishes it from others at the same location.</param>
    /// <param name="isInferred">Whether it depends on an inferred name: then it is at most a warning.</param>
    public void Report(SpecRule rule, JsonValue at, string problem, string suggestion = "", string detail = "", bool isInferred = false)
    {
        if (_isOn(rule))
        {
            Add(new Finding(rule, at, problem, suggestion, detail)
            {
                IsInferred = isInferred,
                Severity = isInferred && rule.Severity == IssueSeverity.Error ? IssueSeverity.Warning : rule.Severity,
            });
        }
    }

    /// <summary>Reports a finding about a part of a formula.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="formula">The formula.</param>
    /// <param name="part">The finding of the formula checker.</param>
    /// <param name="isInferred">Whether it depends on an inferred name: then it is at most a warning.</param>
    public void Report(SpecRule rule, JsonString formula, FormulaFinding part, bool isInferred = false)
    {
        if (_isOn(rule))
        {
            Add(new Finding(rule, formula, part.Problem, part.Advice, part.Detail)
            {
                Part = part,
                IsInferred = isInferred,
                Severity = isInferred && rule.Severity == IssueSeverity.Error ? IssueSeverity.Warning : rule.Severity,
            });
        }
    }

    private void Add(Finding finding)
    {
        // The release checks the text that it sends. A replacement gives another text and never another type.
        if (finding.Rule != SchemaValidator.WrongType && finding.At is JsonString text && _isReplaced?.Invoke(text.Value) == true)
        {
            return;
        }

        if (!Findings.TryGetValue(finding.At, out var list))
        {
            Findings.Add(finding.At, list = new List<Finding>(1));
        }

        list.Add(finding);
    }
}
