using System.Globalization;
using System.Management.Automation;
using SigmaPS.Binding;
using SigmaPS.Workflows;

namespace SigmaPS.Commands;

/// <summary>Clear-SigmaUsageCache: removes the usage index from disk and from memory.</summary>
[Cmdlet(VerbsCommon.Clear, "SigmaUsageCache", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class ClearSigmaUsageCacheCommand : SigmaCmdlet
{
    /// <summary>The folder of the index; the default is the user's cache folder.</summary>
    [Parameter(Position = 0)]
    public string? IndexPath { get; set; }

    /// <inheritdoc/>
    private protected override void Process() => Run(IndexPath, () =>
    {
        var folder = IndexPath is null ? Core.Usage.UsageCache.DefaultRoot() : PathResolver.ResolvePath(this, IndexPath, nameof(IndexPath));
        if (!ShouldProcess(folder ?? "memory", "Remove the usage index"))
        {
            return;
        }

        var count = (folder is null ? 0 : Core.Usage.UsageCache.ClearAll(folder)) + (IndexPath is null ? UsageStores.ClearMemory() : 0);
        WriteVerbose(string.Format(CultureInfo.InvariantCulture, "Removed {0} entries of the usage index.", count));
    });
}
