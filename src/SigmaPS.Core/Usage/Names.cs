using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Usage;

/// <summary>Finds items by display name: the exact spelling first, then without regard to case, as Sigma matches names.</summary>
internal static class Names
{
    public static bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    public static IReadOnlyList<T> Find<T>(IEnumerable<T> items, Func<T, string?> name, string wanted)
    {
        var loose = items.Where(item => Same(name(item), wanted)).ToList();
        var exact = loose.Where(item => string.Equals(name(item), wanted, StringComparison.Ordinal)).ToList();
        return exact.Count > 0 ? exact : loose;
    }
}
