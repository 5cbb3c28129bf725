using System;
using System.Text.RegularExpressions;

namespace SigmaPS.Sandbox;

/// <summary>Paths with wildcards: * matches a part of one segment, ** matches any text.</summary>
internal static class PathPattern
{
    public static bool Matches(string pattern, string path)
    {
        string expression = Regex
            .Escape(pattern)
            .Replace("\\*\\*", ".*", StringComparison.Ordinal)
            .Replace("\\*", "[^/]*", StringComparison.Ordinal);
        return Regex.IsMatch(path, "^" + expression + "$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }
}
