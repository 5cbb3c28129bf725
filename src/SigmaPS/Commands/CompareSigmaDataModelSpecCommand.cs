using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Binding;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>Compare-SigmaDataModelSpec: compares two specs by identity and not by text.</summary>
[Cmdlet(VerbsData.Compare, "SigmaDataModelSpec", DefaultParameterSetName = "Spec")]
[OutputType(typeof(SpecChange))]
public sealed class CompareSigmaDataModelSpecCommand : SigmaSessionCmdlet
{
    private int _compared;

    /// <summary>A spec that is compared with the version that it was read from, or with the second spec.</summary>
    [Parameter(ParameterSetName = "Spec", Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject")]
    public object? Spec { get; set; }

    /// <summary>The spec before the changes.</summary>
    [Parameter(ParameterSetName = "Two")]
    public object? ReferenceSpec { get; set; }

    /// <summary>The spec after the changes.</summary>
    [Parameter(ParameterSetName = "Spec", Position = 1)]
    [Parameter(ParameterSetName = "Two")]
    [Parameter(ParameterSetName = "Live")]
    public object? DifferenceSpec { get; set; }

    /// <summary>A file with the spec before the changes.</summary>
    [Parameter(ParameterSetName = "Two")]
    public string? ReferencePath { get; set; }

    /// <summary>A file with the spec after the changes.</summary>
    [Parameter(ParameterSetName = "Spec")]
    [Parameter(ParameterSetName = "Two")]
    [Parameter(ParameterSetName = "Live")]
    public string? DifferencePath { get; set; }

    /// <summary>The live model to compare: two of its versions, or a version and a spec.</summary>
    [Parameter(ParameterSetName = "Live", ValueFromPipelineByPropertyName = true)]
    [DataModelId]
    [ArgumentCompleter(typeof(Completion.ModelIdCompleter))]
    public string? DataModelId { get; set; }

    /// <summary>The older version.</summary>
    [Parameter(ParameterSetName = "Live")]
    [ValidateRange(1, long.MaxValue)]
    [ArgumentCompleter(typeof(Completion.VersionCompleter))]
    public long? ReferenceVersion { get; set; }

    /// <summary>The newer version; the default is the latest.</summary>
    [Parameter(ParameterSetName = "Live")]
    [ValidateRange(1, long.MaxValue)]
    [ArgumentCompleter(typeof(Completion.VersionCompleter))]
    public long? DifferenceVersion { get; set; }

    /// <inheritdoc/>
    private protected override void Begin()
    {
        // Only versions of a live model are read from Sigma; files and objects need no session.
        if (ReferenceVersion is not null || DifferenceVersion is not null || DataModelId is not null)
        {
            base.Begin();
        }
    }

    /// <inheritdoc/>
    private protected override void Process()
    {
        switch (ParameterSetName)
        {
            case "Live":
                CompareLive(DataModelId);
                break;
            case var _ when NodeValueConverter.Unwrap(Spec) is DataModel model:
                CompareLive(model.DataModelId);
                break;
            case "Spec" when HasDifference:
                Run(DifferencePath, (pipeline, cancel) => ReportAsync(pipeline, log => (Side("", Spec, null, log), Difference(log))));
                break;
            case "Two":
                Run(ReferencePath ?? DifferencePath, (pipeline, cancel) =>
                    ReportAsync(pipeline, log => (Side("Reference", ReferenceSpec, ReferencePath, log), Difference(log))));
                break;
            default:
                Run(null, (pipeline, cancel) => ReportAsync(pipeline, Own));
                break;
        }
    }

    /// <inheritdoc/>
    private protected override void End()
    {
        if (_compared > 0)
        {
            ComparedPipelines.Record();
        }
    }

    /// <inheritdoc/>
    private protected override void OnErrorReported(Core.Diagnostics.SigmaEngineException error, object? target, bool ends) =>
        ComparedPipelines.Fail();

    private bool HasDifference => DifferenceSpec is not null || DifferencePath is not null;

    private void CompareLive(string? model)
    {
        if (Current is null)
        {
            base.Begin();
        }

        RunWithClient(model, (client, pipeline, cancel) => LiveAsync(model, client, pipeline, cancel));
    }

    private async Task LiveAsync(string? model, Core.Api.SigmaClient client, IDispatcher pipeline, CancellationToken cancel)
    {
        var id = await Models.ResolveAsync(client, model ?? throw CommandErrors.NoModelToCompare(), cancel).ConfigureAwait(false);
        if (HasDifference)
        {
            var live = DifferenceVersion is null
                ? (await client.GetSpecAsync(id, ReferenceVersion, cancel).ConfigureAwait(false)).Document
                : throw CommandErrors.TwoDifferences();
            await ReportAsync(pipeline, log => (live, Difference(log))).ConfigureAwait(false);
            return;
        }

        var older = ReferenceVersion ?? throw CommandErrors.NoVersionToCompare();
        var old = (await client.GetSpecAsync(id, older, cancel).ConfigureAwait(false)).Document;
        var now = (await client.GetSpecAsync(id, DifferenceVersion, cancel).ConfigureAwait(false)).Document;
        await ReportAsync(pipeline, _ => (old, now)).ConfigureAwait(false);
    }

    // Read objects on the pipeline thread, because an object may have script properties.
    private async Task ReportAsync(
        IDispatcher pipeline,
        System.Func<Core.Diagnostics.ILog, (Core.Spec.SpecDocument Old, Core.Spec.SpecDocument Now)> read)
    {
        var (old, now) = await pipeline.InvokeAsync(() => read(new CmdletLog(this, pipeline))).ConfigureAwait(false);
        foreach (
            var change in OutputMapper.ToChanges(
                Core.Spec.Diff.SpecDiff.Compare(old, now).Changes,
                now.DataModelId ?? old.DataModelId,
                now.Name ?? old.Name))
        {
            await pipeline.WriteAsync(change).ConfigureAwait(false);
        }

        _compared++;
    }

    private (Core.Spec.SpecDocument Old, Core.Spec.SpecDocument Now) Own(Core.Diagnostics.ILog log)
    {
        var given = Spec ?? throw CommandErrors.NoSpecToCompare();
        var now = SpecConverter.ToDocument(given, log);
        var origin = SpecConverter.OriginOf(given) ?? throw CommandErrors.NoOriginal();
        return (Core.Spec.SpecDocument.Parse(origin.Text, "The text that was read"), now);
    }

    private Core.Spec.SpecDocument Difference(Core.Diagnostics.ILog log) => Side("Difference", DifferenceSpec, DifferencePath, log);

    // A file object and a text mean the file.
    private Core.Spec.SpecDocument Side(string side, object? spec, string? path, Core.Diagnostics.ILog log) => (spec, path) switch
    {
        ({ } given, null) when (FileArgument.PathOf(given) ?? NodeValueConverter.Unwrap(given) as string) is { } file =>
            Core.Files.SpecFileReader.Read(PathResolver.ResolvePath(this, file, side + "Spec")),
        ({ } given, null) => SpecConverter.ToDocument(given, log),
        (null, { } file) => Core.Files.SpecFileReader.Read(PathResolver.ResolvePath(this, file, side + "Path")),
        (null, null) => throw CommandErrors.NoSide(side),
        _ => throw CommandErrors.TwoSides(side),
    };
}
