using System.Management.Automation;
using SigmaPS.Cmdlets;

namespace SigmaPS.Commands;

/// <summary>Restore-SigmaDataModelSpec: puts the content of an earlier version, or of a backup file, back.</summary>
[Cmdlet(VerbsData.Restore, "SigmaDataModelSpec", DefaultParameterSetName = "Version", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(WriteResult))]
public sealed class RestoreSigmaDataModelSpecCommand : SpecWritingCmdlet
{
    /// <summary>The model; with files, only where it is not the one that the file names.</summary>
    [Parameter(ParameterSetName = "Version", Position = 0, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = "Path")]
    [Parameter(ParameterSetName = "LiteralPath")]
    [DataModelId]
    public string? DataModelId { get; set; }

    /// <summary>The version whose content is put back.</summary>
    [Parameter(ParameterSetName = "Version", ValueFromPipelineByPropertyName = true)]
    [ValidateRange(1, long.MaxValue)]
    public long? DocumentVersion { get; set; }

    /// <summary>Backup files; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = "Path")]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>Backup files, taken literally.</summary>
    [Parameter(ParameterSetName = "LiteralPath")]
    [Alias("PSPath")]
    public string[]? LiteralPath { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == "Version")
        {
            RunWithClient(DataModelId, RestoreVersionAsync);
        }
        else
        {
            var literal = ParameterSetName == "LiteralPath";
            Arguments.Files(literal ? LiteralPath : Path, literal, input => Write(input, DataModelId));
        }
    }

    private async System.Threading.Tasks.Task RestoreVersionAsync(Core.Api.SigmaClient client, IPipeline pipeline, System.Threading.CancellationToken cancel)
    {
        var id = Core.Api.DataModelId.Parse(DataModelId ?? throw Missing("which data model: -DataModelId, or a file with -Path"));
        var version = DocumentVersion ?? throw Missing("which version: -DocumentVersion; Get-SigmaDataModelVersion lists them");
        var (document, _) = await Core.Models.TargetSpec.ReadAsync(client, id, version, cancel).ConfigureAwait(false);
        await WriteAsync(SpecInput.OfVersion(document, version), id, client, pipeline, cancel).ConfigureAwait(false);
    }

    // A restore replaces a known state on purpose: its base is what is live now.
    private protected override Core.Spec.Writing.SpecWriteRequest Request(string id, SpecInput input, Core.Spec.SpecDocument document) => new(id, document)
    {
        IgnoreConflict = true,
        KeepsLiveIds = true,
        RestoredFrom = input.Label,
        Organization = Current.OrganizationId,
        UserId = Current.UserId,
        AllowRemoval = AllowRemoval,
        AllowUnrepresented = AllowUnrepresented,
        SkipValidation = SkipValidation,
        NoVerify = NoVerify,
        BackupFolder = BackupFolder,
    };

    private static Core.Api.SigmaFaultException Missing(string what) => new(Core.Api.FaultKind.InvalidArgument, $"Say {what}.");
}
