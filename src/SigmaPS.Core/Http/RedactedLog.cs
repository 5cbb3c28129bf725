using System;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>A log that removes secrets from its lines, including from quoted text of the service.</summary>
/// <param name="log">The log that gets the lines.</param>
/// <param name="redact">Removes the secrets from a text.</param>
internal sealed class RedactedLog(ILog log, Func<string, string> redact) : ILog
{
    public void Verbose(string message) => log.Verbose(redact(message));

    public void Warning(string message) => log.Warning(redact(message));
}
