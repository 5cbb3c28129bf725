using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Usage;

namespace SigmaPS.Core.Writing;

/// <summary>The consumers that a write affects.</summary>
public sealed record ConsumerImpact
{
    /// <summary>The impact of a write that removes and renames nothing.</summary>
    public static ConsumerImpact None { get; } = new();

    /// <summary>The items that consumers can no longer find.</summary>
    public IReadOnlyList<TakenItem> Taken { get; init; } = Array.Empty<TakenItem>();

    /// <summary>The consumers, certain ones first.</summary>
    public IReadOnlyList<UsageRecord> Consumers { get; init; } = Array.Empty<UsageRecord>();

    /// <summary>The documents that could not be checked.</summary>
    public IReadOnlyList<UncheckedDocument> Unchecked { get; init; } = Array.Empty<UncheckedDocument>();

    /// <summary>The usages that are certain.</summary>
    public IEnumerable<UsageRecord> Certain => Consumers.Where(usage => usage.Certainty == UsageCertainty.Certain);

    /// <summary>The usages that are only possible.</summary>
    public IEnumerable<UsageRecord> Possible => Consumers.Where(usage => usage.Certainty == UsageCertainty.Possible);

    /// <summary>Whether an item keeps its ID and gets a new name.</summary>
    public bool HasRename => Taken.Any(item => item.Change == TakenBy.Rename);

    /// <summary>Combines two impacts on one model.</summary>
    /// <param name="other">The other impact.</param>
    /// <returns>The combined impact.</returns>
    internal ConsumerImpact And(ConsumerImpact other) => new()
    {
        Taken = Taken.Concat(other.Taken).ToList(),
        Consumers = Consumers.Concat(other.Consumers).OrderBy(usage => usage.Certainty).ToList(),
        Unchecked = Unchecked.Union(other.Unchecked).ToList(),
    };
}
