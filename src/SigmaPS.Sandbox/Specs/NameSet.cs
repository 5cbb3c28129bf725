using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Sandbox;

/// <summary>The column names of a prefix, with their types. For an unknown kind of source, any name may be valid.</summary>
internal sealed class NameSet(IEnumerable<KeyValuePair<string, string>> names, Func<string, bool>? alsoHas = null)
{
    private readonly Dictionary<string, string> _types = Distinct(names);

    public static NameSet Any { get; } = new([], _ => true);

    public static NameSet None { get; } = new([]);

    /// <summary>The names in order, without names that are only resolved on request.</summary>
    public IEnumerable<KeyValuePair<string, string>> Known => _types;

    /// <summary>The type of a column; null if the set has no such name.</summary>
    public string? TypeOf(string name) => _types.TryGetValue(name, out string? type) ? type : alsoHas?.Invoke(name) == true ? "text" : null;

    // Names need not be unique; the first one counts.
    private static Dictionary<string, string> Distinct(IEnumerable<KeyValuePair<string, string>> names) =>
        names.GroupBy(n => n.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Value, StringComparer.Ordinal);
}
