using System.Management.Automation;
using SigmaPS.Binding;

namespace SigmaPS.Commands;

/// <summary>Undo-SigmaChange: reverts one version's changes and keeps all later ones.</summary>
[Cmdlet(VerbsCommon.Undo, "SigmaChange", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(WriteResult))]
public sealed class UndoSigmaChangeCommand : SpecUndoCmdlet
{
    /// <summary>The data model by ID, address, name or object.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("DataModelId")]
    [ArgumentCompleter(typeof(Completion.ModelIdCompleter))]
    public object? DataModel { get; set; }

    /// <summary>The version whose changes are reverted.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("DocumentVersion")]
    [ValidateRange(1, long.MaxValue)]
    [ArgumentCompleter(typeof(Completion.VersionCompleter))]
    public long? Version { get; set; }

    /// <summary>The first of several versions that are reverted together; -Version is the last one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(1, long.MaxValue)]
    public long? FirstVersion { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        // The next item of the pipeline changes the properties.
        var (model, last, first) = (DataModel, Version, FirstVersion);
        RunWithClient(model, async (client, pipeline, cancel) =>
        {
            var text = ModelResolver.TextOf(model ?? throw CommandErrors.NoModelToUndo());
            var version = last ?? throw CommandErrors.NoVersionToUndo();
            if (first > version)
            {
                throw CommandErrors.FirstVersionTooHigh();
            }

            var id = await Models.ResolveAsync(client, text, cancel).ConfigureAwait(false);
            var target = await Core.Writing.VersionUndo.PrepareAsync(client, id, first ?? version, version, cancel).ConfigureAwait(false);
            await UndoAsync(target, client, pipeline, cancel).ConfigureAwait(false);
        });
    }
}
