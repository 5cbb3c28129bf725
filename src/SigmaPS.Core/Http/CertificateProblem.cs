using System;

namespace SigmaPS.Core.Http;

/// <summary>Explains why a server's certificate is invalid. No request is ever sent to such a server.</summary>
internal static class CertificateProblem
{
    /// <summary>The problem, the system's own text and what to do.</summary>
    /// <param name="reason">The system's text, which names the flags of the check.</param>
    public static string Of(string reason)
    {
        var (problem, action) = Explain(reason);
        return $"{problem}{reason} {action}";
    }

    private static (string Problem, string Action) Explain(string reason) =>
        Has(reason, "RemoteCertificateNameMismatch")
            ? ("The certificate is for another host name. ", "Check -BaseUrl and -Region, and any proxy that inspects traffic.")
        : Has(reason, "NotTimeValid")
            ? (
                "The certificate is expired or not yet valid. ",
                "Check the machine's clock, then ask the owner of the server or the proxy for a valid certificate.")
        : Has(reason, "UntrustedRoot") || Has(reason, "PartialChain")
            ? (
                "The certificate is self-signed, or this machine does not trust its authority. ",
                "If a proxy inspects traffic, add its root certificate to the trusted root certificates of this machine.")
        : Has(reason, "Revoked") ? ("The certificate was revoked. ", "Ask the owner of the server or the proxy for a valid certificate.")
        : ("", "A proxy that inspects traffic, a wrong clock or a missing root certificate is the usual cause.");

    private static bool Has(string reason, string flag) => reason.IndexOf(flag, StringComparison.OrdinalIgnoreCase) >= 0;
}
