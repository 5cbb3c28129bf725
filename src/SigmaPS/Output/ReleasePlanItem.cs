using System;

namespace SigmaPS;

/// <summary>What a release does with a model.</summary>
public enum ReleaseAction
{
    /// <summary>It is made.</summary>
    Create,

    /// <summary>Its content, name or description is changed.</summary>
    Update,

    /// <summary>It is as the folder says.</summary>
    Unchanged,

    /// <summary>Somebody has edited it by hand, and the folder says otherwise.</summary>
    Conflict,

    /// <summary>It was deployed from another organisation and is changed there only.</summary>
    Skipped,

    /// <summary>It is live and not in the folder of files.</summary>
    Orphan,
}

/// <summary>One model of a release plan.</summary>
public sealed class ReleasePlanItem
{
    internal ReleasePlanItem(string name, ReleaseAction action)
    {
        Name = name;
        Action = action;
    }

    /// <summary>The model's name as it is to be.</summary>
    public string Name { get; }

    /// <summary>What is done with it.</summary>
    public ReleaseAction Action { get; }

    /// <summary>The live model; empty for one that is to be made.</summary>
    public string DataModelId { get; internal set; } = "";

    /// <summary>Its file within the folder; empty for an orphan.</summary>
    public string File { get; internal set; } = "";

    /// <summary>The version that is live; $null for a model that is to be made.</summary>
    public long? LiveVersion { get; internal set; }

    /// <summary>The member who saved that version.</summary>
    public string? UpdatedBy { get; internal set; }

    /// <summary>When it was saved.</summary>
    public DateTimeOffset? UpdatedAt { get; internal set; }

    /// <summary>What would change, from live to the folder.</summary>
    public SpecChange[] Changes { get; internal set; } = Array.Empty<SpecChange>();

    /// <summary>The changes in one line, for a table.</summary>
    public string ChangeSummary { get; internal set; } = "";

    /// <summary>What is wrong with the content of the file, with lines.</summary>
    public SpecIssue[] Issues { get; internal set; } = Array.Empty<SpecIssue>();

    /// <summary>Whether a rehearsal found errors, which Publish-SigmaReleasePlan refuses.</summary>
    public bool HasFailedRehearsal { get; internal set; }

    /// <summary>What stands against publishing it, each with the switch that lifts it where there is one.</summary>
    public string[] Blockers { get; internal set; } = Array.Empty<string>();

    /// <summary>The consumers that lose what they read.</summary>
    public SigmaUsage[] Consumers { get; internal set; } = System.Array.Empty<SigmaUsage>();

    /// <summary>What a person should know.</summary>
    public string[] Notes { get; internal set; } = Array.Empty<string>();

    /// <summary>The names of the models of the plan that it stands on.</summary>
    public string[] DependsOn { get; internal set; } = Array.Empty<string>();

    /// <summary>The fingerprint of what is to be live.</summary>
    public string Hash { get; internal set; } = "";

    /// <summary>Shows action, name and changes.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{Action} {Name}{(ChangeSummary.Length > 0 ? ": " + ChangeSummary : "")}";
}
