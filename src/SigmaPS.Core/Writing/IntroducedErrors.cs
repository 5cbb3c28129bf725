using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Validation;

namespace SigmaPS.Core.Writing;

/// <summary>
/// The errors of a spec that is to be written, parted into those that the write brings in and those that are live already.
/// </summary>
internal sealed class IntroducedErrors
{
    private const int MostNamed = 10;

    private static readonly SpecIssue[] NoIssues = Array.Empty<SpecIssue>();

    private IntroducedErrors(
        IReadOnlyList<SpecIssue> introduced,
        IReadOnlyList<SpecIssue> preexisting,
        IReadOnlyList<SpecIssue>? doubts = null)
    {
        Introduced = introduced;
        Preexisting = preexisting;
        Doubts = doubts ?? NoIssues;
    }

    /// <summary>A gate that stands open.</summary>
    public static IntroducedErrors None { get; } = new(NoIssues, NoIssues);

    /// <summary>Errors that the write brings in.</summary>
    public IReadOnlyList<SpecIssue> Introduced { get; }

    /// <summary>Errors that are live already, as sentences: ten and a count.</summary>
    public IReadOnlyList<string> Warnings =>
        Preexisting
            .Take(MostNamed)
            .Select(issue => $"This error was live before and stays: {issue.Message}")
            .Concat(
                Preexisting.Count > MostNamed
                    ? new[]
                    {
                        $"{Preexisting.Count - MostNamed} more errors were live before and stay; Get-SigmaDataModelSpecIssue shows them.",
                    }
                    : Array.Empty<string>())
            .ToList();

    /// <summary>
    /// The unresolved references that the write adds and that depend on an inferred name, in one sentence; null where there is none.
    /// </summary>
    /// <param name="name">The model.</param>
    public string? Doubt(string name) => Doubts.Count == 0 ? null
        : $"This change adds {Doubts.Count} reference{(Doubts.Count == 1 ? "" : "s")} to \"{name}\" that may not resolve: "
            + string.Join(" ", Doubts.Take(MostNamed).Select(issue => issue.Message))
            + (Doubts.Count > MostNamed ? $" And {Doubts.Count - MostNamed} more." : "")
            + " An inferred name is involved, so this does not stop the write. Check the names in Sigma, or with Get-SigmaDataModelColumn.";

    private IReadOnlyList<SpecIssue> Preexisting { get; }

    private IReadOnlyList<SpecIssue> Doubts { get; }

    /// <summary>The gate of a model that is to be made: every error is brought in.</summary>
    /// <param name="issues">What was found in it.</param>
    /// <param name="allowedRules">The rules that stop nothing; null for none.</param>
    public static IntroducedErrors ForNewModel(IReadOnlyList<SpecIssue> issues, IReadOnlyCollection<string>? allowedRules = null) =>
        new(issues.Where(issue => issue.Severity == IssueSeverity.Error && !IsAllowed(issue, allowedRules)).ToList(), NoIssues);

    /// <summary>Judges a spec against what is live.</summary>
    public static IntroducedErrors ForEdit(
        SpecDocument edited,
        SpecDocument live,
        IReadOnlyCollection<string>? allowedRules = null,
        IReadOnlyCollection<string>? customFunctions = null)
    {
        var all = All(edited, customFunctions).Where(issue => !IsAllowed(issue, allowedRules)).ToList();
        var errors = all.Where(issue => issue.Severity == IssueSeverity.Error).ToList();
        var doubts = all.Where(IsDoubt).ToList();
        if (errors.Count + doubts.Count == 0)
        {
            return new IntroducedErrors(errors, NoIssues);
        }

        var old = All(live, customFunctions);
        var introduced = Introduce(errors, old.Where(issue => issue.Severity == IssueSeverity.Error).ToList());
        return new IntroducedErrors(
            errors.Where(introduced.Contains).ToList(),
            errors.Where(issue => !introduced.Contains(issue)).ToList(),
            Introduce(doubts, old.Where(issue => issue.RuleId == UnresolvedReferences.Unknown.Id).ToList()).ToList());
    }

    private static HashSet<SpecIssue> Introduce(IReadOnlyList<SpecIssue> errors, List<SpecIssue> before)
    {
        var introduced = new HashSet<SpecIssue>(errors);

        // By place first, then wherever in the same thing the place has moved to, then by names where the service has renewed an id.
        foreach (
            var key in new Func<SpecIssue, string>[]
            {
                issue => issue.Identity,
                issue => issue.Thing,
                issue => issue.RuleId + "\n" + string.Join("\n", issue.Names.Skip(1)) + "\n" + issue.Detail,
            })
        {
            Subtract(introduced, before, errors, key);
        }

        return introduced;
    }

    /// <summary>All that is brought in, as one error; null when there is nothing.</summary>
    /// <param name="name">The model.</param>
    /// <param name="id">Its id; null for a model that is to be made.</param>
    public SigmaEngineException? Refusal(string name, string? id)
    {
        if (Introduced.Count == 0)
        {
            return null;
        }

        var shown = Introduced.Take(MostNamed).Select(issue => issue.Message + (issue.Suggestion.Length > 0 ? " " + issue.Suggestion : ""));
        var rest = Introduced.Count > MostNamed ? $" And {Introduced.Count - MostNamed} more." : "";
        return new SigmaEngineException(
            ErrorCode.InvalidSpec,
            $"{(id is null ? $"The spec of \"{name}\" has" : $"This would bring into \"{name}\"")} {Introduced.Count} "
                + $"error{(Introduced.Count == 1 ? "" : "s")}: {string.Join(" ", shown)}{rest} Fix them, let a rule pass with -AllowIssue "
                + $"{string.Join(",", Introduced.Select(issue => issue.RuleId).Distinct().Take(MostNamed))}, or skip validation with "
                + "-SkipValidation."
        )
        {
            Target = id,
            Switch = "SkipValidation",
            Issues = Introduced,
        };
    }

    /// <summary>The errors of a spec.</summary>
    public static IReadOnlyList<SpecIssue> Errors(SpecDocument document, IReadOnlyCollection<string>? customFunctions = null) =>
        All(document, customFunctions).Where(issue => issue.Severity == IssueSeverity.Error).ToList();

    // The issues of the rules that can stop a write; one that depends on an inferred name is a warning.
    private static IReadOnlyList<SpecIssue> All(SpecDocument document, IReadOnlyCollection<string>? customFunctions) =>
        SpecValidator.Validate(document.Root, rule => rule.Severity == IssueSeverity.Error, customFunctions: customFunctions);

    private static bool IsDoubt(SpecIssue issue) => issue.IsInferred && issue.RuleId == UnresolvedReferences.Unknown.Id;

    private static bool IsAllowed(SpecIssue issue, IReadOnlyCollection<string>? allowedRules) =>
        allowedRules?.Contains(issue.RuleId) == true;

    // As often as a key stands on the live side, that often it is no news.
    private static void Subtract(
        HashSet<SpecIssue> introduced,
        List<SpecIssue> before,
        IReadOnlyList<SpecIssue> errors,
        Func<SpecIssue, string> key)
    {
        var left = before
            .GroupBy(key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new Queue<SpecIssue>(group), StringComparer.Ordinal);
        var met = new HashSet<SpecIssue>();
        foreach (var issue in errors)
        {
            if (introduced.Contains(issue) && left.TryGetValue(key(issue), out var same) && same.Count > 0)
            {
                met.Add(same.Dequeue());
                introduced.Remove(issue);
            }
        }

        before.RemoveAll(met.Contains);
    }
}
