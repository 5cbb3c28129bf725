using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Validation;

namespace SigmaPS.Core.Writing;

/// <summary>The errors of a spec that is to be written, parted into those that the write brings in and those that are live already.</summary>
internal sealed class IntroducedErrors
{
    private const int MostNamed = 10;

    private static readonly SpecIssue[] None = Array.Empty<SpecIssue>();

    private IntroducedErrors(IReadOnlyList<SpecIssue> brought, IReadOnlyList<SpecIssue> known)
    {
        Brought = brought;
        Known = known;
    }

    /// <summary>A gate that stands open.</summary>
    public static IntroducedErrors Open { get; } = new(None, None);

    /// <summary>Errors that the write brings in.</summary>
    public IReadOnlyList<SpecIssue> Brought { get; }

    /// <summary>Errors that are live already, as sentences: ten and a count.</summary>
    public IReadOnlyList<string> Warnings => Known.Take(MostNamed).Select(issue => $"This error was live before and stays: {issue.Message}")
        .Concat(Known.Count > MostNamed ? new[] { $"{Known.Count - MostNamed} more errors were live before and stay; Get-SigmaDataModelSpecIssue shows them." } : Array.Empty<string>()).ToList();

    private IReadOnlyList<SpecIssue> Known { get; }

    /// <summary>The gate of a model that is to be made: every error is brought in.</summary>
    /// <param name="issues">What was found in it.</param>
    /// <param name="allowedRules">The rules that stop nothing; null for none.</param>
    public static IntroducedErrors OfNew(IReadOnlyList<SpecIssue> issues, IReadOnlyCollection<string>? allowedRules = null) =>
        new(issues.Where(issue => issue.Severity == IssueSeverity.Error && !IsAllowed(issue, allowedRules)).ToList(), None);

    /// <summary>Judges a spec against what is live.</summary>
    public static IntroducedErrors Of(
        SpecDocument edited,
        SpecDocument live,
        IReadOnlyCollection<string>? allowedRules = null,
        IReadOnlyCollection<string>? customFunctions = null)
    {
        var errors = Errors(edited, customFunctions).Where(issue => !IsAllowed(issue, allowedRules)).ToList();
        if (errors.Count == 0)
        {
            return new IntroducedErrors(errors, None);
        }

        var brought = new HashSet<SpecIssue>(errors);
        var before = Errors(live, customFunctions).ToList();

        // By place first, then wherever in the same thing the place has moved to, then by names where the service has renewed an id.
        foreach (var key in new Func<SpecIssue, string>[] { issue => issue.Identity, issue => issue.Thing, issue => issue.RuleId + "\n" + string.Join("\n", issue.Names.Skip(1)) + "\n" + issue.Detail })
        {
            TakeOut(brought, before, errors, key);
        }

        return new IntroducedErrors(errors.Where(brought.Contains).ToList(), errors.Where(issue => !brought.Contains(issue)).ToList());
    }

    /// <summary>All that is brought in, as one error; null when there is nothing.</summary>
    /// <param name="name">The model.</param>
    /// <param name="id">Its id; null for a model that is to be made.</param>
    public SigmaEngineException? Refusal(string name, string? id)
    {
        if (Brought.Count == 0)
        {
            return null;
        }

        var shown = Brought.Take(MostNamed).Select(issue => issue.Message + (issue.Suggestion.Length > 0 ? " " + issue.Suggestion : ""));
        var rest = Brought.Count > MostNamed ? $" And {Brought.Count - MostNamed} more." : "";
        return new SigmaEngineException(ErrorCode.InvalidSpec, $"{(id is null ? $"The spec of \"{name}\" has" : $"This would bring into \"{name}\"")} {Brought.Count} error{(Brought.Count == 1 ? "" : "s")}: {string.Join(" ", shown)}{rest} Fix them, let a rule pass with -AllowIssue {string.Join(",", Brought.Select(issue => issue.RuleId).Distinct().Take(MostNamed))}, or skip validation with -SkipValidation.")
        {
            Target = id,
            Switch = "SkipValidation",
            Issues = Brought,
        };
    }

    /// <summary>The errors of a spec.</summary>
    public static IReadOnlyList<SpecIssue> Errors(SpecDocument document, IReadOnlyCollection<string>? customFunctions = null) =>
        SpecValidator.Validate(document.Root, rule => rule.Severity == IssueSeverity.Error, customFunctions: customFunctions)
            .Where(issue => issue.Severity == IssueSeverity.Error).ToList();

    private static bool IsAllowed(SpecIssue issue, IReadOnlyCollection<string>? allowedRules) =>
        allowedRules?.Contains(issue.RuleId) == true;

    // As often as a key stands on the live side, that often it is no news.
    private static void TakeOut(HashSet<SpecIssue> brought, List<SpecIssue> before, IReadOnlyList<SpecIssue> errors, Func<SpecIssue, string> key)
    {
        var left = before.GroupBy(key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => new Queue<SpecIssue>(group), StringComparer.Ordinal);
        var met = new HashSet<SpecIssue>();
        foreach (var issue in errors)
        {
            if (brought.Contains(issue) && left.TryGetValue(key(issue), out var same) && same.Count > 0)
            {
                met.Add(same.Dequeue());
                brought.Remove(issue);
            }
        }

        before.RemoveAll(met.Contains);
    }
}
