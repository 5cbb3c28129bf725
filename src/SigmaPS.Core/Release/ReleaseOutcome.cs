using System;
using System.Collections.Generic;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Writing;

namespace SigmaPS.Core.Release;

/// <summary>The result of a publish for one model.</summary>
public sealed record ReleaseOutcome
{
    /// <summary>Makes the outcome of a model that was refused before the run began with it.</summary>
    /// <param name="item">The model.</param>
    /// <param name="refusal">The reason.</param>
    public ReleaseOutcome(ReleaseItem item, SigmaEngineException refusal)
        : this(item)
    {
        Fault = refusal;
        IsRefused = true;
    }

    internal ReleaseOutcome(ReleaseItem item) => Item = item;

    /// <summary>The model as it was planned.</summary>
    public ReleaseItem Item { get; }

    /// <summary>The write of an existing model; null for a model that was not written, and for a new one.</summary>
    public SpecWritePlan? Write { get; init; }

    /// <summary>The outcome of sending the content; null if it was not sent.</summary>
    public SpecWriteOutcome? Written { get; init; }

    /// <summary>Whether name or description was set.</summary>
    public bool IsRenamed { get; init; }

    /// <summary>The outcome of creating the model; null for an existing one.</summary>
    public SpecCreateOutcome? Made { get; init; }

    /// <summary>Whether an orphan was moved to the trash.</summary>
    public bool IsArchived { get; init; }

    /// <summary>The uncertain consumers of a model that was archived or tagged, and the consumers that are broken now.</summary>
    public IReadOnlyList<string> ConsumerFindings { get; init; } = Array.Empty<string>();

    /// <summary>The error; null if it succeeded.</summary>
    public SigmaEngineException? Fault { get; internal set; }

    /// <summary>Whether it was refused or postponed, so that nothing was sent.</summary>
    public bool IsRefused { get; init; }

    /// <summary>The outcome without the values of environment variables.</summary>
    internal ReleaseOutcome Hiding(HiddenValues hidden) => hidden.IsEmpty ? this : this with
    {
        Write = Write is { } write ? write with { Changes = hidden.Mask(write.Changes) } : null,
        Fault = Fault is { } error ? hidden.Mask(error) : null,
    };

    /// <summary>Whether the model has the planned state now.</summary>
    public bool Succeeded => Fault is null;
}
