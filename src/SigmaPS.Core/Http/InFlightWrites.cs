using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace SigmaPS.Core.Http;

/// <summary>The in-flight writes of a session: their outcome is unknown. Writes of stopped commands are reported once.</summary>
internal sealed class InFlightWrites
{
    private readonly object _gate = new();
    private readonly List<InFlightWrite> _writes = new();

    /// <summary>Registers a write before it is sent.</summary>
    /// <param name="ifStopped">The text to report if its command is stopped.</param>
    /// <param name="cancel">Canceled when its command is stopped.</param>
    public InFlightWrite Begin(string ifStopped, CancellationToken cancel)
    {
        var write = new InFlightWrite(ifStopped, cancel);
        lock (_gate)
        {
            _writes.Add(write);
        }

        return write;
    }

    /// <summary>Removes a write whose work has ended. A write that may have been applied stays if its command was stopped.</summary>
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

    /// <summary>Returns and removes the reports about writes of stopped commands.</summary>
    public IReadOnlyList<string> DrainAbandoned()
    {
        lock (_gate)
        {
            // Include writes whose work has not noticed the stop yet, because the next command may begin before it does.
            var told = _writes.Where(write => write.MayBeApplied && write.IsStopped).ToList();
            told.ForEach(write => _writes.Remove(write));
            return told.Select(write => write.IfStopped).ToList();
        }
    }
}
