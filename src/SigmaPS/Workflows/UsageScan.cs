using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Pipeline;

namespace SigmaPS.Workflows;

/// <summary>A scan with progress on the pipeline thread.</summary>
internal sealed class UsageScan(PSCmdlet cmdlet, SigmaSession session, string? indexFolder)
{
    private readonly PSCmdlet _cmdlet = cmdlet;
    private readonly SigmaSession _session = session;
    private readonly string? _indexFolder = indexFolder;

    public async Task<Core.Usage.UsageIndex> RunAsync(
        Core.Api.SigmaClient client,
        Core.Usage.UsageOptions options,
        IDispatcher pipeline,
        CancellationToken cancel)
    {
        var progress = new ProgressReporter(_cmdlet, "Usage of data models");
        var store = UsageStores.Open(_session, _indexFolder, client.Log);
        var index = await new Core.Usage.UsageCollector(client, store, options with { Progress = Tell })
            .ScanAsync(cancel)
            .ConfigureAwait(false);
        await pipeline
            .InvokeAsync(() =>
            {
                progress.Close();
                return true;
            })
            .ConfigureAwait(false);
        return index;

        void Tell(int done, int all)
        {
            lock (progress)
            {
                progress.Report(done, all - done, pipeline.Post);
            }
        }
    }
}
