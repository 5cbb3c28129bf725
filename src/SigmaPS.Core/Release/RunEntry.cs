using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Writing;

namespace SigmaPS.Core.Release;

/// <summary>What a publish did to one model, as its run file says it.</summary>
public sealed class RunEntry
{
    internal RunEntry(string name, string file, RunStatus status)
    {
        Name = name;
        File = file;
        Status = status;
    }

    /// <summary>The model's name.</summary>
    public string Name { get; }

    /// <summary>Its file within the folder.</summary>
    public string File { get; }

    /// <summary>What the publish did.</summary>
    public RunStatus Status { get; }

    /// <summary>The model; empty while it is not made.</summary>
    public string DataModelId { get; init; } = "";

    /// <summary>The version before; null for a new model.</summary>
    public long? VersionBefore { get; init; }

    /// <summary>The version after; null where it was not read.</summary>
    public long? VersionAfter { get; init; }

    /// <summary>The full path of the copy of what was live; null where nothing was, or nothing has been sent.</summary>
    public string? Backup { get; init; }

    /// <summary>The name that the run has given, or has tried to; null where it left the name alone.</summary>
    public string? NewName { get; init; }

    /// <summary>The description, likewise.</summary>
    public string? NewDescription { get; init; }

    /// <summary>The hash of the description, where it contains a value that nothing may show.</summary>
    public string? NewDescriptionHash { get; init; }

    /// <summary>The name and the description that the run has left.</summary>
    /// <param name="before">The model as it was before the run.</param>
    /// <returns>What differs live is somebody else's.</returns>
    public NameAndDescription ResultingNames(SpecDocument before) => new(NewName ?? before.Name, NewDescription ?? before.Description)
    {
        DescriptionHash = NewDescriptionHash,
    };

    /// <summary>The version that the run has left, as far as it is known: whoever saved a later one has worked on it since.</summary>
    public long? ResultingVersion => VersionAfter ?? (Status == RunStatus.Updated ? VersionBefore + 1 : VersionBefore);

    /// <summary>A model whose backup is on the disk and whose content is about to be sent: what a run that dies leaves behind.</summary>
    internal static RunEntry Writing(ReleaseItem item, SpecWritePlan write, string backup, HiddenValues hidden) =>
        new(item.Name, item.File, RunStatus.Writing)
        {
            DataModelId = item.DataModelId,
            VersionBefore = item.LiveVersion,
            Backup = backup,
            NewName = write.NewName,
            NewDescription = hidden.IsHidden(write.NewDescription) ? null : write.NewDescription,
            NewDescriptionHash = hidden.IsHidden(write.NewDescription) ? NameAndDescription.Hash(write.NewDescription!) : null,
        };

    /// <summary>What became of a model.</summary>
    internal static RunEntry FromOutcome(ReleaseOutcome outcome, RunEntry before) =>
        new(before.Name, before.File, StatusOf(outcome))
        {
            DataModelId = outcome.Made?.DataModelId ?? before.DataModelId,
            VersionBefore = outcome.Written?.VersionBefore ?? before.VersionBefore,
            VersionAfter = outcome.Written is { WasWrittenByOtherUser: true } written
                ? written.ResultingVersion
                : outcome.Written?.VersionAfter ?? outcome.Made?.Version,
            NewName = before.NewName,
            NewDescription = before.NewDescription,
            NewDescriptionHash = before.NewDescriptionHash,

            // What may have been applied has to be found by who puts the run back.
            Backup = outcome.Written?.BackupFile ?? (outcome.Fault?.Kind == ErrorCode.WriteOutcomeUnknown ? before.Backup : null),
        };

    private static RunStatus StatusOf(ReleaseOutcome outcome) => outcome switch
    {
        { Made: not null } => RunStatus.Created,
        { Written: not null } => RunStatus.Updated,
        { IsArchived: true } => RunStatus.Archived,
        { Item.Action: ReleaseAction.Unchanged, Fault: null } => RunStatus.Unchanged,
        { IsRefused: true } => RunStatus.Refused,
        { Fault.Kind: ErrorCode.WriteOutcomeUnknown } => RunStatus.Unknown,
        _ => RunStatus.Failed,
    };
}
