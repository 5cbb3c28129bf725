using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Binding;
using SigmaPS.Pipeline;

namespace SigmaPS.Workflows;

/// <summary>The consumer check of one command: one scan at the first write that removes an item.</summary>
internal sealed class UsageGate
{
    /// <summary>The default limit of requests that a write sends for the usage index.</summary>
    public const int DefaultRequests = 500;

    private readonly UsageScan _scan;
    private readonly Core.Usage.UsageOptions _options;
    private Core.Api.SigmaClient? _client;
    private IDispatcher? _pipeline;

    private UsageGate(UsageScan scan, Core.Usage.UsageOptions options)
    {
        _scan = scan;
        _options = options;
    }

    /// <summary>The check.</summary>
    public Core.Writing.ConsumerCheck Check { get; private set; } = null!;

    /// <summary>Opens the check with the parameters of a command.</summary>
    public static UsageGate Open(
        PSCmdlet cmdlet,
        SigmaSession session,
        bool allowBreak,
        bool requireComplete,
        int maxRequests,
        string? indexPath)
    {
        var folder = indexPath is null ? null : PathResolver.ResolvePath(cmdlet, indexPath, "IndexPath");
        var gate = new UsageGate(new UsageScan(cmdlet, session, folder), new Core.Usage.UsageOptions { MaxRequests = maxRequests });
        gate.Check = new Core.Writing.ConsumerCheck(gate.ScanAsync)
        {
            LiveNames = (id, live, cancel) => Core.Api.LiveNames.ReadAsync(gate._client!, live, id, cancel),
            AllowBreak = allowBreak,
            RequireCompleteUsage = requireComplete,
            ChecksRefused = WritePreview.IsWhatIf(cmdlet),
        };
        return gate;
    }

    /// <summary>The check, with the client and the pipeline of the first write that needs it.</summary>
    public Core.Writing.ConsumerCheck With(Core.Api.SigmaClient client, IDispatcher pipeline)
    {
        (_client, _pipeline) = (client, pipeline);
        return Check;
    }

    private Task<Core.Usage.UsageIndex> ScanAsync(CancellationToken cancel) => _scan.RunAsync(_client!, _options, _pipeline!, cancel);
}
