using System.Management.Automation;
using SigmaPS.Mapping;

namespace SigmaPS.Commands;

/// <summary>New-SigmaFolder: creates a folder.</summary>
[Cmdlet(VerbsCommon.New, "SigmaFolder", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SigmaFile))]
public sealed class NewSigmaFolderCommand : LookupCmdlet
{
    /// <summary>The name.</summary>
    [Parameter(Position = 0)]
    public string? Name { get; set; }

    /// <summary>The folder or workspace to create it in.</summary>
    [Parameter]
    [Alias("ParentPath")]
    [ArgumentCompleter(typeof(Completion.FolderPathCompleter))]
    public string? ParentId { get; set; }

    /// <summary>A description.</summary>
    [Parameter]
    public string? Description { get; set; }

    /// <inheritdoc/>
    private protected override void Process() => RunWithClient(Name, async (client, pipeline, cancel) =>
    {
        var name = RequireValue(Name, CommandErrors.NoFolderName);
        var parent = await FolderIdAsync(client, ParentId, cancel).ConfigureAwait(false);
        var what = SafeText.Line($"Create folder \"{name}\" in {parent ?? "the folder that Sigma chooses"} on {Current}.");
        if (!await pipeline.InvokeAsync(() => ShouldProcess(what, what + " Continue?", "Create a folder")).ConfigureAwait(false))
        {
            return;
        }

        try
        {
            await pipeline
                .WriteAsync(OutputMapper.ToFile(await client.PostFolderAsync(name, parent, Description, cancel).ConfigureAwait(false)))
                .ConfigureAwait(false);
        }
        catch (Core.Diagnostics.SigmaEngineException lost)
            when (!lost.IsUnprocessed
                && lost.Kind is Core.Diagnostics.ErrorCode.NetworkUnavailable or Core.Diagnostics.ErrorCode.ServiceUnavailable)
        {
            throw CommandErrors.FolderUnconfirmed(lost, name);
        }
    });
}
