using System.IO;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Binding;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;
using SigmaPS.Workflows;

namespace SigmaPS.Commands;

/// <summary>Show-SigmaDataModel: opens a data model as a page in the browser.</summary>
[Cmdlet(VerbsCommon.Show, "SigmaDataModel", DefaultParameterSetName = "DataModel")]
[OutputType(typeof(FileInfo))]
public sealed class ShowSigmaDataModelCommand : SigmaSessionCmdlet
{
    private readonly PageOpener _pages;

    /// <summary>Creates the command.</summary>
    public ShowSigmaDataModelCommand() => _pages = new PageOpener(this);

    /// <summary>A data model by name, ID, address or object; or a spec.</summary>
    [Parameter(ParameterSetName = "DataModel", Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject", "DataModelId", "Id", "Spec")]
    [ArgumentCompleter(typeof(Completion.ModelIdCompleter))]
    public object? DataModel { get; set; }

    /// <summary>Files or folders of specs; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = "Path")]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>Files or folders of specs, taken literally.</summary>
    [Parameter(ParameterSetName = "LiteralPath")]
    [Alias("PSPath", "FullName")]
    public string[]? LiteralPath { get; set; }

    /// <summary>Returns the file of the page.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    // Only a live model needs a session; files and objects do not.
    /// <inheritdoc/>
    private protected override void Begin()
    {
    }

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (ParameterSetName == "DataModel" && IsLive(DataModel))
        {
            ShowLive(DataModel);
            return;
        }

        var log = new CmdletLog(this);
        new SpecParameterBinder(this, Run) { Verb = "show", TakesFolders = true }.ForEachSpec(DataModel, null, Path, LiteralPath, input =>
        {
            var document = input.Read(log);
            RunOnWorker((pipeline, cancel) => ShowAsync(document, null, pipeline, cancel));
        });
    }

    private static bool IsLive(object? given) =>
        given is null || (FileArgument.PathOf(given) is null && !SpecConverter.LooksLikeSpec(given));

    private void ShowLive(object? given) => Run(given, () =>
    {
        var text = ModelResolver.TextOf(given ?? throw CommandErrors.NoModelToShow());
        if (Current is null)
        {
            base.Begin();
        }

        RunWithClient(given, async (client, pipeline, cancel) =>
        {
            var id = await Models.ResolveAsync(client, text, cancel).ConfigureAwait(false);
            var document = (await client.GetSpecAsync(id, null, cancel).ConfigureAwait(false)).Document;
            var names = await Core.Api.LiveNames.ReadAsync(client, document, id, cancel).ConfigureAwait(false);
            await ShowAsync(document, names, pipeline, cancel).ConfigureAwait(false);
        });
    });

    private async Task ShowAsync(
        Core.Spec.SpecDocument document,
        Core.Spec.DisplayNames? names,
        IDispatcher pipeline,
        CancellationToken cancel)
    {
        var name = document.Name ?? "Data model";
        var html = Core.Reports.HtmlDiagramWriter.Write(Core.Reports.SpecDiagram.WithColumns(document, names), name);
        var file = await _pages.OpenAsync(name, html, pipeline, cancel).ConfigureAwait(false);
        if (PassThru)
        {
            await pipeline.WriteAsync(new FileInfo(file)).ConfigureAwait(false);
        }
    }
}
