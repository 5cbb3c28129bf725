using System;
using System.Collections.Generic;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;

namespace SigmaPS.Core.Writing;

/// <summary>A wish to replace a model's content.</summary>
public sealed class SpecWriteRequest
{
    private ConsumerCheck? _consumers;

    /// <summary>Makes the wish.</summary>
    /// <param name="dataModelId">The target, as a UUID.</param>
    /// <param name="document">What shall be there afterwards.</param>
    public SpecWriteRequest(string dataModelId, SpecDocument document)
    {
        DataModelId = dataModelId;
        Document = document;
    }

    /// <summary>The target.</summary>
    public string DataModelId { get; }

    /// <summary>What shall be there afterwards.</summary>
    public SpecDocument Document { get; private set; }

    /// <summary>The version the writer says it builds on; null when it says none.</summary>
    public long? BaseVersion { get; init; }

    /// <summary>
    /// The version that the export folder's index gives the file; null where it gives none for this model and organisation.
    /// </summary>
    public long? IndexVersion { get; init; }

    /// <summary>Versions that the file showed before, where it has no version field of its own; null for all else.</summary>
    public System.Collections.Generic.IReadOnlyList<long>? SeenVersions { get; init; }

    /// <summary>What is remembered of the object; null for texts, files and objects from elsewhere.</summary>
    public SpecProvenance? Origin { get; init; }

    /// <summary>The organisation of the session.</summary>
    public string Organization { get; init; } = "";

    /// <summary>The member on whose behalf the session works.</summary>
    public string UserId { get; init; } = "";

    /// <summary>Write although the base is unknown or live has moved on.</summary>
    public bool IgnoreConflict { get; init; }

    /// <summary>
    /// The base is what is live when the command looks: a restore replaces a known state on purpose. What is published after that look is
    /// still a conflict.
    /// </summary>
    public bool BaseIsLive { get; init; }

    /// <summary>
    /// The content is a merge with the base version, so that a newer version cannot be overwritten on demand: the command has to run again.
    /// </summary>
    public bool IsMerged { get; init; }

    /// <summary>Write although things go.</summary>
    public bool AllowRemoval { get; init; }

    /// <summary>Looks up the consumers before the write; null where the caller does so for all its writes together.</summary>
    public ConsumerCheck? Consumers => _consumers;

    /// <summary>Write although the model holds what no representation shows.</summary>
    public bool AllowUnrepresented { get; init; }

    /// <summary>Write although the spec brings errors in: it is not judged at all.</summary>
    public bool SkipValidation { get; init; }

    /// <summary>The rules whose errors do not stop the write.</summary>
    public IReadOnlyCollection<string> AllowedRules { get; init; } = Array.Empty<string>();

    /// <summary>The functions that the organization defined for itself.</summary>
    public IReadOnlyCollection<string> CustomFunctions { get; init; } = Array.Empty<string>();

    /// <summary>Send even what would change nothing that counts.</summary>
    public bool SendEquivalent { get; init; }

    /// <summary>Do not read back.</summary>
    public bool NoVerify { get; init; }

    /// <summary>A folder for the copy of the live model; null for none.</summary>
    public string? BackupFolder { get; init; }

    /// <summary>What the content is restored from, in a person's words; null for a write that restores nothing.</summary>
    public string? RestoredFrom { get; init; }

    /// <summary>
    /// The name that the model shall have whatever it has now; null where only an object that was read in this process can say it.
    /// </summary>
    public string? DesiredName { get; init; }

    /// <summary>The description, likewise.</summary>
    public string? DesiredDescription { get; init; }

    /// <summary>
    /// The name and the description that a run has left, where that run is put back: what differs live is somebody else's. Null where the
    /// wished ones count whatever is there.
    /// </summary>
    public NameAndDescription? ResultingNames { get; init; }

    /// <summary>Give what still lives under another id the id it has now, because workbooks hold on to that.</summary>
    public bool PreservesLiveIds { get; init; }

    /// <summary>The same request with a check of consumers.</summary>
    /// <param name="consumers">The check.</param>
    /// <returns>A copy.</returns>
    public SpecWriteRequest With(ConsumerCheck consumers)
    {
        var copy = (SpecWriteRequest)MemberwiseClone();
        copy._consumers = consumers;
        return copy;
    }

    /// <summary>The wish as it is sent onto what is live.</summary>
    internal SpecWriteRequest RebasedOn(SpecDocument live)
    {
        if (!PreservesLiveIds)
        {
            return this;
        }

        var onto = (SpecWriteRequest)MemberwiseClone();
        onto.Document = SpecDiff.InIdsOf(Document, live);
        return onto;
    }
}
