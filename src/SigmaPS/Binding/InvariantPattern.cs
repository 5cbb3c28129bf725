using System.Management.Automation;

namespace SigmaPS.Binding;

/// <summary>The only place that makes wildcard patterns. PowerShell's own -like follows the machine's culture: under tr-TR, *unit* does not match UNIT.</summary>
internal static class InvariantPattern
{
    /// <summary>A pattern that ignores case in the same way on every machine.</summary>
    /// <param name="text">The text with wildcards.</param>
    /// <exception cref="WildcardPatternException">The text is not a valid pattern.</exception>
    public static WildcardPattern Create(string text)
    {
        var pattern = new WildcardPattern(text, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);

        // PowerShell reads the text at the first match only.
        _ = pattern.IsMatch("");
        return pattern;
    }

    /// <summary>A pattern; null if the text has no wildcards or is not a valid pattern. "Sales [EU" is still a name.</summary>
    /// <param name="text">A name or a pattern.</param>
    public static WildcardPattern? TryCreate(string text)
    {
        try
        {
            return WildcardPattern.ContainsWildcardCharacters(text) ? Create(text) : null;
        }
        catch (WildcardPatternException)
        {
            return null;
        }
    }
}
