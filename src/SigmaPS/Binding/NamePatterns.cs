using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Binding;

/// <summary>Names in any case, each as it is or as a wildcard pattern; without any, everything fits.</summary>
internal sealed class NamePatterns
{
    private readonly List<NameOrPattern>? _names;

    public NamePatterns(string[]? names) => _names = names?.Select(name => new NameOrPattern(name)).ToList();

    /// <summary>Whether a name is among those sought.</summary>
    public bool Fit(string? name) => _names is null || (name is not null && _names.Any(sought => sought.IsName(name) || sought.IsMatch(name)));

    /// <summary>Whether one name fits a value: as it is in any case, or as a wildcard pattern.</summary>
    /// <param name="name">The name or pattern.</param>
    /// <param name="value">The value.</param>
    public static bool Fits(string name, string value) => new NamePatterns(new[] { name }).Fit(value);
}
