using System;
using System.Globalization;
using System.Linq;
using System.Net;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Reports;

/// <summary>Text in an HTML page.</summary>
internal static class HtmlText
{
    private const int LongestLabel = 40;

    /// <summary>Escapes text for the content of a tag or for an attribute in double quotes.</summary>
    /// <remarks>Control characters would end the document in XML, and a browser does not show them. Marks that change the direction of
    /// reading could make a name look like another one.</remarks>
    public static string Encode(string text) => WebUtility.HtmlEncode(new string(text.Select(c => IsUnseen(c) ? ' ' : c).ToArray()));

    /// <summary>An attribute with the blank before it.</summary>
    public static string Attribute(string name, string value) => $" {name}=\"{Encode(value)}\"";

    /// <summary>Shortens a label for the drawing.</summary>
    public static string Shorten(string label) =>
        label.Length <= LongestLabel
            ? label
            : label.Substring(0, char.IsHighSurrogate(label[LongestLabel - 2]) ? LongestLabel - 2 : LongestLabel - 1) + "…";

    /// <summary>Formats numbers the same in every culture.</summary>
    public static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static bool IsUnseen(char c) =>
        char.IsControl(c)
        || c is '\u2028' or '\u2029' or '\ufffe' or '\uffff'
        || DirectionMark.Is(c);
}
