using System;

namespace SigmaPS;

/// <summary>How a live model is not what the folder says.</summary>
public enum DriftKind
{
    /// <summary>Its content, name or description differs.</summary>
    Changed,

    /// <summary>It is in the folder and not live.</summary>
    Missing,

    /// <summary>It is live and not in the folder.</summary>
    Extra,
}

/// <summary>A live model of an environment that is not what the folder of files says.</summary>
public sealed class SpecDrift
{
    internal SpecDrift(string name, DriftKind drift)
    {
        Name = name;
        Drift = drift;
    }

    /// <summary>The model's name.</summary>
    public string Name { get; }

    /// <summary>Changed, Missing or Extra.</summary>
    public DriftKind Drift { get; }

    /// <summary>The live model; empty for a missing one.</summary>
    public string DataModelId { get; internal set; } = "";

    /// <summary>Its file within the folder; empty for an extra one.</summary>
    public string File { get; internal set; } = "";

    /// <summary>The environment.</summary>
    public string Environment { get; internal set; } = "";

    /// <summary>The version that is live.</summary>
    public long? LiveVersion { get; internal set; }

    /// <summary>The member who saved that version.</summary>
    public string? UpdatedBy { get; internal set; }

    /// <summary>When it was saved.</summary>
    public DateTimeOffset? UpdatedAt { get; internal set; }

    /// <summary>What differs, from the folder to what is live: what somebody has done there.</summary>
    public SpecChange[] Changes { get; internal set; } = Array.Empty<SpecChange>();

    /// <summary>The changes in one line, for a table.</summary>
    public string ChangeSummary { get; internal set; } = "";

    /// <summary>Shows what differs.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{Name}: {Drift}{(ChangeSummary.Length > 0 ? " (" + ChangeSummary + ")" : "")}";
}
