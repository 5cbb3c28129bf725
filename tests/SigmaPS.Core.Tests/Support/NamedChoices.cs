using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Tests.Support;

/// <summary>The choices that a seed makes for a <see cref="NamedModel"/>, and the numbers that it gives out.</summary>
internal sealed class NamedChoices(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>The number of the next item.</summary>
    public int Next { get; set; }

    public int Below(int most) => _random.Next(most);

    public bool Chance(int of) => _random.Next(of) == 0;

    public T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    /// <summary>Most of the items, and one at least.</summary>
    public List<T> Some<T>(IReadOnlyList<T> from)
    {
        List<T> some = [.. from.Where(_ => !Chance(4))];
        return some.Count > 0 ? some : [from[0]];
    }
}
