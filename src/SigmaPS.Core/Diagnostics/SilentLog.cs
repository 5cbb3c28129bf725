namespace SigmaPS.Core.Diagnostics;

/// <summary>A log for work that goes on after its command has ended.</summary>
internal sealed class SilentLog : ILog
{
    private SilentLog()
    {
    }

    /// <summary>The one log.</summary>
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
