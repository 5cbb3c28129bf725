using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
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

    /// <summary>The planned name of the model.</summary>
    public string Name { get; }

    /// <summary>The action.</summary>
    public ReleaseAction Action { get; }

    /// <summary>Its file within the folder, with slashes; empty for an orphan.</summary>
    public string File => Model?.File ?? "";

    /// <summary>The live model; empty for a new one.</summary>
    public string DataModelId { get; init; } = "";

    /// <summary>The live version; null for a new model.</summary>
    public long? LiveVersion { get; init; }

    /// <summary>The member who saved that version.</summary>
    public string? UpdatedBy { get; init; }

    /// <summary>The time of the save, as Sigma shows it.</summary>
    public string? UpdatedAt { get; init; }

    /// <summary>The changes from the live model to the folder.</summary>
    public IReadOnlyList<SpecChange> Changes { get; internal set; } = Array.Empty<SpecChange>();

    /// <summary>The changes from the folder to the live model, if the request needs them.</summary>
    public IReadOnlyList<SpecChange> Drift { get; internal set; } = Array.Empty<SpecChange>();

    /// <summary>The issues of the content.</summary>
    public IReadOnlyList<SpecIssue> Issues { get; internal set; } = Array.Empty<SpecIssue>();

    /// <summary>The reasons not to publish it.</summary>
    public IReadOnlyList<SigmaEngineException> Refusals { get; internal set; } = Array.Empty<SigmaEngineException>();

    /// <summary>Notes for a person.</summary>
    public IReadOnlyList<string> Notes { get; internal set; } = Array.Empty<string>();

    /// <summary>The consumers that lose what they read.</summary>
    public ConsumerImpact Impact { get; private set; } = ConsumerImpact.None;

    /// <summary>The names of the models of the plan that it depends on.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = Array.Empty<string>();

    /// <summary>The fingerprint of the planned content, name and description for the environment.</summary>
    public string Hash { get; init; } = "";

    /// <summary>Whether publishing would write it.</summary>
    public bool Writes => Action is ReleaseAction.Create or ReleaseAction.Update or ReleaseAction.Conflict;

    /// <summary>The model; null for an orphan.</summary>
    internal ReleaseModel? Model { get; init; }

    /// <summary>The planned write; null if the item is not an update.</summary>
    internal SpecWritePlan? Write { get; init; }

    /// <summary>Whether Sigma refused the spec in a rehearsal, or cannot compute some of its columns.</summary>
    public bool HasFailedRehearsal { get; private set; }

    /// <summary>Adds the results of a rehearsal.</summary>
    internal void AddRehearsal(IReadOnlyList<SpecIssue> issues, SigmaEngineException? refusal)
    {
        Issues = Issues.Concat(issues).ToList();
        HasFailedRehearsal = refusal is not null;
        Refusals = refusal is null ? Refusals : Refusals.Append(refusal).ToList();
    }

    /// <summary>Removes the values of environment variables from every text that a person reads.</summary>
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

    /// <summary>Adds a note for a person.</summary>
    internal void AddNote(string note) => Notes = Notes.Append(note).ToList();

    /// <summary>The usages in workbooks and reports that a person has to change; empty if the plan is not a rename.</summary>
    public IReadOnlyList<ManualChange> ManualChanges { get; internal set; } = Array.Empty<ManualChange>();

    /// <summary>The content of a rename; null if a file contains the content.</summary>
    internal SpecDocument? Content { get; init; }

    /// <summary>Whether the content leaves out the old name on purpose.</summary>
    internal bool ContentRemoves { get; init; }

    /// <summary>Adds the consumers, with the refusals because of them and the uncertain ones.</summary>
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
