using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Api;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Spec.Files;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Spec.Yaml;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Judges specs wherever they come from; a text that cannot be read is an issue of its own.</summary>
public static class SpecInspection
{
    /// <summary>Judges a file.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="isOn">Which rules count; null for all.</param>
    /// <returns>Issues in document order, with lines.</returns>
    /// <exception cref="SigmaFaultException">The file cannot be opened.</exception>
    public static IReadOnlyList<SpecIssue> OfFile(string path, Func<SpecRule, bool>? isOn = null)
    {
        try
        {
            return OfText(SpecText.Read(path), SpecFile.FormatOf(path), isOn);
        }
        catch (SigmaFaultException e) when (e.Kind == FaultKind.InvalidSpec)
        {
            return Broken(e.Message, new TextPosition(1, 1), isOn);
        }
    }

    /// <summary>Judges a text.</summary>
    /// <param name="text">JSON or YAML.</param>
    /// <param name="format">Which of them.</param>
    /// <param name="isOn">Which rules count; null for all.</param>
    /// <returns>Issues in document order, with lines.</returns>
    public static IReadOnlyList<SpecIssue> OfText(string text, SpecFormat format, Func<SpecRule, bool>? isOn = null)
    {
        JsonValue root;
        try
        {
            root = format == SpecFormat.Yaml ? SpecYaml.Parse(text) : JsonTree.Parse(text);
        }
        catch (JsonSyntaxException e)
        {
            return Broken($"This is not valid {(format == SpecFormat.Yaml ? "YAML" : "JSON")}: {e.Problem}.", e.Position, isOn);
        }

        var issues = SpecValidator.Validate(root, isOn);
        Place(issues, text);
        return issues;
    }

    /// <summary>Gives issues of a tree that was read from a file their lines.</summary>
    /// <param name="issues">The issues; what stands nowhere in the text keeps no line.</param>
    /// <param name="path">The full path of the file.</param>
    /// <returns>The same issues.</returns>
    internal static IReadOnlyList<SpecIssue> PlaceInFile(IReadOnlyList<SpecIssue> issues, string path)
    {
        Place(issues, issues.Count > 0 ? SpecText.Read(path) : "");
        return issues;
    }

    private static void Place(IReadOnlyList<SpecIssue> issues, string text)
    {
        if (issues.Count > 0)
        {
            var lines = new LineMap(text);
            foreach (var issue in issues.Where(issue => issue.Offset >= 0))
            {
                issue.Position = lines.At(issue.Offset);
            }
        }
    }

    /// <summary>Judges a tree that came from an object, after what a write would put right by itself.</summary>
    /// <param name="root">The tree; changed where a list had lost its brackets.</param>
    /// <param name="isOn">Which rules count; null for all.</param>
    /// <returns>Issues in document order.</returns>
    public static IReadOnlyList<SpecIssue> OfTree(JsonValue root, Func<SpecRule, bool>? isOn = null)
    {
        try
        {
            if (root is JsonObject o)
            {
                SpecRepair.Apply(o);
            }
        }
        catch (SigmaFaultException e) when (e.Kind == FaultKind.SpecListIsNull)
        {
            // The list stays null, and the rules say so together with everything else.
            return SpecValidator.Validate(root, isOn);
        }

        return SpecValidator.Validate(root, isOn);
    }

    private static IReadOnlyList<SpecIssue> Broken(string message, TextPosition position, Func<SpecRule, bool>? isOn) => isOn is not null && !isOn(SpecRules.Syntax)
        ? Array.Empty<SpecIssue>()
        : new[] { new SpecIssue(SpecRules.Syntax.Id, SpecRules.Syntax.Severity, message) { Suggestion = "Mend the text at this place; nothing behind it was judged.", Identity = SpecRules.Syntax.Id, Position = position } };
}
