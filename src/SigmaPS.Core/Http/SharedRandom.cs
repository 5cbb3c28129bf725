using System;

namespace SigmaPS.Core.Http;

/// <summary>A thread-safe random number generator; .NET Framework has no Random.Shared.</summary>
internal sealed class SharedRandom
{
    private readonly Random _random = new();

    /// <summary>A number from 0 (inclusive) to 1 (exclusive).</summary>
    public double NextDouble()
    {
        lock (_random)
        {
            return _random.NextDouble();
        }
    }
}
