using System;

namespace SigmaPS.Core.Usage;

/// <summary>How to scan.</summary>
public sealed record UsageOptions
{
    /// <summary>Reads every document again, also if it is in the index.</summary>
    public bool Refresh { get; init; }

    /// <summary>The largest number of requests; null for as many as needed.</summary>
    public int? MaxRequests { get; init; }

    /// <summary>Receives how many documents are checked, and how many there are.</summary>
    public Action<int, int>? Progress { get; init; }
}
