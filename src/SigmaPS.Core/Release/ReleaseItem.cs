using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Writing;

namespace SigmaPS.Core.Release;

/// <summary>One model of a plan.</summary>
public sealed class ReleaseItem
{
    internal ReleaseItem(string name, ReleaseAction action)
    {
        Name = name;
        Action = action;
    }

    /// <summary>The model's name as it is to be.</summary>
    public string Name { get; }

    /// <summary>What is done with it.</summary>
    public ReleaseAction Action { get; }

    /// <summary>Its file within the folder, with slashes; empty for an orphan.</summary>
    public string File => Model?.File ?? "";

    /// <summary>The live model; empty for one that is to be made.</summary>
    public string DataModelId { get; init; } = "";

    /// <summary>The version that is live; null for a model that is to be made.</summary>
    public long? LiveVersion { get; init; }

    /// <summary>The member who saved that version.</summary>
    public string? UpdatedBy { get; init; }

    /// <summary>When it was saved, as the service says it.</summary>
    public string? UpdatedAt { get; init; }

    /// <summary>What would change, from live to the folder.</summary>
    public IReadOnlyList<SpecChange> Changes { get; internal set; } = Array.Empty<SpecChange>();

    /// <summary>The same from the folder to live, where the request asks for it.</summary>
    public IReadOnlyList<SpecChange> Drift { get; internal set; } = Array.Empty<SpecChange>();

    /// <summary>What is wrong with the content.</summary>
    public IReadOnlyList<SpecIssue> Issues { get; internal set; } = Array.Empty<SpecIssue>();

    /// <summary>What speaks against it.</summary>
    public IReadOnlyList<SigmaEngineException> Refusals { get; internal set; } = Array.Empty<SigmaEngineException>();

    /// <summary>What a person should know.</summary>
    public IReadOnlyList<string> Notes { get; internal set; } = Array.Empty<string>();

    /// <summary>The consumers that lose what they read.</summary>
    public ConsumerImpact Impact { get; private set; } = ConsumerImpact.None;

    /// <summary>The names of the models of the plan that it depends on.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = Array.Empty<string>();

    /// <summary>The fingerprint of what is to be live: content, name and description, as rendered for the environment.</summary>
    public string Hash { get; init; } = "";

    /// <summary>Whether publishing would write it.</summary>
    public bool Writes => Action is ReleaseAction.Create or ReleaseAction.Update or ReleaseAction.Conflict;

    /// <summary>The model; null for an orphan.</summary>
    internal ReleaseModel? Model { get; init; }

    /// <summary>The write that the item stands for; null where it is not an update.</summary>
    internal SpecWritePlan? Write { get; init; }

    /// <summary>Whether Sigma refused the spec in a rehearsal, or cannot compute some of its columns.</summary>
    public bool HasFailedRehearsal { get; private set; }

    /// <summary>Adds what a rehearsal found.</summary>
    internal void AddRehearsal(IReadOnlyList<SpecIssue> issues, SigmaEngineException? refusal)
    {
        Issues = Issues.Concat(issues).ToList();
        HasFailedRehearsal = refusal is not null;
        Refusals = refusal is null ? Refusals : Refusals.Append(refusal).ToList();
    }

    /// <summary>Takes the values of environment variables out of everything that a person reads.</summary>
    internal void Hide(HiddenValues hidden)
    {
        if (!hidden.IsEmpty)
        {
            Changes = hidden.Mask(Changes);
            Drift = hidden.Mask(Drift);
            Issues = Issues.Select(issue => issue.Redacted(hidden.Mask)).ToList();
            Refusals = Refusals.Select(hidden.Mask).ToList();
            Notes = Notes.Select(hidden.Mask).ToList();
        }
    }

    /// <summary>Adds what a person should know.</summary>
    internal void AddNote(string note) => Notes = Notes.Append(note).ToList();

    /// <summary>The usages in workbooks and reports that a person has to change; empty where the plan is not a rename.</summary>
    public IReadOnlyList<ManualChange> ManualChanges { get; internal set; } = Array.Empty<ManualChange>();

    /// <summary>The content of a rename; null where a file contains the content.</summary>
    internal string? Content { get; init; }

    /// <summary>Whether the content leaves out the old name on purpose.</summary>
    internal bool ContentRemoves { get; init; }

    /// <summary>Adds the consumers, with what they forbid and what is not certain about them.</summary>
    internal void Add(ConsumerImpact impact, IEnumerable<SigmaEngineException> refusals)
    {
        Impact = impact;
        Refusals = Refusals.Concat(refusals).ToList();
        Notes = Notes
            .Concat(impact.Certain.Select(usage => "Breaks " + ConsumerErrors.Line(usage)))
            .Concat(ConsumerErrors.Warnings(impact))
            .ToList();
    }
}
