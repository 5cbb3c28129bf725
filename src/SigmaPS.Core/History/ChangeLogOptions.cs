using System;

namespace SigmaPS.Core.History;

/// <summary>The part of the history to read.</summary>
public sealed record ChangeLogOptions
{
    /// <summary>Versions saved before this moment are left out; null for all versions.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The longest time between two saves of one person that count as one; null to keep each version.</summary>
    public TimeSpan? Fold { get; init; }
}
