using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Release;

/// <summary>A log without the values of environment variables.</summary>
/// <param name="log">The log that gets the lines.</param>
/// <param name="hidden">The values.</param>
internal sealed class HiddenLog(ILog log, HiddenValues hidden) : ILog
{
    public void Verbose(string message) => log.Verbose(hidden.Mask(message));

    public void Warning(string message) => log.Warning(hidden.Mask(message));
}
