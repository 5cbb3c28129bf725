using System;
using System.Collections.Generic;
using SigmaPS.Core.Api;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;

namespace SigmaPS.Core.Writing;

/// <summary>A request to replace the content of a model.</summary>
/// <param name="DataModelId">The UUID of the model.</param>
/// <param name="Document">The new content.</param>
public sealed record SpecWriteRequest(string DataModelId, SpecDocument Document)
{
    /// <summary>The live model, if the caller has just read it; null to read it.</summary>
    public LiveSpec? Live { get; init; }

    /// <summary>The base version that the user specified; null without one.</summary>
    public long? BaseVersion { get; init; }

    /// <summary>The base version from the index of the export folder; null if the index has none for this model and organization.</summary>
    public long? IndexVersion { get; init; }

    /// <summary>The earlier versions of a file without a version field; null for other sources.</summary>
    public IReadOnlyList<long>? SeenVersions { get; init; }

    /// <summary>The provenance of an object that was read in this process; null for texts, files and other objects.</summary>
    public SpecProvenance? Origin { get; init; }

    /// <summary>The organization of the session.</summary>
    public string Organization { get; init; } = "";

    /// <summary>The owner of the session's credentials.</summary>
    public string UserId { get; init; } = "";

    /// <summary>The protections that the user lifts.</summary>
    public WriteProtections Protections { get; init; } = new();

    /// <summary>
    /// Whether the base version is the version that is live when the command begins, because a restore replaces a known state on purpose.
    /// A version that is published later is still a conflict.
    /// </summary>
    public bool BaseIsLive { get; init; }

    /// <summary>
    /// Whether the content is a merge with the base version. Such content cannot overwrite a newer version; the command has to run again.
    /// </summary>
    public bool IsMerged { get; init; }

    /// <summary>The check of the consumers before the write; null if the caller checks them for all its writes together.</summary>
    public ConsumerCheck? Consumers { get; init; }

    /// <summary>The functions that the organization defined for itself.</summary>
    public IReadOnlyCollection<string> CustomFunctions { get; init; } = Array.Empty<string>();

    /// <summary>Whether equivalent content is sent too.</summary>
    public bool SendEquivalent { get; init; }

    /// <summary>Whether to skip the read-back.</summary>
    public bool NoVerify { get; init; }

    /// <summary>The folder for a backup of the live model; null for none.</summary>
    public string? BackupFolder { get; init; }

    /// <summary>The source of a restore, for messages; null for other writes.</summary>
    public string? RestoredFrom { get; init; }

    /// <summary>The name that the model gets, independent of its live name; null to compare the object with its provenance.</summary>
    public string? DesiredName { get; init; }

    /// <summary>The description that the model gets; null as for the name.</summary>
    public string? DesiredDescription { get; init; }

    /// <summary>
    /// The name and description at the end of the run that is undone. If the live ones differ, another person changed them. Null if the
    /// desired ones count in any case.
    /// </summary>
    public NameAndDescription? ResultingNames { get; init; }

    /// <summary>Whether items keep the IDs that they have live, because workbooks refer to those.</summary>
    public bool PreservesLiveIds { get; init; }

    /// <summary>The request with the IDs that are live, if it preserves them.</summary>
    internal SpecWriteRequest RebasedOn(SpecDocument live) =>
        PreservesLiveIds ? this with { Document = SpecDiff.InIdsOf(Document, live) } : this;
}
