using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Binding;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;
using SigmaPS.Workflows;

namespace SigmaPS.Commands;

/// <summary>Undo-SigmaRelease: reverts the changes of a release and keeps later ones.</summary>
[Cmdlet(VerbsCommon.Undo, "SigmaRelease", DefaultParameterSetName = "RunFile", SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(WriteResult))]
public sealed class UndoSigmaReleaseCommand : SpecUndoCmdlet
{
    /// <summary>The folder of a run, or its run.json.</summary>
    [Parameter(ParameterSetName = "RunFile", Position = 0)]
    public string? RunFile { get; set; }

    /// <summary>Undoes the newest run of the connected organization.</summary>
    [Parameter(ParameterSetName = "Last")]
    public SwitchParameter Last { get; set; }

    /// <summary>The folder of models whose runs are searched; the default is the current location.</summary>
    [Parameter(ParameterSetName = "Last")]
    public string? ModelPath { get; set; }

    /// <summary>The folder of runs, if it is not .sigma/runs in the folder of models.</summary>
    [Parameter(ParameterSetName = "Last")]
    public string? RunPath { get; set; }

    /// <summary>Overwrites changes that were made since the run.</summary>
    [Parameter]
    public SwitchParameter IgnoreConflict { get; set; }

    /// <inheritdoc/>
    private protected override void Process() => Run(RunFile, UndoRun);

    private void UndoRun()
    {
        var run = Find();
        if (run.Organization != Current.OrganizationId)
        {
            throw CommandErrors.RunOfOtherOrganization(run, Current.OrganizationId);
        }

        WriteVerbose(SafeText.Line($"Undo of the release to '{run.Environment}' in '{run.Location}'."));

        var references = new Core.Release.RunReferences(run);

        // Consumers were published last, so undo them first.
        foreach (var entry in run.Entries.Reverse())
        {
            if (entry.Status == Core.Release.RunStatus.Archived)
            {
                RunWithClient(entry.Name, (client, pipeline, cancel) => BringBackAsync(entry, client, pipeline, cancel));
            }
            else if (entry.Backup is { } backup)
            {
                RunWithClient(backup, async (client, pipeline, cancel) =>
                {
                    var target = await Core
                        .Release.ReleaseUndo.PrepareAsync(client, run, entry, references, IgnoreConflict, cancel)
                        .ConfigureAwait(false);
                    await UndoAsync(target, client, pipeline, cancel).ConfigureAwait(false);
                });
            }
        }

        // The models that they read may have new IDs since.
        foreach (var entry in references.Consumers)
        {
            RunWithClient(entry.Backup, async (client, pipeline, cancel) =>
            {
                if (await references.RepairAsync(client, entry, cancel).ConfigureAwait(false) is { } repair)
                {
                    await UndoAsync(repair, client, pipeline, cancel).ConfigureAwait(false);
                }
            });
        }

        // Write the warnings at the end, because a warning preference of Stop ends the command at the first one.
        foreach (var made in run.Entries.Where(entry => entry.Backup is null && entry.Status == Core.Release.RunStatus.Created))
        {
            WriteWarning(SafeText.Line(
                $"The run created \"{made.Name}\" ({made.DataModelId}), which is not removed. "
                + $"To remove it, run: Remove-SigmaDataModel {made.DataModelId}"));
        }
    }

    private Core.Release.RunFile Find()
    {
        if (ParameterSetName == "Last")
        {
            if (!Last)
            {
                throw CommandErrors.NotLast();
            }

            var runs = RunPath is null
                ? Path.Combine(PathResolver.ResolvePath(this, ModelPath ?? ".", nameof(ModelPath)), ".sigma", "runs")
                : PathResolver.ResolvePath(this, RunPath, nameof(RunPath));
            return Core.Release.LatestRun.Find(runs, Current.OrganizationId);
        }

        var path = PathResolver.ResolvePath(this, RunFile ?? throw CommandErrors.NoRunFile(), nameof(RunFile));
        return Core.Release.RunFile.Read(Directory.Exists(path) ? Path.Combine(path, "run.json") : path);
    }

    private async Task BringBackAsync(Core.Release.RunEntry entry, Core.Api.SigmaClient client, IDispatcher pipeline,
        CancellationToken cancel)
    {
        var files = new Core.Writing.ModelFiles(client);
        var model = await files.FindInTrashAsync(entry.DataModelId, cancel).ConfigureAwait(false);
        var what = SafeText.Line($"Restore data model \"{model.Name}\" ({entry.DataModelId}) from the trash on {Current}.");
        if (model.IsArchived
            && await pipeline.InvokeAsync(() => ShouldProcess(what, what + " Continue?", "Restore a data model")).ConfigureAwait(false))
        {
            await files.ChangeAsync(entry.DataModelId, new Core.Api.FileChange { Restore = true }, cancel).ConfigureAwait(false);
            if (PassThru)
            {
                await pipeline.WriteAsync(OutputMapper.ToResult(model, WriteStatus.Restored, Current)).ConfigureAwait(false);
            }

            pipeline.Post(() => UndoLine.Write(this, $"Remove-SigmaDataModel {entry.DataModelId}"));
        }
    }
}
