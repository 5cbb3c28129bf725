using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Writing;

namespace SigmaPS.Core.Release;

/// <summary>The result of a publish for one model, as recorded in the run file.</summary>
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

    /// <summary>The result.</summary>
    public RunStatus Status { get; }

    /// <summary>The model; empty until it is created.</summary>
    public string DataModelId { get; init; } = "";

    /// <summary>The version before; null for a new model.</summary>
    public long? VersionBefore { get; init; }

    /// <summary>The version after; null if it was not read.</summary>
    public long? VersionAfter { get; init; }

    /// <summary>The full path of the backup of the live model; null if there is none, or nothing was sent.</summary>
    public string? Backup { get; init; }

    /// <summary>The name that the run set, or tried to set; null if it did not change the name.</summary>
    public string? NewName { get; init; }

    /// <summary>The description in the same way.</summary>
    public string? NewDescription { get; init; }

    /// <summary>The hash of the description, if it contains a value that nothing may show.</summary>
    public string? NewDescriptionHash { get; init; }

    /// <summary>The name and the description after the run.</summary>
    /// <param name="before">The model as it was before the run.</param>
    /// <returns>Somebody else changed a live value that differs.</returns>
    public NameAndDescription ResultingNames(SpecDocument before) => new(NewName ?? before.Name, NewDescription ?? before.Description)
    {
        DescriptionHash = NewDescriptionHash,
    };

    /// <summary>The version after the run, as far as it is known. Somebody else saved every later version.</summary>
    public long? ResultingVersion => VersionAfter ?? (Status == RunStatus.Updated ? VersionBefore + 1 : VersionBefore);

    /// <summary>A model with a backup on the disk, whose content is about to be sent. A run that ends early leaves this entry.</summary>
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

    /// <summary>The entry for an outcome.</summary>
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

            // The undo of the run has to find every write that may have been applied.
            Backup = outcome.Written?.BackupFile ?? (outcome.Fault?.Kind == ErrorCode.WriteOutcomeUnknown ? before.Backup : null),
        };

    /// <summary>The same model after its references followed reassigned IDs: a later version, and the same state before the run.</summary>
    internal RunEntry Repaired(SpecWriteOutcome written) =>
        new(Name, File, RunStatus.Updated)
        {
            DataModelId = DataModelId,
            VersionBefore = VersionBefore,
            VersionAfter = written.WasWrittenByOtherUser ? written.ResultingVersion : written.VersionAfter,
            NewName = NewName,
            NewDescription = NewDescription,
            NewDescriptionHash = NewDescriptionHash,
            Backup = Backup,
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
