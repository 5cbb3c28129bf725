using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace SigmaPS.Core.Http;

/// <summary>The writes of a session whose outcome nobody has heard; those whose command was stopped are told once.</summary>
internal sealed class InFlightWrites
{
    private readonly object _gate = new();
    private readonly List<InFlightWrite> _writes = new();

    /// <summary>A write begins.</summary>
    /// <param name="ifStopped">What to tell when its command is stopped meanwhile.</param>
    /// <param name="cancel">Cancelled when nobody waits for it any more.</param>
    public InFlightWrite Begin(string ifStopped, CancellationToken cancel)
    {
        var write = new InFlightWrite(ifStopped, cancel);
        lock (_gate)
        {
            _writes.Add(write);
        }

        return write;
    }

    /// <summary>The work on a write has ended: it is forgotten, unless it may have been applied and nobody was there to hear of it.</summary>
    public void End(InFlightWrite write)
    {
        lock (_gate)
        {
            if (!write.MayBeApplied || !write.IsStopped)
            {
                _writes.Remove(write);
            }
        }
    }

    /// <summary>What is to be told of writes whose command was stopped; each is told once.</summary>
    public IReadOnlyList<string> DrainAbandoned()
    {
        lock (_gate)
        {
            // One whose work has not noticed the stop yet counts too: the next command may begin before it has.
            var told = _writes.Where(write => write.MayBeApplied && write.IsStopped).ToList();
            told.ForEach(write => _writes.Remove(write));
            return told.Select(write => write.IfStopped).ToList();
        }
    }
}
