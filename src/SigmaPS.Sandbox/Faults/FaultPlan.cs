using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace SigmaPS.Sandbox;

/// <summary>The armed faults. Each request uses the first match once.</summary>
public sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<Armed> _armed = [];

    /// <summary>How many requests have had a fault so far.</summary>
    public int Hits { get; private set; }

    /// <summary>How many faults are still armed.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _armed.Sum(a => a.Times);
            }
        }
    }

    public void Arm(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_gate)
        {
            _armed.Add(new Armed(fault) { Skip = fault.Skip, Times = fault.Times });
        }
    }

    /// <summary>Removes all faults.</summary>
    public void Disarm()
    {
        lock (_gate)
        {
            _armed.Clear();
        }
    }

    internal Fault? Take(RecordedRequest request)
    {
        lock (_gate)
        {
            foreach (Armed armed in _armed.Where(a => Fits(a.Fault, request)))
            {
                if (armed.Skip > 0)
                {
                    armed.Skip--;
                    continue;
                }

                if (--armed.Times == 0)
                {
                    _armed.Remove(armed);
                }

                Hits++;
                return armed.Fault;
            }

            return null;
        }
    }

    private static bool Fits(Fault fault, RecordedRequest request) =>
        (fault.Method is null || fault.Method.Equals(request.Method, StringComparison.OrdinalIgnoreCase))
        && (fault.PathContains is null ? !request.IsToken : request.Path.Contains(fault.PathContains, StringComparison.OrdinalIgnoreCase));

    private sealed class Armed(Fault fault)
    {
        public Fault Fault { get; } = fault;

        public int Skip { get; set; }

        public int Times { get; set; }
    }
}
