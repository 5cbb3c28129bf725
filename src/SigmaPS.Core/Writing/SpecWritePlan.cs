using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;

namespace SigmaPS.Core.Writing;

/// <summary>Everything that is known before anything is sent: what would change, and what speaks against it.</summary>
public sealed record SpecWritePlan
{
    internal SpecWritePlan(SpecWriteRequest request, SpecDocument live, string liveText)
    {
        Request = request;
        Live = live;
        LiveText = liveText;
    }

    /// <summary>The wish.</summary>
    public SpecWriteRequest Request { get; }

    /// <summary>What is live.</summary>
    public SpecDocument Live { get; }

    /// <summary>The live version: what the PUT says it builds on.</summary>
    public long LiveVersion => Live.LatestVersion ?? 0;

    /// <summary>The live name.</summary>
    public string Name => Live.Name ?? Request.DataModelId;

    /// <summary>How far the wish is from what is live.</summary>
    public ContentDifference Difference { get; init; }

    /// <summary>Whether the content is to be sent.</summary>
    public bool SendsContent =>
        Difference == ContentDifference.Change || (Difference == ContentDifference.Equivalent && Request.SendEquivalent);

    /// <summary>What would change.</summary>
    public IReadOnlyList<SpecChange> Changes { get; init; } = System.Array.Empty<SpecChange>();

    /// <summary>Whether the change adds items, so that its undo removes some.</summary>
    public bool AddsItems => WriteGuards.Adds(Changes);

    /// <summary>Live ids that the spec replaces by others, as old and new.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ReplacedIds { get; init; } = System.Array.Empty<KeyValuePair<string, string>>();

    /// <summary>What speaks against sending; empty when nothing does.</summary>
    public IReadOnlyList<SigmaEngineException> Refusals { get; init; } = System.Array.Empty<SigmaEngineException>();

    /// <summary>Errors of the spec that are live already, as sentences.</summary>
    public IReadOnlyList<string> PreexistingErrors { get; init; } = System.Array.Empty<string>();

    /// <summary>The new name, when an object read in this process was given one.</summary>
    public string? NewName { get; init; }

    /// <summary>The new description, likewise.</summary>
    public string? NewDescription { get; init; }

    /// <summary>The consumers that lose what they read.</summary>
    public ConsumerImpact Impact { get; init; } = ConsumerImpact.None;

    /// <summary>What a person should know whatever comes of the write.</summary>
    internal IEnumerable<string> Advisories => PreexistingErrors.Concat(ConsumerErrors.Warnings(Impact));

    /// <summary>Whether name or description are to be changed.</summary>
    public bool Renames => NewName is not null || NewDescription is not null;

    /// <summary>Whether the spec was read from another model than the one it goes to.</summary>
    public bool IsTransfer => Request.Document.DataModelId is { } id && id != Request.DataModelId;

    /// <summary>When the live version was read, by the session's clock.</summary>
    internal System.DateTimeOffset ReadAt { get; init; }

    /// <summary>How many writes of this model the session had sent before the live version was read.</summary>
    internal long SendsBefore { get; init; }

    /// <summary>Whether a person may have been asked since: how long that took is not known.</summary>
    internal bool WasAsked { get; private init; }

    /// <summary>The exact live text, for the backup.</summary>
    internal string LiveText { get; }

    /// <summary>The same plan after a person may have been asked about it.</summary>
    /// <returns>A copy.</returns>
    public SpecWritePlan Asked() => this with { WasAsked = true };

    /// <summary>The same without the content: name and description alone.</summary>
    internal SpecWritePlan ForRenameOnly() =>
        new(Request, Live, LiveText)
        {
            Difference = ContentDifference.Equivalent,
            NewName = NewName,
            NewDescription = NewDescription,
        };

    /// <summary>All refusals as one error: the first one's kind, everybody's words.</summary>
    /// <returns>The error to throw.</returns>
    public SigmaEngineException Refusal() =>
        Refusals.Count == 1
            ? Refusals[0]
            : new SigmaEngineException(Refusals[0].Kind, string.Join(" Also: ", Refusals.Select(refusal => refusal.Message)))
            {
                Target = Request.DataModelId,
                Switch = Refusals[0].Switch,
                Issues = Refusals.SelectMany(refusal => refusal.Issues).ToList(),
            };
}
