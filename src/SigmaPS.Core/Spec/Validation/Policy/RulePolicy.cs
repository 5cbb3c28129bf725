using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using SigmaPS.Core.Api;
using SigmaPS.Core.Spec.Validation.Reports;

namespace SigmaPS.Core.Spec.Validation.Policy;

/// <summary>What a team has decided about the rules: how much each matters to them, and what does not count, and why.</summary>
public sealed class RulePolicy
{
    private readonly IReadOnlyDictionary<string, IssueSeverity?> _severities;
    private readonly IReadOnlyList<Suppression> _suppressions;

    internal RulePolicy(IReadOnlyDictionary<string, IssueSeverity?> severities, IReadOnlyList<Suppression> suppressions)
    {
        _severities = severities;
        _suppressions = suppressions;
    }

    /// <summary>Every rule as it comes.</summary>
    public static RulePolicy None { get; } = new(new Dictionary<string, IssueSeverity?>(), Array.Empty<Suppression>());

    /// <summary>Reads a file.</summary>
    /// <param name="path">The full path.</param>
    /// <returns>The decisions.</returns>
    /// <exception cref="SigmaFaultException">It cannot be read or is wrong.</exception>
    public static RulePolicy Read(string path) => RulesFile.Read(path);

    /// <summary>How much a rule matters; null where it is switched off.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>The severity or null.</returns>
    public IssueSeverity? Severity(SpecRule rule) => _severities.TryGetValue(rule.Id, out var severity) ? severity : rule.Severity;

    /// <summary>Judges issues of one spec by the decisions.</summary>
    /// <param name="issues">What was found.</param>
    /// <param name="file">The spec's file; null where it has none.</param>
    /// <returns>The same issues, with severity and reason.</returns>
    public IReadOnlyList<ReportedIssue> Apply(IReadOnlyList<SpecIssue> issues, string? file) => issues.Select(issue => new ReportedIssue(issue, file, _severities.TryGetValue(issue.RuleId, out var severity) && severity is { } said ? said : issue.Severity)
    {
        Suppression = _suppressions.FirstOrDefault(suppression => suppression.Fits(issue, file))?.Reason,
    }).ToList();
}

/// <summary>Issues that do not count, and why.</summary>
internal sealed class Suppression
{
    private readonly string _rule;
    private readonly IReadOnlyList<string> _names;
    private readonly Regex? _file;
    private readonly string _folder;

    public Suppression(string rule, string reason, IReadOnlyList<string> names, string? file, string folder)
    {
        _rule = rule;
        Reason = reason;
        _names = names;
        _file = file is null ? null : new Regex("^" + Regex.Escape(file.Replace('\\', '/')).Replace(@"\*", ".*") + "$", RegexOptions.CultureInvariant | (Path.DirectorySeparatorChar == '\\' ? RegexOptions.IgnoreCase : RegexOptions.None));
        _folder = folder;
    }

    /// <summary>The reason, in the team's words.</summary>
    public string Reason { get; }

    /// <summary>Whether an issue is meant: the rule's, in the file, with these names on its way down, in this order.</summary>
    public bool Fits(SpecIssue issue, string? file)
    {
        if (issue.RuleId != _rule || (_file is not null && (file is null || !_file.IsMatch(new ReportPaths(_folder).Shown(file)))))
        {
            return false;
        }

        var at = 0;
        foreach (var name in issue.Names)
        {
            at += at < _names.Count && _names[at] == name ? 1 : 0;
        }

        return at == _names.Count;
    }
}
