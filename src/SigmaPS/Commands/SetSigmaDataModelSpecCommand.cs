using System.Linq;
using System.Management.Automation;
using SigmaPS.Binding;
using SigmaPS.Mapping;

namespace SigmaPS.Commands;

/// <summary>Set-SigmaDataModelSpec: replaces the whole content of a data model, after reading and checking the live model.</summary>
[Cmdlet(
    VerbsCommon.Set,
    "SigmaDataModelSpec",
    DefaultParameterSetName = "Spec",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(WriteResult))]
public sealed class SetSigmaDataModelSpecCommand : SpecWriteCmdlet
{
    /// <summary>The complete spec as an object.</summary>
    [Parameter(ParameterSetName = "Spec", Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject")]
    public object? Spec { get; set; }

    /// <summary>The complete spec as JSON text, whole or line by line.</summary>
    [Parameter(ParameterSetName = "Json")]
    [AllowEmptyString]
    public string[]? Json { get; set; }

    /// <summary>Files with complete specs; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = "Path")]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>Files with complete specs, taken literally.</summary>
    [Parameter(ParameterSetName = "LiteralPath")]
    [Alias("PSPath", "FullName")]
    public string[]? LiteralPath { get; set; }

    /// <summary>The model to write to; the default is the one that the spec was read from.</summary>
    [Parameter(ParameterSetName = "Spec", ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = "Json")]
    [Parameter(ParameterSetName = "Path")]
    [Parameter(ParameterSetName = "LiteralPath")]
    [DataModelId]
    [ArgumentCompleter(typeof(Completion.ModelIdCompleter))]
    public string? DataModelId { get; set; }

    /// <summary>The base version of the spec, if neither the object nor the document contains it.</summary>
    [Parameter]
    [ValidateRange(1, long.MaxValue)]
    [ArgumentCompleter(typeof(Completion.VersionCompleter))]
    public long? BaseDocumentVersion { get; set; }

    /// <summary>Overwrites newer versions, also if the base version is unknown.</summary>
    [Parameter]
    public SwitchParameter IgnoreConflict { get; set; }

    /// <summary>Sends the spec even if only layout, defaults or page IDs differ.</summary>
    [Parameter]
    public SwitchParameter SendEquivalent { get; set; }

    /// <inheritdoc/>
    private protected override void Process() => Arguments.ForEachSpec(Spec, Json, Path, LiteralPath, input => Write(input, DataModelId));

    private protected override Core.Writing.SpecWriteRequest Request(string id, SpecInput input, Core.Spec.SpecDocument document) =>
        new(id, document)
        {
            BaseVersion = BaseDocumentVersion,
            IndexVersion = input.Given is null ? IndexOf(input, id)?.BaseOf(document) : null,
            SeenVersions = document.LatestVersion is null ? IndexOf(input, id)?.Seen.Select(seen => seen.Version).ToList() : null,
            Origin = input.Given is null ? null : SpecConverter.OriginOf(input.Given),
            Organization = Current.OrganizationId,
            UserId = Current.UserId,
            Protections = Protections with { IgnoreConflict = IgnoreConflict },
            CustomFunctions = CustomFunctions.ForFile(input.File ?? (input.Given is { } spec ? SpecConverter.FileOf(spec) : null)),
            SendEquivalent = SendEquivalent,
            NoVerify = NoVerify,
            BackupFolder = BackupFolder,
        };

    private Core.Files.IndexEntry? IndexOf(SpecInput input, string id)
    {
        var file = input.Given is { } given ? SpecConverter.FileOf(given) : null;
        var entry = input.Index ?? (file is null ? null : Core.Files.ExportIndex.ReadEntry(file));
        return entry?.Id == id && entry.Organization == Current.OrganizationId ? entry : null;
    }
}
