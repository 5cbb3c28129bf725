using System;
using System.Collections.Generic;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Validates a spec: one walk for the schema, one per check, all linear in its size.</summary>
public static class SpecValidator
{
    /// <summary>Finds all issues of a spec.</summary>
    /// <param name="document">A complete spec.</param>
    /// <param name="isOn">Whether a rule is checked; null for all rules.</param>
    /// <returns>Issues in document order.</returns>
    public static IReadOnlyList<SpecIssue> Validate(SpecDocument document, Func<SpecRule, bool>? isOn = null) =>
        Validate(document.Root, isOn);

    /// <summary>Finds all issues of a value, which need not be a complete spec.</summary>
    /// <param name="root">Any JSON.</param>
    /// <param name="isOn">Whether a rule is checked; null for all rules.</param>
    /// <param name="facts">The facts of the organization about the items that the spec refers to; null offline.</param>
    /// <param name="customFunctions">The functions that the organization defined for itself; null for none.</param>
    /// <param name="isReplaced">Whether a release replaces a part of a text, so that only the release can check it; null for none.</param>
    /// <returns>Issues in document order.</returns>
    public static IReadOnlyList<SpecIssue> Validate(
        JsonValue root,
        Func<SpecRule, bool>? isOn = null,
        OnlineFacts? facts = null,
        IReadOnlyCollection<string>? customFunctions = null,
        Func<string, bool>? isReplaced = null)
    {
        var scene = new ValidationContext(root) { Facts = facts, CustomFunctions = customFunctions ?? Array.Empty<string>() };
        var sink = new IssueCollector(isOn ?? (_ => true), isReplaced);
        foreach (var check in SpecRuleSet.Checks)
        {
            if (Array.Exists(check.Rules, sink.IsOn))
            {
                check.Run(scene, sink);
            }
        }

        return IssueLocator.Find(scene, sink.Findings);
    }
}
