using System;
using System.Collections.Generic;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Spec.Yaml;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>A spec after parsing and before validation. A text that cannot be parsed is one issue.</summary>
public sealed class ParsedSpec
{
    private readonly string? _text;
    private readonly SpecIssue? _broken;

    private ParsedSpec(JsonValue? root, string? text, SpecIssue? broken)
    {
        if (root is JsonObject spec)
        {
            EditorSchema.Take(spec);
        }

        Root = root;
        _text = text;
        _broken = broken;
    }

    /// <summary>The tree; null for a text that cannot be parsed.</summary>
    public JsonValue? Root { get; }

    /// <summary>Parses a text.</summary>
    /// <param name="text">JSON or YAML.</param>
    /// <param name="format">The format.</param>
    /// <returns>The parsed spec.</returns>
    public static ParsedSpec Parse(string text, SpecFormat format)
    {
        try
        {
            return new ParsedSpec(format == SpecFormat.Yaml ? SpecYaml.Parse(text) : JsonTree.Parse(text), text, null);
        }
        catch (JsonSyntaxException e)
        {
            var expected = format == SpecFormat.Yaml ? "YAML" : "JSON";
            return Broken($"This is not valid {expected}: {e.Problem}.", e.Position);
        }
    }

    /// <summary>Takes the tree of an object, with the corrections that a write makes by itself.</summary>
    /// <param name="root">The tree; lists that lost their brackets are corrected in place.</param>
    /// <returns>The parsed spec.</returns>
    public static ParsedSpec FromTree(JsonValue root)
    {
        try
        {
            if (root is JsonObject o)
            {
                ListNormalizer.Apply(o);
            }
        }
        catch (SigmaEngineException e) when (e.Kind == ErrorCode.SpecListIsNull)
        {
            // The list stays null, and the rules report it with all other issues.
            return new ParsedSpec(root, null, null);
        }

        return new ParsedSpec(root, null, null);
    }

    /// <summary>Creates the issue of a text that cannot be read.</summary>
    /// <param name="message">The reason.</param>
    /// <returns>The parsed spec.</returns>
    public static ParsedSpec Unreadable(string message) => Broken(message, new TextPosition(1, 1));

    /// <summary>Validates the spec.</summary>
    /// <param name="isOn">Whether a rule is checked; null for all rules.</param>
    /// <param name="facts">The facts of the organization about the items that the spec refers to; null offline.</param>
    /// <param name="customFunctions">The functions that the organization defined for itself; null for none.</param>
    /// <param name="isReplaced">Whether a release replaces a part of a text, so that only the release can check it; null for none.</param>
    /// <returns>Issues in document order, with lines if there is a text.</returns>
    public IReadOnlyList<SpecIssue> Validate(
        Func<SpecRule, bool>? isOn = null,
        OnlineFacts? facts = null,
        IReadOnlyCollection<string>? customFunctions = null,
        Func<string, bool>? isReplaced = null)
    {
        if (_broken is not null)
        {
            return isOn is not null && !isOn(SpecRuleSet.Syntax) ? Array.Empty<SpecIssue>() : new[] { _broken };
        }

        var issues = SpecValidator.Validate(Root!, isOn, facts, customFunctions, isReplaced);
        if (_text is not null)
        {
            SpecTextValidator.Place(issues, _text);
        }

        return issues;
    }

    private static ParsedSpec Broken(string message, TextPosition position) =>
        new(
            null,
            null,
            new SpecIssue(SpecRuleSet.Syntax.Id, SpecRuleSet.Syntax.Severity, message)
            {
                Suggestion = "Correct the text at this position; the text after it was not validated.",
                Identity = SpecRuleSet.Syntax.Id,
                Thing = SpecRuleSet.Syntax.Id,
                Position = position,
            });
}
