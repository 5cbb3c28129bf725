using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace SigmaPS.Binding;

/// <summary>Names in any case, each as it is or as a wildcard pattern; without any, everything fits.</summary>
internal sealed class NamePatterns
{
    private readonly string[]? _names;
    private readonly List<WildcardPattern> _patterns = new();

    public NamePatterns(string[]? names)
    {
        _names = names;
        foreach (var name in names?.Where(WildcardPattern.ContainsWildcardCharacters) ?? Enumerable.Empty<string>())
        {
            try
            {
                var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
                _ = pattern.IsMatch("");
                _patterns.Add(pattern);
            }
            catch (WildcardPatternException)
            {
                // "Sales [EU" is no valid pattern, and still a name: it is compared as it is.
                continue;
            }
        }
    }

    /// <summary>Whether a name is among those sought.</summary>
    public bool Fit(string? name) => _names is null
        || (name is not null && (_names.Contains(name, StringComparer.OrdinalIgnoreCase) || _patterns.Any(pattern => pattern.IsMatch(name))));
}
