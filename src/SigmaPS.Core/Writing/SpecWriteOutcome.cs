using System;
using System.Collections.Generic;
using SigmaPS.Core.Api;

namespace SigmaPS.Core.Writing;

/// <summary>What came of a write.</summary>
public sealed class SpecWriteOutcome
{
    /// <summary>The version before.</summary>
    public long VersionBefore { get; init; }

    /// <summary>The version after; null where it was not read.</summary>
    public long? VersionAfter { get; init; }

    /// <summary>
    /// The version that holds what this write has sent: what the next one builds on. It is not the live one where somebody has published
    /// since.
    /// </summary>
    /// <remarks>Without a read-back the next version is assumed; if somebody came between, the next write finds that out.</remarks>
    public long ResultingVersion => VersionAfter is { } after && !WasWrittenByOtherUser ? after : VersionBefore + 1;

    /// <summary>The exact text of that version; null where it was not read.</summary>
    public string? ResultingText => WasWrittenByOtherUser ? null : Spec?.Text;

    /// <summary>Whether what was read back is a later version that is not what was sent.</summary>
    public bool WasWrittenByOtherUser { get; init; }

    /// <summary>Whether content was sent.</summary>
    public bool ContentSent { get; init; }

    /// <summary>The findings about consumers that are broken now; they do not question the write itself.</summary>
    public IReadOnlyList<string> ConsumerFindings { get; init; } = System.Array.Empty<string>();

    /// <summary>What the read-back found that the service's known rewrites do not explain.</summary>
    public IReadOnlyList<string> Findings { get; init; } = Array.Empty<string>();

    /// <summary>Old and new id of things whose id the service renewed.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> RenewedIds { get; init; } = Array.Empty<KeyValuePair<string, string>>();

    /// <summary>The backup's path; null where there is none.</summary>
    public string? BackupFile { get; init; }

    /// <summary>The service's name for the PUT.</summary>
    public string? RequestId { get; init; }

    /// <summary>The live spec after the write; null if it was not read.</summary>
    public LiveSpec? Spec { get; init; }

    /// <summary>The exact text of that spec; null if it was not read.</summary>
    public string? Text => Spec?.Text;
}
