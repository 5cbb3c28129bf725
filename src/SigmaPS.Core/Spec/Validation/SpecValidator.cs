using System;
using System.Collections.Generic;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Judges a spec offline: one walk for the shape, one for each rule, all linear in its size.</summary>
public static class SpecValidator
{
    /// <summary>Finds everything that is wrong.</summary>
    /// <param name="document">A complete representation.</param>
    /// <param name="isOn">Which rules count; null for all.</param>
    /// <returns>Issues in document order.</returns>
    public static IReadOnlyList<SpecIssue> Validate(SpecDocument document, Func<SpecRule, bool>? isOn = null) =>
        Validate(document.Root, isOn);

    /// <summary>Finds everything that is wrong with a value that need not be a complete representation.</summary>
    /// <param name="root">Any JSON.</param>
    /// <param name="isOn">Which rules count; null for all.</param>
    /// <param name="facts">What the organisation knows of what it refers to; null to judge offline.</param>
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
