using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace SigmaPS.Binding;

/// <summary>Selects rules by name or pattern. A name without a match is an error, because a typo would disable every rule.</summary>
internal sealed class RuleFilter
{
    private readonly HashSet<string> _rules;
    private readonly SpecIssueSeverity[]? _severities;

    public RuleFilter(string[]? include, string[]? exclude, SpecIssueSeverity[]? severities)
    {
        var chosen = include is null ? Core.Spec.Validation.SpecRuleSet.All.Select(rule => rule.Id) : include.SelectMany(Named);
        _rules = new HashSet<string>(chosen, StringComparer.Ordinal);
        _rules.ExceptWith((exclude ?? Array.Empty<string>()).SelectMany(Named));
        _severities = severities;
    }

    /// <summary>Whether a rule can give an issue that is wanted. An error that depends on an inferred name is a warning.</summary>
    public bool Takes(Core.Spec.Validation.SpecRule rule, SpecIssueSeverity severity) => _rules.Contains(rule.Id)
        && (Takes(severity) || (severity == SpecIssueSeverity.Error && Takes(SpecIssueSeverity.Warning)));

    /// <summary>Whether issues of a severity are wanted.</summary>
    public bool Takes(SpecIssueSeverity severity) => _severities?.Contains(severity) != false;

    private static IEnumerable<string> Named(string name)
    {
        List<string> found;
        try
        {
            var pattern = InvariantPattern.Create(name);
            found = Core.Spec.Validation.SpecRuleSet.All.Select(rule => rule.Id).Where(pattern.IsMatch).ToList();
        }
        catch (WildcardPatternException e)
        {
            throw BindingErrors.InvalidRulePattern(name, e);
        }

        if (found.Count > 0)
        {
            return found;
        }

        throw BindingErrors.NoRuleMatches(name, Core.Spec.Validation.SpecRuleSet.All.Select(rule => rule.Id));
    }
}
