using System.Management.Automation;
using SigmaPS.Binding;
using SigmaPS.Pipeline;
using SigmaPS.Workflows;

namespace SigmaPS.Commands;

/// <summary>Export-SigmaDataModelSpec: writes specs to a folder, one file per model, and only files that differ.</summary>
[Cmdlet(
    VerbsData.Export,
    "SigmaDataModelSpec",
    DefaultParameterSetName = "Id",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(ExportResult))]
public sealed class ExportSigmaDataModelSpecCommand : SigmaBulkCmdlet
{
    private ExportWorkflow? _flow;

    private bool IsConnected => Current is not null;

    /// <summary>UUID, short ID or address of a data model; data models can be piped in.</summary>
    [Parameter(ParameterSetName = "Id", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [DataModelId(AllowsSpec = true)]
    [ArgumentCompleter(typeof(Completion.ModelIdCompleter))]
    public string? DataModelId { get; set; }

    /// <summary>A spec as an object, which is written as it is in memory; for a data model, the live spec is written.</summary>
    [Parameter(ParameterSetName = "Spec", ValueFromPipeline = true)]
    [Alias("InputObject")]
    public object? Spec { get; set; }

    /// <summary>The folder to write to; it is created if it is missing.</summary>
    [Parameter(Position = 0)]
    [Alias("Path")]
    public string? DestinationPath { get; set; }

    /// <summary>Json or Yaml.</summary>
    [Parameter]
    public SpecFileFormat Format { get; set; }

    /// <summary>Omits server-managed fields from the files; the folder's index contains them.</summary>
    [Parameter]
    public SwitchParameter ContentOnly { get; set; }

    /// <summary>Names the JSON schema for editors in each file, and writes the schema beside the index. With $false, removes it.</summary>
    [Parameter]
    public SwitchParameter SchemaReference { get; set; }

    /// <summary>Replaces files that were edited after the last export.</summary>
    [Parameter]
    public SwitchParameter OverwriteEdited { get; set; }

    /// <summary>Returns one result per model.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    // Without the switch, a file keeps the reference that it has.
    private bool? NamesSchema => MyInvocation.BoundParameters.ContainsKey(nameof(SchemaReference)) ? SchemaReference : null;

    // Without a folder or with an unreadable index, no model can be exported.
    private protected override bool EndsOnAnyError => _flow is null;

    /// <inheritdoc/>
    private protected override void Begin()
    {
        // Specs in memory need no session, for example to convert JSON to YAML. A model that must be read needs one.
        Run(DestinationPath, () =>
            _flow = new ExportWorkflow(
                this,
                OpenSession,
                DestinationPath,
                Format,
                ContentOnly,
                PassThru,
                OverwriteEdited,
                NamesSchema));
    }

    /// <inheritdoc/>
    private protected override void Process()
    {
        var log = new BufferedLog();
        var item = _flow!.Take(DataModelId, Spec, log);
        if (item.IsOffline)
        {
            EnqueueOffline(
                DataModelId,
                cancel => item.ReadAsync(Models, null, cancel),
                (document, pipeline, _) => _flow.WriteAsync(item, document, pipeline),
                log);
            return;
        }

        if (!IsConnected)
        {
            base.Begin();
        }

        if (IsConnected)
        {
            Enqueue(
                DataModelId,
                (client, cancel) => item.ReadAsync(Models, client, cancel),
                (document, pipeline, _) => _flow.WriteAsync(item, document, pipeline),
                log);
        }
    }

    /// <inheritdoc/>
    private protected override void End()
    {
        base.End();
        Run(DestinationPath, () => _flow!.Close());
    }
}
