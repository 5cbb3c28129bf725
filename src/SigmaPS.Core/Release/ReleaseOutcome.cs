using System;
using System.Collections.Generic;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Writing;

namespace SigmaPS.Core.Release;

/// <summary>What a publish did to one model.</summary>
public sealed record ReleaseOutcome
{
    /// <summary>Makes the outcome of a model that was refused before anything was begun.</summary>
    /// <param name="item">The model.</param>
    /// <param name="refusal">Why.</param>
    public ReleaseOutcome(ReleaseItem item, SigmaEngineException refusal)
        : this(item)
    {
        Fault = refusal;
        IsRefused = true;
    }

    internal ReleaseOutcome(ReleaseItem item) => Item = item;

    /// <summary>The model as it was planned.</summary>
    public ReleaseItem Item { get; }

    /// <summary>The write of a model that was there; null for one that was not written or was made.</summary>
    public SpecWritePlan? Write { get; init; }

    /// <summary>What came of sending the content; null where it was not sent.</summary>
    public SpecWriteOutcome? Written { get; init; }

    /// <summary>Whether name or description was set.</summary>
    public bool IsRenamed { get; init; }

    /// <summary>What came of making a new model; null for one that was there.</summary>
    public SpecCreateOutcome? Made { get; init; }

    /// <summary>Whether an orphan went into the trash.</summary>
    public bool IsArchived { get; init; }

    /// <summary>What is not certain about the consumers of a model that was archived or tagged, and which of them are broken now.</summary>
    public IReadOnlyList<string> ConsumerFindings { get; init; } = Array.Empty<string>();

    /// <summary>Why it failed; null where it did not.</summary>
    public SigmaEngineException? Fault { get; internal set; }

    /// <summary>Whether it was refused or put off, so that nothing of it was sent.</summary>
    public bool IsRefused { get; init; }

    /// <summary>The outcome without the values of environment variables.</summary>
    internal ReleaseOutcome Hiding(HiddenValues hidden) => hidden.IsEmpty ? this : this with
    {
        Write = Write is { } write ? write with { Changes = hidden.Mask(write.Changes) } : null,
        Fault = Fault is { } fault ? hidden.Mask(fault) : null,
    };

    /// <summary>Whether it is as the folder says now.</summary>
    public bool Succeeded => Fault is null;
}
