using SigmaPS.Core.Spec;
using SigmaPS.Core.Writing;

namespace SigmaPS.Core.Release;

/// <summary>
/// The options of the writes of a release. A write keeps the live IDs, because consumers refer to them. The plan checks edits by hand.
/// </summary>
internal static class ReleaseWriteOptions
{
    /// <summary>The request for one live model.</summary>
    /// <param name="request">The release.</param>
    /// <param name="dataModelId">The live model.</param>
    /// <param name="document">The content.</param>
    /// <param name="baseVersion">The version in the plan; null while planning.</param>
    /// <param name="backupFolder">The folder for the copy of the live model.</param>
    public static SpecWriteRequest Request(
        ReleaseRequest request,
        string dataModelId,
        SpecDocument document,
        long? baseVersion = null,
        string? backupFolder = null) =>
        new(dataModelId, document)
        {
            BaseVersion = baseVersion,
            Protections = request.Protections with { IgnoreConflict = baseVersion is null },
            PreservesLiveIds = true,
            DesiredName = document.Name,
            DesiredDescription = document.Description,
            Organization = request.Organization,
            UserId = request.UserId,
            CustomFunctions = request.CustomFunctions,
            BackupFolder = backupFolder,
        };

    /// <summary>The request for one live model of a rename: its own IDs, and only its content.</summary>
    /// <param name="request">What the writes may do.</param>
    /// <param name="dataModelId">The live model.</param>
    /// <param name="document">The content.</param>
    /// <param name="removes">Whether the content leaves out the old name on purpose.</param>
    /// <param name="baseVersion">The version that the content was made from.</param>
    /// <param name="backupFolder">The folder for the copy of the live model.</param>
    public static SpecWriteRequest ForRename(
        ReleaseRequest request,
        string dataModelId,
        SpecDocument document,
        bool removes,
        long? baseVersion,
        string? backupFolder = null) =>
        new(dataModelId, document)
        {
            BaseVersion = baseVersion,
            Protections = request.Protections with { AllowRemoval = request.Protections.AllowRemoval || removes },
            Organization = request.Organization,
            UserId = request.UserId,
            CustomFunctions = request.CustomFunctions,
            BackupFolder = backupFolder,
        };
}
