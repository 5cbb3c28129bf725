using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace SigmaPS.Core.Writing;

/// <summary>The process that created a scratch model. A later run checks by it whether that process has ended.</summary>
internal sealed class RunIdentity
{
    // The start time of another process is computed from clock ticks, so it varies by some milliseconds.
    private const long ToleranceSeconds = 2;

    private RunIdentity(string machine, int processId, long startedAt)
    {
        Machine = machine;
        ProcessId = processId;
        StartedAt = startedAt;
    }

    /// <summary>This process.</summary>
    public static RunIdentity Current { get; } = FromThisProcess();

    private string Machine { get; }

    private int ProcessId { get; }

    // Seconds since 0001-01-01 UTC.
    private long StartedAt { get; }

    /// <summary>Reads what <see cref="ToString"/> wrote; null if a part is not a number.</summary>
    public static RunIdentity? Parse(string machine, string process, string start) =>
        int.TryParse(process, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var id)
        && long.TryParse(start, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var startedAt)
            ? new RunIdentity(machine, id, startedAt)
            : null;

    /// <summary>Whether it is this process.</summary>
    public bool IsThisProcess => Machine == Current.Machine && ProcessId == Current.ProcessId && IsStartOf(Current.StartedAt);

    /// <summary>Whether the process has ended; null if this machine cannot find out.</summary>
    public bool? HasEnded()
    {
        if (Machine != Current.Machine)
        {
            return null;
        }

        try
        {
            using var process = Process.GetProcessById(ProcessId);

            // A dead process whose parent has not noticed it is still listed, and uses no memory.
            return !IsStartOf(Seconds(process)) || process.WorkingSet64 == 0;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // No process has the ID, or it ended while it was looked at.
            return true;
        }
        catch (Exception e) when (e is Win32Exception or NotSupportedException)
        {
            // A process of another user does not show its start.
            return null;
        }
    }

    /// <summary>Machine, process and start, as a name can contain them.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}-{1:x}-{2:x}", Machine, ProcessId, StartedAt);

    private bool IsStartOf(long other) => Math.Abs(StartedAt - other) <= ToleranceSeconds;

    private static long Seconds(Process process) => process.StartTime.ToUniversalTime().Ticks / TimeSpan.TicksPerSecond;

    private static RunIdentity FromThisProcess()
    {
        using var process = Process.GetCurrentProcess();
        return new RunIdentity(ScratchName.Digest(Environment.MachineName), process.Id, Seconds(process));
    }
}
