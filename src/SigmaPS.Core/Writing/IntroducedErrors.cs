using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Validation;

namespace SigmaPS.Core.Writing;

/// <summary>
/// The errors of a spec before a write: those that the write adds, and those that the live model has already.
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

    /// <summary>No errors.</summary>
    public static IntroducedErrors None { get; } = new(NoIssues, NoIssues);

    /// <summary>Errors that the write adds.</summary>
    public IReadOnlyList<SpecIssue> Introduced { get; }

    /// <summary>Errors that the live model has already, as sentences: ten and a count.</summary>
    public IReadOnlyList<string> Warnings =>
        Preexisting
            .Take(MostNamed)
            .Select(issue => $"The live model has this error already: {issue.Message}")
            .Concat(
                Preexisting.Count > MostNamed
                    ? new[]
                    {
                        $"The live model has {Preexisting.Count - MostNamed} more of these errors. To list them, run "
                            + "Get-SigmaDataModelSpecIssue.",
                    }
                    : Array.Empty<string>())
            .ToList();

    /// <summary>
    /// One sentence about the unresolved references that the write adds and that depend on an inferred name; null without any.
    /// </summary>
    /// <param name="name">The model.</param>
    public string? Doubt(string name) => Doubts.Count == 0 ? null
        : $"This change adds {Doubts.Count} reference{Wording.Plural(Doubts.Count)} to \"{name}\" that may not resolve: "
            + string.Join(" ", Doubts.Take(MostNamed).Select(issue => issue.Message))
            + (Doubts.Count > MostNamed ? $" And {Doubts.Count - MostNamed} more." : "")
            + " An inferred name is involved, so this does not stop the write. Check the names in Sigma, or with Get-SigmaDataModelColumn.";

    private IReadOnlyList<SpecIssue> Preexisting { get; }

    private IReadOnlyList<SpecIssue> Doubts { get; }

    /// <summary>The errors of a new model, all of which the write adds.</summary>
    /// <param name="issues">The issues of the spec.</param>
    /// <param name="allowedRules">The rules whose errors do not stop the write; null for none.</param>
    public static IntroducedErrors ForNewModel(IReadOnlyList<SpecIssue> issues, IReadOnlyCollection<string>? allowedRules = null) =>
        new(issues.Where(issue => issue.Severity == IssueSeverity.Error && !IsAllowed(issue, allowedRules)).ToList(), NoIssues);

    /// <summary>Validates a spec and compares its errors with those of the live model.</summary>
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

        // Match by location first, then by item if its location changed, then by names if Sigma reassigned an ID.
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

    /// <summary>One error about all added errors; null without any.</summary>
    /// <param name="name">The name of the model.</param>
    /// <param name="id">The UUID; null for a new model.</param>
    public SigmaEngineException? Refusal(string name, string? id)
    {
        if (Introduced.Count == 0)
        {
            return null;
        }

        var shown = Introduced.Take(MostNamed).Select(issue => issue.Message + (issue.Suggestion.Length > 0 ? " " + issue.Suggestion : ""));
        var rest = Introduced.Count > MostNamed ? $" And {Introduced.Count - MostNamed} more." : "";
        var count = $"{Introduced.Count} error{Wording.Plural(Introduced.Count)}";
        var rules = string.Join(",", Introduced.Select(issue => issue.RuleId).Distinct().Take(MostNamed));
        return new SigmaEngineException(
            ErrorCode.InvalidSpec,
            (id is null ? $"The spec of \"{name}\" has {count}" : $"This change adds {count} to \"{name}\" ({id})")
                + $": {string.Join(" ", shown)}{rest} Fix them, ignore rules with -AllowIssue {rules}, or skip validation with "
                + "-SkipValidation.")
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

    // Multiset difference: each live issue excuses one new issue with the same key.
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
