namespace SigmaPS.Core.Diagnostics;

/// <summary>Discards all lines. Work that continues after its command has ended uses it.</summary>
internal sealed class SilentLog : ILog
{
    private SilentLog()
    {
    }

    /// <summary>The shared instance.</summary>
    public static SilentLog Instance { get; } = new();

    /// <inheritdoc/>
    public void Verbose(string message)
    {
    }

    /// <inheritdoc/>
    public void Warning(string message)
    {
    }
}
