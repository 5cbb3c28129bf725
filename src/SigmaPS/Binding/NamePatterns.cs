using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Binding;

/// <summary>A filter of names and wildcard patterns, in any case; an empty filter matches everything. It records which names had a
/// match.</summary>
internal sealed class NamePatterns
{
    private readonly List<NameOrPattern>? _names;
    private readonly HashSet<NameOrPattern> _hit = new();
    private readonly HashSet<string> _existing = new(StringComparer.Ordinal);

    public NamePatterns(string[]? names) => _names = names?.Select(name => new NameOrPattern(name)).ToList();

    /// <summary>Whether a name matches the filter.</summary>
    public bool Fit(string? name) => Fit(name, null);

    /// <summary>Whether an item matches the filter, by its display name or by its ID or path.</summary>
    /// <param name="name">The display name.</param>
    /// <param name="other">Its ID or path.</param>
    public bool Fit(string? name, string? other)
    {
        if (_names is null)
        {
            return true;
        }

        // Several threads read models at once.
        lock (_hit)
        {
            _ = (name ?? other) is { } shown && _existing.Add(shown);
            var found = _names.Where(sought => Is(sought, name) || Is(sought, other)).ToList();
            _hit.UnionWith(found);
            return found.Count > 0;
        }
    }

    /// <summary>Whether a name or pattern matches a value, in any case.</summary>
    /// <param name="name">The name or pattern.</param>
    /// <param name="value">The value.</param>
    public static bool Fits(string name, string value) => new NamePatterns(new[] { name }).Fit(value);

    /// <summary>Adds existing names, which an error lists.</summary>
    public void See(IEnumerable<string> existing)
    {
        lock (_hit)
        {
            _existing.UnionWith(existing);
        }
    }

    /// <summary>Returns an error per name without a match. A pattern without a match gives no error, as everywhere in PowerShell.</summary>
    /// <param name="kind">The error code for a missing item.</param>
    /// <param name="one">The kind of item, for example column.</param>
    public IReadOnlyList<Core.Diagnostics.SigmaEngineException> Missing(Core.Diagnostics.ErrorCode kind, string one)
    {
        lock (_hit)
        {
            return (_names ?? new List<NameOrPattern>())
                .Where(sought => sought.IsLiteral && !_hit.Contains(sought))
                .Select(sought => BindingErrors.NotFound(kind, one, sought.Text, _existing))
                .ToList();
        }
    }

    private static bool Is(NameOrPattern sought, string? name) => name is not null && (sought.IsName(name) || sought.IsMatch(name));
}
