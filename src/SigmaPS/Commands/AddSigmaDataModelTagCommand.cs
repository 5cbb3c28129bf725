using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Binding;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>Add-SigmaDataModelTag: sets a version tag on published versions of data models.</summary>
[Cmdlet(VerbsCommon.Add, "SigmaDataModelTag", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(DataModelTag))]
public sealed class AddSigmaDataModelTagCommand : ConsumerChangeCmdlet
{
    private bool _tagIsFirst;

    /// <summary>The tag's name.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(Completion.TagCompleter))]
    public string? Tag { get; set; }

    /// <summary>The data model from the pipeline. With pipeline input, position 0 is the tag.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    /// <summary>The version; the default is the latest published one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(1, long.MaxValue)]
    [ArgumentCompleter(typeof(Completion.VersionCompleter))]
    public long? DocumentVersion { get; set; }

    /// <summary>The connections and paths that the tagged version reads instead of its own.</summary>
    [Parameter]
    public object[]? SourceMapping { get; set; }

    /// <inheritdoc/>
    private protected override void Begin()
    {
        if (MyInvocation.ExpectingInput && DataModelId is { } first)
        {
            Run(first, () => TakeTag(first));
        }

        base.Begin();
    }

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (!_tagIsFirst)
        {
            base.Process();
            return;
        }

        Run(InputObject, () =>
        {
            DataModelId = ModelResolver.TextOf(InputObject ?? throw CommandErrors.NoPipedModel());
            base.Process();
        });
    }

    // The models come from the pipeline, so the argument at position 0 is the tag; an ID there would be a second model.
    private void TakeTag(string first)
    {
        if (Tag is not null || ModelDirectory.IsIdOrAddress(first))
        {
            throw CommandErrors.SecondModel(first);
        }

        (Tag, _tagIsFirst) = (first, true);
    }

    /// <inheritdoc/>
    private protected override async Task ChangeAsync(
        string id,
        Core.Api.SigmaClient client,
        IDispatcher pipeline,
        CancellationToken cancel)
    {
        var tag = string.IsNullOrWhiteSpace(Tag) ? throw CommandErrors.NoTag() : Tag!;

        // Read on the pipeline thread, because an object may have script properties.
        var mapping = SourceMapping is null
            ? null
            : await pipeline.InvokeAsync(() => SpecConverter.ToValue(SourceMapping, "-SourceMapping")).ConfigureAwait(false);
        var model = await new Core.Writing.ModelFiles(client).FindAsync(id, cancel).ConfigureAwait(false);
        var version = DocumentVersion ?? model.LatestVersion;
        var impact = await Core
            .Writing.TagMove.CheckAsync(client, Check(client, pipeline), (id, model.Name), tag, version, null, cancel)
            .ConfigureAwait(false);
        var swapped = mapping is null ? "" : " with other sources";
        var what = $"Set tag \"{tag}\" on version {version} of data model \"{model.Name}\" ({id}){swapped} on {Current}.";
        if (await ConfirmAsync((what, "Tag a data model"), model, impact, client, pipeline, cancel).ConfigureAwait(false) is not null)
        {
            var made = await new Core.Writing.VersionTagging(client).TagAsync(model, tag, version, mapping, cancel).ConfigureAwait(false);
            if (PassThru)
            {
                await pipeline.WriteAsync(OutputMapper.ToTag(id, made)).ConfigureAwait(false);
            }

            Warn(client, model.Name, await Core.Writing.BrokenConsumers.FindAsync(client, impact, cancel).ConfigureAwait(false));
        }
    }
}
