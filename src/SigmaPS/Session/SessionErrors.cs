using System.Collections.Generic;

namespace SigmaPS;

/// <summary>The errors of a command without a session.</summary>
internal static class SessionErrors
{
    public static Core.Diagnostics.SigmaEngineException NotConnected() =>
        new(Core.Diagnostics.ErrorCode.NotConnected, "You are not connected. Run Connect-Sigma.");

    public static Core.Diagnostics.SigmaEngineException Disconnected() =>
        new(
            Core.Diagnostics.ErrorCode.NotConnected,
            "This runspace was disconnected with Disconnect-Sigma. Run Connect-Sigma again, or specify a session with -Session.");

    public static Core.Diagnostics.SigmaEngineException Ambiguous(IEnumerable<SigmaSession> sessions) =>
        new(
            Core.Diagnostics.ErrorCode.SessionAmbiguous,
            $"This runspace has not connected, and the process has several sessions: {string.Join("; ", sessions)}. "
                + "Specify one with -Session (Connect-Sigma -PassThru returns it; in ForEach-Object -Parallel, use $using:session).");

    public static Core.Diagnostics.SigmaEngineException NotLive(SigmaSession session) =>
        new(
            Core.Diagnostics.ErrorCode.SessionNotLive,
            $"The session on {session} is not open: it was disconnected, or belongs to another process. Run Connect-Sigma again.");
}
