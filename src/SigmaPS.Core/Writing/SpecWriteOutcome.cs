using System;
using System.Collections.Generic;
using SigmaPS.Core.Api;

namespace SigmaPS.Core.Writing;

/// <summary>The outcome of a write.</summary>
public sealed record SpecWriteOutcome
{
    /// <summary>The live version before the write.</summary>
    public long VersionBefore { get; init; }

    /// <summary>The live version after the write; null if it was not read.</summary>
    public long? VersionAfter { get; init; }

    /// <summary>
    /// The version that this write created: the base version of the next write. It is not the live one if another person has published
    /// since.
    /// </summary>
    /// <remarks>Without a read-back, the next number is assumed. The next write detects a version that another person published.</remarks>
    public long ResultingVersion => VersionAfter is { } after && !WasWrittenByOtherUser ? after : VersionBefore + 1;

    /// <summary>The exact text of that version; null if it was not read.</summary>
    public string? ResultingText => WasWrittenByOtherUser ? null : Spec?.Text;

    /// <summary>Whether the read-back returned a later version with other content.</summary>
    public bool WasWrittenByOtherUser { get; init; }

    /// <summary>Whether content was sent.</summary>
    public bool ContentSent { get; init; }

    /// <summary>The findings about consumers that are broken now. They do not affect the status of the write.</summary>
    public IReadOnlyList<string> ConsumerFindings { get; init; } = System.Array.Empty<string>();

    /// <summary>The findings of the read-back that the known rewrites do not explain.</summary>
    public IReadOnlyList<string> Findings { get; init; } = Array.Empty<string>();

    /// <summary>The old and new IDs of items whose ID Sigma reassigned.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> RenewedIds { get; init; } = Array.Empty<KeyValuePair<string, string>>();

    /// <summary>Whether a comparison with the state before finds added items, because an item has both a new ID and a new name.</summary>
    public bool AddsItems { get; init; }

    /// <summary>The path of the backup; null without one.</summary>
    public string? BackupFile { get; init; }

    /// <summary>Sigma's ID of the PUT request.</summary>
    public string? RequestId { get; init; }

    /// <summary>The live spec after the write; null if it was not read.</summary>
    public LiveSpec? Spec { get; init; }

    /// <summary>The exact text of that spec; null if it was not read.</summary>
    public string? Text => Spec?.Text;
}
