using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>A log that removes the session's secrets from its lines, including from quoted text of the service.</summary>
internal sealed class RedactedLog : ILog
{
    private readonly ILog _log;
    private readonly SecretRedactor _secrets;

    public RedactedLog(ILog log, SecretRedactor secrets)
    {
        _log = log;
        _secrets = secrets;
    }

    public void Verbose(string message) => _log.Verbose(_secrets.Redact(message));

    public void Warning(string message) => _log.Warning(_secrets.Redact(message));
}
