using System;
using System.Collections.Generic;
using SigmaPS.Core.Spec.Json;
using YamlDotNet.Core;

namespace SigmaPS.Core.Spec.Yaml;

/// <summary>The scanner's complaints as sentences for a person, each with its place.</summary>
internal static class YamlErrors
{
    // Part of the scanner's message, whether the place is where the trouble begins, and what to say.
    private static readonly (string Part, bool AtStart, string Problem)[] Known =
    {
        ("quoted scalar, found unexpected end", true, "This string has no closing quote"),
        ("found wrong indentation", true, "This string has no closing quote, or its next line is not indented"),
        ("unexpected document indicator", true, "This string has no closing quote before the document ends"),
        ("unknown escape", false, "This backslash escapes nothing that YAML knows; write \\\\ for a backslash, or use single quotes"),
        ("expected hexadecimal", false, "\\x, \\u and \\U must be followed by two, four and eight hexadecimal digits"),
        ("invalid tab", false, "A tab indents this line; YAML indents with spaces"),
        ("a tab character", false, "A tab indents this line; YAML indents with spaces"),
        ("found invalid mapping", false, "A ':' with a space stands inside text without quotes; put the text in quotes"),
        ("Mapping values are not allowed", false, "A ':' with a space stands where no name can be; put the text in quotes or look at the indentation"),
        ("could not find expected ':'", false, "Expected a name with ':' here; look at the indentation and the quotes"),
        ("did not find expected key", true, "Expected a name with ':' here; look at the indentation and the quotes"),
        ("did not find expected '-' indicator", true, "Expected an item with '-' here; look at the indentation"),
        ("did not find expected ',' or", true, "Expected ',' or the closing bracket here"),
        ("did not find expected node content", true, "Expected a value here"),
        ("cannot start any token", true, "No value can begin with this character; put the text in quotes"),
    };

    /// <summary>Whether an exception comes from YAML that is none; besides its own type the scanner lets a few of the framework's escape.</summary>
    public static bool IsFault(Exception e) =>
        e is YamlException or InvalidOperationException or ArgumentException or IndexOutOfRangeException or KeyNotFoundException or FormatException or OverflowException or InvalidCastException or NullReferenceException;

    /// <summary>Says it in plain words.</summary>
    /// <param name="e">The complaint.</param>
    /// <param name="reached">How far the scanner has read.</param>
    /// <param name="source">The text.</param>
    /// <returns>The error.</returns>
    public static JsonSyntaxException Explain(Exception e, Mark reached, YamlSource source)
    {
        if (e is not YamlException { Message: var message } fault)
        {
            return source.Error("This is no YAML; look at the indentation and the quotes", reached.Index);
        }

        foreach (var (part, atStart, problem) in Known)
        {
            if (message.IndexOf(part, StringComparison.Ordinal) >= 0)
            {
                return source.Error(problem, Place(fault, atStart, reached));
            }
        }

        return source.Error("This is no YAML: " + message.TrimEnd('.'), Place(fault, atStart: true, reached));
    }

    private static long Place(YamlException e, bool atStart, Mark reached) => e.End.Index == 0 ? reached.Index : atStart ? e.Start.Index : e.End.Index;
}
