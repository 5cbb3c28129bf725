using System;
using System.Collections.Generic;
using SigmaPS.Core.Spec.Json;
using YamlDotNet.Core;

namespace SigmaPS.Core.Spec.Yaml;

/// <summary>The scanner's errors as errors of ours: the library's own words, at their place in the text.</summary>
internal static class YamlErrors
{
    /// <summary>Whether an exception means that the text is not valid YAML; besides its own type the scanner lets a few of the framework's escape.</summary>
    /// <param name="e">The exception.</param>
    public static bool IsFault(Exception e) =>
        e is YamlException or InvalidOperationException or ArgumentException or IndexOutOfRangeException or KeyNotFoundException or FormatException
            or OverflowException or InvalidCastException or NullReferenceException;

    /// <summary>Makes the error.</summary>
    /// <param name="e">The exception.</param>
    /// <param name="reached">How far the scanner has read.</param>
    /// <param name="source">The text.</param>
    /// <returns>The error, at the place where the library found it.</returns>
    public static JsonSyntaxException Explain(Exception e, Mark reached, YamlSource source) =>
        e is YamlException known
            ? source.Error("The text is not valid YAML: " + known.Message.TrimEnd('.'), known.End.Index == 0 ? reached.Index : known.Start.Index)
            : source.Error("The text is not valid YAML. Check the indentation and the quotes", reached.Index);
}
