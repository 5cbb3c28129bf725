using System.Text.RegularExpressions;

namespace SigmaPS.Core.Release;

/// <summary>A text of the content with values of environment variables, and the same text with the references in their place.</summary>
/// <param name="Text">The text that is sent.</param>
/// <param name="Shown">The text that a person reads.</param>
internal sealed record HiddenText(string Text, string Shown)
{
    private const string Unknown = "***";

    // A reference, and the same in a text that is escaped for a pattern.
    private static readonly Regex Plain = new(@"\$\{env:[^}]*\}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    private static readonly Regex Reference = new(@"\\\$\\\{env:[^}]*}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    // The value of an earlier publish is as secret as the one of today, and only its surroundings identify it.
    private readonly Regex _earlier = new(
        "^" + Reference.Replace(Regex.Escape(Shown), ".*") + "$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline);

    /// <summary>The live text of the same field, which can contain an earlier value.</summary>
    /// <param name="text">The text.</param>
    public string ShowEarlier(string text) =>
        _earlier.IsMatch(text) ? Plain.Replace(Shown, Unknown) : Unknown;
}
