using System.Management.Automation;
using SigmaPS.Binding;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>Restore-SigmaDataModelSpec: restores the content of an earlier version or of a backup file.</summary>
[Cmdlet(
    VerbsData.Restore,
    "SigmaDataModelSpec",
    DefaultParameterSetName = "Version",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(WriteResult))]
public sealed class RestoreSigmaDataModelSpecCommand : SpecWriteCmdlet
{
    /// <summary>The model; with files, only if it is not the one in the file.</summary>
    [Parameter(ParameterSetName = "Version", Position = 0, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = "Path")]
    [Parameter(ParameterSetName = "LiteralPath")]
    [DataModelId]
    [ArgumentCompleter(typeof(Completion.ModelIdCompleter))]
    public string? DataModelId { get; set; }

    /// <summary>The version whose content is restored.</summary>
    [Parameter(ParameterSetName = "Version", ValueFromPipelineByPropertyName = true)]
    [ValidateRange(1, long.MaxValue)]
    [ArgumentCompleter(typeof(Completion.VersionCompleter))]
    public long? DocumentVersion { get; set; }

    /// <summary>Backup files; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = "Path")]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>Backup files, taken literally.</summary>
    [Parameter(ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    public string[]? LiteralPath { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
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

    private async System.Threading.Tasks.Task RestoreVersionAsync(
        Core.Api.SigmaClient client,
        IDispatcher pipeline,
        System.Threading.CancellationToken cancel)
    {
        var id = Core.Spec.DataModelId.Parse(DataModelId ?? throw CommandErrors.NoModelToRestore());
        var version = DocumentVersion ?? throw CommandErrors.NoVersionToRestore();
        var document = (await Core.Writing.LiveSpecReader.ReadAsync(client, id, version, cancel).ConfigureAwait(false)).Document;
        await WriteAsync(SpecInput.FromVersion(document, version), id, client, pipeline, cancel).ConfigureAwait(false);
    }

    // A restore replaces the live content on purpose, so its base version is the live version.
    private protected override Core.Writing.SpecWriteRequest Request(string id, SpecInput input, Core.Spec.SpecDocument document) =>
        new(id, document)
        {
            BaseIsLive = true,
            PreservesLiveIds = true,
            RestoredFrom = input.Label,
            Organization = Current.OrganizationId,
            UserId = Current.UserId,
            Protections = Protections,
            CustomFunctions = CustomFunctions.ForFile(input.File ?? (input.Given is { } spec ? SpecConverter.FileOf(spec) : null)),
            NoVerify = NoVerify,
            BackupFolder = BackupFolder,
        };
}
