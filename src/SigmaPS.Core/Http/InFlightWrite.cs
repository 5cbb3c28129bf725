using System.Threading;

namespace SigmaPS.Core.Http;

/// <summary>A write that was sent and whose outcome is not known yet.</summary>
public sealed class InFlightWrite(string ifStopped, CancellationToken cancel)
{
    private readonly CancellationToken _cancel = cancel;
    private volatile bool _mayBeApplied;

    /// <summary>The text to report if the command is stopped: which write, and how to check its outcome.</summary>
    public string IfStopped { get; } = ifStopped;

    /// <summary>Whether the service may have applied the write: it was sent, and was not rejected before processing.</summary>
    internal bool MayBeApplied
    {
        get => _mayBeApplied;
        set => _mayBeApplied = value;
    }

    /// <summary>Whether its command was stopped.</summary>
    internal bool IsStopped => _cancel.IsCancellationRequested;
}
