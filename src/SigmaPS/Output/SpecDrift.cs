using System;

namespace SigmaPS;

/// <summary>A live model of an environment that differs from the folder of files.</summary>
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

    /// <summary>The UUID of the live model; empty for a missing one.</summary>
    public string DataModelId { get; internal set; } = "";

    /// <summary>The path of its file within the folder; empty for an extra one.</summary>
    public string File { get; internal set; } = "";

    /// <summary>The environment.</summary>
    public string Environment { get; internal set; } = "";

    /// <summary>The live version.</summary>
    public long? LiveVersion { get; internal set; }

    /// <summary>The member ID of the last editor.</summary>
    public string? UpdatedBy { get; internal set; }

    /// <summary>When the live version was saved.</summary>
    public DateTimeOffset? UpdatedAt { get; internal set; }

    /// <summary>The changes from the file to the live model: the edits in Sigma.</summary>
    public ItemList<SpecChange> Changes { get; internal set; } = Array.Empty<SpecChange>();

    /// <summary>The changes in one line, for a table.</summary>
    public string ChangeSummary { get; internal set; } = "";

    /// <summary>Shows the difference.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{Name}: {Drift}" + (ChangeSummary.Length > 0 ? $" ({ChangeSummary})" : "");
}
