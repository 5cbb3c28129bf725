using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Validation;

namespace SigmaPS.Core.Reports;

/// <summary>What a team has decided about the rules: how much each matters to them, and what does not count, and why.</summary>
public sealed class RulePolicy
{
    private readonly IReadOnlyDictionary<string, IssueSeverity?> _severities;

    internal RulePolicy(
        IReadOnlyDictionary<string, IssueSeverity?> severities,
        IReadOnlyList<Suppression> suppressions,
        string? location = null)
    {
        _severities = severities;
        Suppressions = suppressions;
        Location = location;
    }

    /// <summary>The full path of the file; null where there is none.</summary>
    public string? Location { get; }

    internal IReadOnlyList<Suppression> Suppressions { get; }

    /// <summary>The functions that the organization defined for itself.</summary>
    public IReadOnlyCollection<string> CustomFunctions { get; init; } = Array.Empty<string>();

    /// <summary>Every rule as it comes.</summary>
    public static RulePolicy None { get; } = new(new Dictionary<string, IssueSeverity?>(), Array.Empty<Suppression>());

    /// <summary>Reads a file.</summary>
    /// <param name="path">The full path.</param>
    /// <returns>The decisions.</returns>
    /// <exception cref="SigmaEngineException">It cannot be read or is wrong.</exception>
    public static RulePolicy Read(string path) => RulesFile.Read(path);

    /// <summary>How much a rule matters; null where it is switched off.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>The severity or null.</returns>
    public IssueSeverity? Severity(SpecRule rule) => _severities.TryGetValue(rule.Id, out var severity) ? severity : rule.Severity;

    // A guess never blocks.
    private IssueSeverity Severity(SpecIssue issue) =>
        !_severities.TryGetValue(issue.RuleId, out var severity) || severity is not { } given ? issue.Severity
        : issue.IsInferred && given == IssueSeverity.Error ? IssueSeverity.Warning
        : given;

    /// <summary>Judges issues of one spec by the decisions.</summary>
    /// <param name="issues">What was found.</param>
    /// <param name="file">The spec's file; null where it has none.</param>
    /// <returns>The same issues, with severity and reason.</returns>
    public IReadOnlyList<ReportedIssue> Apply(IReadOnlyList<SpecIssue> issues, string? file) =>
        issues
            .Select(issue => new ReportedIssue(issue, file, Severity(issue))
            {
                // Each is asked, because each has to know whether it fits anything.
                Suppression = Suppressions.Where(suppression => suppression.Suppresses(issue, file)).ToList().FirstOrDefault()?.Reason,
            })
            .ToList();
}
