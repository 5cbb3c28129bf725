using System;

namespace SigmaPS;

/// <summary>One model of a release plan.</summary>
public sealed class ReleasePlanItem
{
    internal ReleasePlanItem(string name, ReleaseAction action)
    {
        Name = name;
        Action = action;
    }

    /// <summary>The model's desired name.</summary>
    public string Name { get; }

    /// <summary>The action.</summary>
    public ReleaseAction Action { get; }

    /// <summary>The UUID of the live model; empty for a new one.</summary>
    public string DataModelId { get; internal set; } = "";

    /// <summary>The path of its file within the folder; empty for an orphan.</summary>
    public string File { get; internal set; } = "";

    /// <summary>The live version; $null for a new model.</summary>
    public long? LiveVersion { get; internal set; }

    /// <summary>The member ID of the last editor.</summary>
    public string? UpdatedBy { get; internal set; }

    /// <summary>When the live version was saved.</summary>
    public DateTimeOffset? UpdatedAt { get; internal set; }

    /// <summary>The changes from the live model to its file.</summary>
    public ItemList<SpecChange> Changes { get; internal set; } = Array.Empty<SpecChange>();

    /// <summary>The changes in one line, for a table.</summary>
    public string ChangeSummary { get; internal set; } = "";

    /// <summary>The issues of the file, with lines.</summary>
    public ItemList<SpecIssue> Issues { get; internal set; } = Array.Empty<SpecIssue>();

    /// <summary>Whether a rehearsal found errors, which Publish-SigmaReleasePlan refuses.</summary>
    public bool HasFailedRehearsal { get; internal set; }

    /// <summary>The reasons that block publishing, each with the switch that lifts it, if any.</summary>
    public ItemList<string> Blockers { get; internal set; } = Array.Empty<string>();

    /// <summary>The consumers that lose a column, metric or element that they read.</summary>
    public ItemList<SigmaUsage> Consumers { get; internal set; } = System.Array.Empty<SigmaUsage>();

    /// <summary>Remarks on the model.</summary>
    public ItemList<string> Notes { get; internal set; } = Array.Empty<string>();

    /// <summary>The names of its dependencies in the plan.</summary>
    public ItemList<string> DependsOn { get; internal set; } = Array.Empty<string>();

    /// <summary>The fingerprint of the desired content.</summary>
    public string Hash { get; internal set; } = "";

    /// <summary>Shows action, name and changes.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{Action} {Name}" + (ChangeSummary.Length > 0 ? ": " + ChangeSummary : "");
}
