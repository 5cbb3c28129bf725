using System;
using System.Collections.Generic;
using SigmaPS.Core.Spec.Json;
using YamlDotNet.Core;

namespace SigmaPS.Core.Spec.Yaml;

/// <summary>Converts the scanner's errors: the library's own message with its position in the text.</summary>
internal static class YamlErrors
{
    /// <summary>Whether an exception means that the text is not valid YAML. The scanner also throws some exceptions of the
    /// framework.</summary>
    /// <param name="e">The exception.</param>
    public static bool IsFault(Exception e) =>
        e
            is YamlException
                or InvalidOperationException
                or ArgumentException
                or IndexOutOfRangeException
                or KeyNotFoundException
                or FormatException
                or OverflowException
                or InvalidCastException
                or NullReferenceException;

    /// <summary>Creates the error.</summary>
    /// <param name="e">The exception.</param>
    /// <param name="reached">The last position that the scanner has read.</param>
    /// <param name="source">The text.</param>
    /// <returns>The error, with the library's position.</returns>
    public static JsonSyntaxException Explain(Exception e, Mark reached, YamlSource source) =>
        e is YamlException known
            ? Explain(known.Message.TrimEnd('.'), known.End.Index == 0 ? reached.Index : known.Start.Index, source)
            : source.Error("Check the indentation and the quotes", reached.Index);

    // The parser's sentence about a tab is about its own rules; a person needs to know which character to replace.
    private static JsonSyntaxException Explain(string message, long at, YamlSource source) => source.Error(
        source.IsIndentedWithTab(at)
            ? "The line is indented with a tab, not with blanks"
            : $"Check the indentation and the quotes: the parser reports \"{message}\"",
        at);
}
