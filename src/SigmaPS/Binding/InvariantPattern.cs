using System.Management.Automation;

namespace SigmaPS.Binding;

/// <summary>Creates all wildcard patterns of the module. PowerShell's -like depends on the machine's culture: with tr-TR, *unit* does not
/// match UNIT.</summary>
internal static class InvariantPattern
{
    /// <summary>Creates a pattern that ignores case equally on every machine.</summary>
    /// <param name="text">The text with wildcards.</param>
    /// <exception cref="WildcardPatternException">The text is not a valid pattern.</exception>
    public static WildcardPattern Create(string text)
    {
        var pattern = new WildcardPattern(text, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);

        // PowerShell parses the text only at the first match.
        _ = pattern.IsMatch("");
        return pattern;
    }

    /// <summary>Creates a pattern; null if the text has no wildcards or is not a valid pattern. "Sales [EU" is still a name.</summary>
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
