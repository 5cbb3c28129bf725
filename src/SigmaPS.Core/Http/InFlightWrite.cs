using System.Threading;

namespace SigmaPS.Core.Http;

/// <summary>A write from its sending until it is known what became of it.</summary>
public sealed class InFlightWrite
{
    private readonly CancellationToken _cancel;
    private volatile bool _mayBeApplied;

    internal InFlightWrite(string ifStopped, CancellationToken cancel)
    {
        IfStopped = ifStopped;
        _cancel = cancel;
    }

    /// <summary>What to tell when its command is stopped meanwhile: which write, and how to look what became of it.</summary>
    public string IfStopped { get; }

    /// <summary>Whether the service may have carried it out: it has been sent, and not been refused at the door.</summary>
    internal bool MayBeApplied
    {
        get => _mayBeApplied;
        set => _mayBeApplied = value;
    }

    /// <summary>Whether nobody waits for it any more.</summary>
    internal bool IsStopped => _cancel.IsCancellationRequested;
}
