using System.Management.Automation;
using SigmaPS.Cmdlets;

namespace SigmaPS.Commands;

/// <summary>Set-SigmaDataModelSpec: replaces a data model's whole content, after reading what is live and checking.</summary>
[Cmdlet(VerbsCommon.Set, "SigmaDataModelSpec", DefaultParameterSetName = "Spec", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(WriteResult))]
public sealed class SetSigmaDataModelSpecCommand : SigmaSessionCmdlet
{
    private SpecWriteFlow _flow = null!;

    /// <summary>The complete representation as an object.</summary>
    [Parameter(ParameterSetName = "Spec", Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject")]
    public object? Spec { get; set; }

    /// <summary>The complete representation as JSON text, whole or line by line.</summary>
    [Parameter(ParameterSetName = "Json")]
    [AllowEmptyString]
    public string[]? Json { get; set; }

    /// <summary>Files that hold complete representations; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = "Path")]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>Files that hold complete representations, taken literally.</summary>
    [Parameter(ParameterSetName = "LiteralPath")]
    [Alias("PSPath")]
    public string[]? LiteralPath { get; set; }

    /// <summary>The model to write to; without it the one the spec was read from.</summary>
    [Parameter(ParameterSetName = "Spec", ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = "Json")]
    [Parameter(ParameterSetName = "Path")]
    [Parameter(ParameterSetName = "LiteralPath")]
    [DataModelId]
    public string? DataModelId { get; set; }

    /// <summary>The version the spec builds on, where neither object nor document say it.</summary>
    [Parameter]
    [ValidateRange(1, long.MaxValue)]
    public long? BaseDocumentVersion { get; set; }

    /// <summary>A folder for a copy of the model as it is before the write.</summary>
    [Parameter]
    public string? BackupPath { get; set; }

    /// <summary>Overwrites although live has moved on or the base is unknown.</summary>
    [Parameter]
    public SwitchParameter IgnoreConflict { get; set; }

    /// <summary>Allows that pages, elements, columns, metrics, relationships, filters or securities go.</summary>
    [Parameter]
    public SwitchParameter AllowRemoval { get; set; }

    /// <summary>Allows to replace a model that holds elements which no representation shows.</summary>
    [Parameter]
    public SwitchParameter AllowUnrepresented { get; set; }

    /// <summary>Sends although references by id name nothing.</summary>
    [Parameter]
    public SwitchParameter SkipValidation { get; set; }

    /// <summary>Sends even what differs only in layout, defaults and page ids.</summary>
    [Parameter]
    public SwitchParameter SendEquivalent { get; set; }

    /// <summary>Does not read back after the write, which saves two requests.</summary>
    [Parameter]
    public SwitchParameter NoVerify { get; set; }

    /// <summary>Gives a result for each model.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _flow = new SpecWriteFlow(this, Current, PassThru);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case "Json":
                Write(SpecInput.OfText(string.Join("\n", Json ?? System.Array.Empty<string>())));
                break;
            case "Path" or "LiteralPath":
                var literal = ParameterSetName == "LiteralPath";
                foreach (var path in (literal ? LiteralPath : Path) ?? System.Array.Empty<string>())
                {
                    Run(path, () => WriteFiles(path, literal));
                }

                break;
            default:
                Run(DataModelId, () => Write(SpecInput.OfObject(Spec ?? throw new Core.Api.SigmaFaultException(Core.Api.FaultKind.InvalidArgument, "Say what to write: pipe a spec in, or use -Spec, -Json, -Path or -LiteralPath."))));
                break;
        }
    }

    // Each path and each file has an error of its own, and the others still go.
    private void WriteFiles(string path, bool literal)
    {
        foreach (var file in SpecFiles.Resolve(this, new[] { path }, literal))
        {
            Run(file, () => Write(SpecInput.OfFile(file)));
        }
    }

    private void Write(SpecInput input) =>
        RunWithClient(DataModelId ?? input.Label, (client, pipeline, cancel) => _flow.WriteAsync(input, Request, client, pipeline, cancel));

    private Core.Spec.Writing.SpecWriteRequest Request(SpecInput input, Core.Spec.SpecDocument document)
    {
        var typed = DataModelId is { } text ? Core.Api.DataModelId.Parse(text) : null;
        var id = typed ?? document.DataModelId ?? (input.Given is { } given ? SpecObjects.IdOf(given) : input.Index?.Id) ?? throw new Core.Api.SigmaFaultException(Core.Api.FaultKind.InvalidId, $"{input.Label} names no data model (its key 'dataModelId' is missing or no UUID); say -DataModelId.");
        return new Core.Spec.Writing.SpecWriteRequest(id, document)
        {
            BaseVersion = BaseDocumentVersion,
            IndexVersion = input.Index is { } entry && entry.Id == id && entry.Organization == Current.OrganizationId ? entry.Version : null,
            Origin = input.Given is null ? null : SpecObjects.OriginOf(input.Given),
            Organization = Current.OrganizationId,
            UserId = Current.UserId,
            IgnoreConflict = IgnoreConflict,
            AllowRemoval = AllowRemoval,
            AllowUnrepresented = AllowUnrepresented,
            SkipValidation = SkipValidation,
            SendEquivalent = SendEquivalent,
            NoVerify = NoVerify,
            BackupFolder = BackupPath is null ? null : SpecFiles.Folder(this, BackupPath),
        };
    }
}
