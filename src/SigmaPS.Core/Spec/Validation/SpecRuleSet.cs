using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>The one list of all rules.</summary>
public static class SpecRuleSet
{
    /// <summary>A text that is neither JSON nor YAML; found by the reader, before any check can run.</summary>
    public static readonly SpecRule Syntax = new("syntax", IssueSeverity.Error, "A spec is well-formed JSON or YAML.");

    private static readonly SpecCheck[] OnlineChecks =
    {
        UnknownResources.Check,
        UnknownTables.Check,
        UnknownModels.Check,
        RehearsalFindings.Check,
    };

    internal static readonly SpecCheck[] Checks = new[]
    {
        SchemaValidator.Check,
        WorkbookKeys.Check,
        DuplicateIds.Check,
        UnknownIds.Check,
        DanglingLayoutIds.Check,
        InvalidGroupings.Check,
        FormulaRules.Check,
        ElementCycles.Check,
        UnionColumnCounts.Check,
        UnknownSourceColumns.Check,
        InvalidControlIds.Check,
        UnknownParameterTargets.Check,
        SqlControlRanges.Check,
        WafRejectedText.Check,
        MissingDescriptions.Check,
        MissingMetricFormats.Check,
        UnusedColumns.Check,
    }.Concat(OnlineChecks).ToArray();

    /// <summary>All rules, in the order of the checks.</summary>
    public static IReadOnlyList<SpecRule> All { get; } = new[] { Syntax }.Concat(Checks.SelectMany(check => check.Rules)).ToList();

    /// <summary>Suggests rules for an unknown ID.</summary>
    /// <param name="id">The unknown ID.</param>
    /// <returns>The similar IDs first; all IDs if no ID is similar.</returns>
    public static IReadOnlyList<string> Suggest(string id)
    {
        var ids = All.Select(rule => rule.Id).ToList();
        var near = ids.Where(known => SpellingSuggestion.To(id, new[] { known }) is not null);
        var parts = id.ToLowerInvariant().Split('-').Where(part => part.Length > 3).ToList();
        var alike = ids.Where(known => parts.Exists(part => known.Contains(part)));
        var found = near.Concat(alike).Distinct().ToList();
        return found.Count > 0 ? found : ids;
    }

    /// <summary>Whether a rule needs facts of the organization.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>True for those of -Online.</returns>
    public static bool IsOnline(SpecRule rule) => OnlineChecks.Any(check => check.Rules.Contains(rule));

    /// <summary>Whether a rule needs a scratch model.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>True for those of -Rehearse.</returns>
    public static bool IsRehearsal(SpecRule rule) => IsRehearsal(rule.Id);

    /// <summary>Whether the rule of an ID needs a scratch model.</summary>
    /// <param name="id">The ID.</param>
    /// <returns>True for those of -Rehearse.</returns>
    public static bool IsRehearsal(string id) => RehearsalFindings.Check.Rules.Any(rule => rule.Id == id);
}
