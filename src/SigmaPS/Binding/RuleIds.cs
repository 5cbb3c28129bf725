using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Binding;

/// <summary>Validates rule IDs. The error for an unknown one suggests similar IDs.</summary>
internal static class RuleIds
{
    private const int MostNamed = 10;

    /// <summary>Validates the value of a parameter.</summary>
    /// <param name="given">The value; null if the parameter was not used.</param>
    /// <param name="parameter">The parameter's name.</param>
    public static IReadOnlyCollection<string> Read(string[]? given, string parameter) =>
        given is null ? Array.Empty<string>() : given.Select(id => Find(id, parameter)).Distinct().ToList();

    private static string Find(string? id, string parameter)
    {
        if (string.IsNullOrWhiteSpace(id))
        {
            throw Error($"-{parameter} has an empty rule ID. Specify the ID of a rule, for example formula-syntax.");
        }

        var known = Core.Spec.Validation.SpecRuleSet.All.Select(rule => rule.Id)
            .FirstOrDefault(rule => string.Equals(rule, id, StringComparison.OrdinalIgnoreCase));
        if (known is not null)
        {
            return known;
        }

        var near = Core.Spec.Validation.SpecRuleSet.Suggest(id!);
        var names = string.Join(", ", near.Take(MostNamed));
        throw Error($"-{parameter} '{id}' is not the ID of a rule. " + (near.Count > MostNamed
            ? $"Existing rules ({near.Count}): {names} and {near.Count - MostNamed} more."
            : $"Did you mean {names}?"));
    }

    private static Core.Diagnostics.SigmaEngineException Error(string message) => new(Core.Diagnostics.ErrorCode.InvalidArgument, message);
}
