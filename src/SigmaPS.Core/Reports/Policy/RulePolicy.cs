using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Validation;

namespace SigmaPS.Core.Reports;

/// <summary>The decisions of a team about the rules: the severity of each rule, and the issues to ignore, with reasons.</summary>
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

    /// <summary>The full path of the file; null without one.</summary>
    public string? Location { get; }

    internal IReadOnlyList<Suppression> Suppressions { get; }

    /// <summary>The functions that the organization defined for itself.</summary>
    public IReadOnlyCollection<string> CustomFunctions { get; init; } = Array.Empty<string>();

    /// <summary>No decisions: every rule has its own severity.</summary>
    public static RulePolicy None { get; } = new(new Dictionary<string, IssueSeverity?>(), Array.Empty<Suppression>());

    /// <summary>Reads a file.</summary>
    /// <param name="path">The full path.</param>
    /// <returns>The decisions.</returns>
    /// <exception cref="SigmaEngineException">The file cannot be read or has mistakes.</exception>
    public static RulePolicy Read(string path) => RulesFile.Read(path);

    /// <summary>The severity of a rule; null if it is switched off.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>The severity or null.</returns>
    public IssueSeverity? Severity(SpecRule rule) => _severities.TryGetValue(rule.Id, out var severity) ? severity : rule.Severity;

    // A guess never blocks.
    private IssueSeverity Severity(SpecIssue issue) =>
        !_severities.TryGetValue(issue.RuleId, out var severity) || severity is not { } given ? issue.Severity
        : issue.IsInferred && given == IssueSeverity.Error ? IssueSeverity.Warning
        : given;

    /// <summary>Applies the decisions to the issues of one spec.</summary>
    /// <param name="issues">The issues.</param>
    /// <param name="file">The spec's file; null without one.</param>
    /// <returns>The same issues, with severity and reason.</returns>
    public IReadOnlyList<ReportedIssue> Apply(IReadOnlyList<SpecIssue> issues, string? file) =>
        issues
            .Select(issue => new ReportedIssue(issue, file, Severity(issue))
            {
                // Test every suppression, because each one records whether it was used.
                Suppression = Suppressions.Where(suppression => suppression.Suppresses(issue, file)).ToList().FirstOrDefault()?.Reason,
            })
            .ToList();
}
