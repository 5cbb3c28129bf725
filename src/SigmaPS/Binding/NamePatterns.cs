using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Binding;

/// <summary>Names in any case, each as it is or as a wildcard pattern; without any, everything fits. Remembers which names found something.</summary>
internal sealed class NamePatterns
{
    private readonly List<NameOrPattern>? _names;
    private readonly HashSet<NameOrPattern> _hit = new();
    private readonly HashSet<string> _existing = new(StringComparer.Ordinal);

    public NamePatterns(string[]? names) => _names = names?.Select(name => new NameOrPattern(name)).ToList();

    /// <summary>Whether a name is among those sought.</summary>
    public bool Fit(string? name) => Fit(name, null);

    /// <summary>Whether an item is among those sought, by the name it shows or by another way to name it.</summary>
    /// <param name="name">The name that a person sees.</param>
    /// <param name="other">Its ID or path.</param>
    public bool Fit(string? name, string? other)
    {
        if (_names is null)
        {
            return true;
        }

        // Several models are read at once.
        lock (_hit)
        {
            _ = (name ?? other) is { } shown && _existing.Add(shown);
            var found = _names.Where(sought => Is(sought, name) || Is(sought, other)).ToList();
            _hit.UnionWith(found);
            return found.Count > 0;
        }
    }

    /// <summary>Whether one name fits a value: as it is in any case, or as a wildcard pattern.</summary>
    /// <param name="name">The name or pattern.</param>
    /// <param name="value">The value.</param>
    public static bool Fits(string name, string value) => new NamePatterns(new[] { name }).Fit(value);

    /// <summary>Adds names that exist, for the list in an error.</summary>
    public void See(IEnumerable<string> existing)
    {
        lock (_hit)
        {
            _existing.UnionWith(existing);
        }
    }

    /// <summary>An error for each name that found nothing. A pattern that finds nothing stays silent, as everywhere in PowerShell.</summary>
    /// <param name="kind">The error that the command uses for a missing item.</param>
    /// <param name="one">What was sought: column.</param>
    public IReadOnlyList<Core.Diagnostics.SigmaEngineException> Missing(Core.Diagnostics.ErrorCode kind, string one)
    {
        lock (_hit)
        {
            return (_names ?? new List<NameOrPattern>()).Where(sought => sought.IsLiteral && !_hit.Contains(sought)).Select(sought => Error(kind, one, sought.Text)).ToList();
        }
    }

    private Core.Diagnostics.SigmaEngineException Error(Core.Diagnostics.ErrorCode kind, string one, string sought) =>
        new(kind, $"The {one} '{sought}' was not found. {Core.Spec.Validation.ExistingNames.Describe(sought, _existing, one + "s")}") { Target = sought };

    private static bool Is(NameOrPattern sought, string? name) => name is not null && (sought.IsName(name) || sought.IsMatch(name));
}
