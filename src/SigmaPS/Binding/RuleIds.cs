using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Binding;

/// <summary>Validates rule IDs. The error for an unknown one suggests similar IDs.</summary>
internal static class RuleIds
{
    /// <summary>Validates the value of a parameter.</summary>
    /// <param name="given">The value; null if the parameter was not used.</param>
    /// <param name="parameter">The parameter's name.</param>
    public static IReadOnlyCollection<string> Read(string[]? given, string parameter) =>
        given is null ? Array.Empty<string>() : given.Select(id => Find(id, parameter)).Distinct().ToList();

    private static string Find(string? id, string parameter)
    {
        if (string.IsNullOrWhiteSpace(id))
        {
            throw BindingErrors.EmptyRule(parameter);
        }

        var known = Core.Spec.Validation.SpecRuleSet.All.Select(rule => rule.Id)
            .FirstOrDefault(rule => string.Equals(rule, id, StringComparison.OrdinalIgnoreCase));
        return known ?? throw BindingErrors.UnknownRule(parameter, id!, Core.Spec.Validation.SpecRuleSet.Suggest(id!));
    }
}
