using System;

namespace SigmaPS.Core.Http;

/// <summary>Random numbers for several threads; .NET Framework has no shared source of its own.</summary>
internal sealed class SharedRandom
{
    private readonly Random _random = new();

    /// <summary>A number from 0 up to 1.</summary>
    public double NextDouble()
    {
        lock (_random)
        {
            return _random.NextDouble();
        }
    }
}
