using System.Management.Automation;
using SigmaPS.Mapping;

namespace SigmaPS.Commands;

/// <summary>New-SigmaFolder: makes a folder.</summary>
[Cmdlet(VerbsCommon.New, "SigmaFolder", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SigmaFile))]
public sealed class NewSigmaFolderCommand : LookupCmdlet
{
    /// <summary>The name.</summary>
    [Parameter(Position = 0)]
    public string? Name { get; set; }

    /// <summary>The folder or workspace to make it in.</summary>
    [Parameter]
    [Alias("ParentPath")]
    public string? ParentId { get; set; }

    /// <summary>A description.</summary>
    [Parameter]
    public string? Description { get; set; }

    /// <inheritdoc/>
    private protected override void Process() => RunWithClient(Name, async (client, pipeline, cancel) =>
    {
        var name = RequireValue(Name, "Say what the folder shall be called: -Name.");
        var parent = await FolderIdAsync(client, ParentId, cancel).ConfigureAwait(false);
        var what = SafeText.Line($"Make folder \"{name}\" in {parent ?? "the place that Sigma chooses"} on {Current}.");
        if (!await pipeline.InvokeAsync(() => ShouldProcess(what, what + " Continue?", "Make a folder")).ConfigureAwait(false))
        {
            return;
        }

        try
        {
            await pipeline.WriteAsync(OutputMapper.ToFile(await client.PostFolderAsync(name, parent, Description, cancel).ConfigureAwait(false))).ConfigureAwait(false);
        }
        catch (Core.Diagnostics.SigmaEngineException lost) when (!lost.IsUnprocessed && lost.Kind is Core.Diagnostics.ErrorCode.NetworkUnavailable or Core.Diagnostics.ErrorCode.ServiceUnavailable)
        {
            throw new Core.Diagnostics.SigmaEngineException(Core.Diagnostics.ErrorCode.WriteOutcomeUnknown, $"It is not known whether the folder \"{name}\" was made: {lost.Message} Nothing was sent again; look with Get-SigmaFile before you try again, a new folder is listed some seconds late.", lost) { RequestId = lost.RequestId, Status = lost.Status };
        }
    });
}
