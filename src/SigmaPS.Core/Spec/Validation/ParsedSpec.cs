using System;
using System.Collections.Generic;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Spec.Yaml;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>A spec as it was read, before it is judged; a text that cannot be read is an issue of its own.</summary>
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

    /// <summary>What was read; null for a text that cannot be read.</summary>
    public JsonValue? Root { get; }

    /// <summary>Reads a text.</summary>
    /// <param name="text">JSON or YAML.</param>
    /// <param name="format">Which of them.</param>
    /// <returns>The reading.</returns>
    public static ParsedSpec Parse(string text, SpecFormat format)
    {
        try
        {
            return new ParsedSpec(format == SpecFormat.Yaml ? SpecYaml.Parse(text) : JsonTree.Parse(text), text, null);
        }
        catch (JsonSyntaxException e)
        {
            return Broken($"This is not valid {(format == SpecFormat.Yaml ? "YAML" : "JSON")}: {e.Problem}.", e.Position);
        }
    }

    /// <summary>Takes a tree that came from an object, after what a write would put right by itself.</summary>
    /// <param name="root">The tree; changed where a list had lost its brackets.</param>
    /// <returns>The reading.</returns>
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
            // The list stays null, and the rules say so together with everything else.
            return new ParsedSpec(root, null, null);
        }

        return new ParsedSpec(root, null, null);
    }

    /// <summary>Stands for a text that cannot be had: an issue of its own.</summary>
    /// <param name="message">Why.</param>
    /// <returns>The reading.</returns>
    public static ParsedSpec Unreadable(string message) => Broken(message, new TextPosition(1, 1));

    /// <summary>Judges it.</summary>
    /// <param name="isOn">Which rules count; null for all.</param>
    /// <param name="facts">What the organisation knows of what it refers to; null to judge offline.</param>
    /// <param name="customFunctions">The functions that the organization defined for itself; null for none.</param>
    /// <param name="isReplaced">Whether a release replaces a part of a text, so that only the release can check it; null for none.</param>
    /// <returns>Issues in document order, with lines where there is a text.</returns>
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
                Suggestion = "Mend the text at this place; nothing behind it was judged.",
                Identity = SpecRuleSet.Syntax.Id,
                Thing = SpecRuleSet.Syntax.Id,
                Position = position,
            });
}
