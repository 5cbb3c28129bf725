using System;
using System.Collections.Generic;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>Compares the steps of references, one by one.</summary>
internal sealed class StepsComparer : IEqualityComparer<IReadOnlyList<string>>
{
    private StepsComparer()
    {
    }

    /// <summary>The one comparer.</summary>
    public static StepsComparer Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(IReadOnlyList<string>? one, IReadOnlyList<string>? other)
    {
        if (one is null || other is null || one.Count != other.Count)
        {
            return ReferenceEquals(one, other);
        }

        for (var i = 0; i < one.Count; i++)
        {
            if (!string.Equals(one[i], other[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public int GetHashCode(IReadOnlyList<string> steps)
    {
        var hash = steps.Count;
        for (var i = 0; i < steps.Count; i++)
        {
            hash = unchecked((hash * 31) + StringComparer.Ordinal.GetHashCode(steps[i]));
        }

        return hash;
    }
}
