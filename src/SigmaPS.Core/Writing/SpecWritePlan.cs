using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;

namespace SigmaPS.Core.Writing;

/// <summary>A prepared write: its changes and its refusals.</summary>
public sealed record SpecWritePlan
{
    internal SpecWritePlan(SpecWriteRequest request, SpecDocument live, string liveText)
    {
        Request = request;
        Live = live;
        LiveText = liveText;
    }

    /// <summary>The request.</summary>
    public SpecWriteRequest Request { get; }

    /// <summary>The live spec.</summary>
    public SpecDocument Live { get; }

    /// <summary>The live version, which the PUT contains as its documentVersion.</summary>
    public long LiveVersion => Live.LatestVersion ?? 0;

    /// <summary>The live name.</summary>
    public string Name => Live.Name ?? Request.DataModelId;

    /// <summary>How the spec differs from the live content.</summary>
    public ContentDifference Difference { get; init; }

    /// <summary>Whether the write sends the content.</summary>
    public bool SendsContent =>
        Difference == ContentDifference.Change || (Difference == ContentDifference.Equivalent && Request.SendEquivalent);

    /// <summary>The changes of the live model.</summary>
    public IReadOnlyList<SpecChange> Changes { get; init; } = System.Array.Empty<SpecChange>();

    /// <summary>Whether the change adds items, so that its undo removes some.</summary>
    public bool AddsItems => WriteGuards.Adds(Changes);

    /// <summary>Live IDs that the spec replaces, as old and new.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ReplacedIds { get; init; } = System.Array.Empty<KeyValuePair<string, string>>();

    /// <summary>The refusals; empty if the write may be sent.</summary>
    public IReadOnlyList<SigmaEngineException> Refusals { get; init; } = System.Array.Empty<SigmaEngineException>();

    /// <summary>Errors that the live model has already, as sentences.</summary>
    public IReadOnlyList<string> PreexistingErrors { get; init; } = System.Array.Empty<string>();

    /// <summary>The new name; null if the name stays.</summary>
    public string? NewName { get; init; }

    /// <summary>The new description; null if the description stays.</summary>
    public string? NewDescription { get; init; }

    /// <summary>The consumers that lose what they read.</summary>
    public ConsumerImpact Impact { get; init; } = ConsumerImpact.None;

    /// <summary>Sentences for the user that do not depend on the outcome.</summary>
    internal IEnumerable<string> Advisories => PreexistingErrors.Concat(ConsumerErrors.Warnings(Impact));

    /// <summary>Whether the write changes name or description.</summary>
    public bool Renames => NewName is not null || NewDescription is not null;

    /// <summary>Whether the spec was read from another model than its target.</summary>
    public bool IsTransfer => Request.Document.DataModelId is { } id && id != Request.DataModelId;

    /// <summary>When the live version was read, by the session's clock.</summary>
    internal System.DateTimeOffset ReadAt { get; init; }

    /// <summary>How many writes of this model the session had sent before the live version was read.</summary>
    internal long SendsBefore { get; init; }

    /// <summary>Whether a prompt may have been shown since, which takes an unknown time.</summary>
    internal bool WasAsked { get; private init; }

    /// <summary>The exact live text, for the backup.</summary>
    internal string LiveText { get; }

    /// <summary>Copies the plan after a prompt.</summary>
    /// <returns>A copy.</returns>
    public SpecWritePlan Asked() => this with { WasAsked = true };

    /// <summary>Copies the plan without the content, for name and description alone.</summary>
    internal SpecWritePlan ForRenameOnly() =>
        new(Request, Live, LiveText)
        {
            Difference = ContentDifference.Equivalent,
            NewName = NewName,
            NewDescription = NewDescription,
        };

    /// <summary>All refusals as one error, with the code of the first one.</summary>
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
