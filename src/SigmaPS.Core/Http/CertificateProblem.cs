using System;

namespace SigmaPS.Core.Http;

/// <summary>What is wrong with a server's certificate, in plain words. Nothing is ever sent to a server whose certificate does not hold.</summary>
internal static class CertificateProblem
{
    /// <summary>The problem, with the system's own words and what to do.</summary>
    /// <param name="reason">The system's words, which name the flags of the check.</param>
    public static string Of(string reason)
    {
        var (problem, action) = Explain(reason);
        return $"{problem}{reason} {action}";
    }

    private static (string Problem, string Action) Explain(string reason) =>
        Has(reason, "RemoteCertificateNameMismatch") ? ("The certificate is for another host name. ", "Check -BaseUrl and -Region, and any proxy that inspects traffic.")
        : Has(reason, "NotTimeValid") ? ("The certificate is expired or not yet valid. ", "Check the machine's clock, then ask whoever runs the server or the proxy for a valid certificate.")
        : Has(reason, "UntrustedRoot") || Has(reason, "PartialChain") ? ("The certificate is signed by itself or by an authority that this machine does not trust. ", "Add the root certificate of a proxy that inspects traffic to the trusted ones of this machine.")
        : Has(reason, "Revoked") ? ("The certificate was revoked. ", "Ask whoever runs the server or the proxy for a valid certificate.")
        : ("", "A proxy that inspects traffic, a wrong clock or a missing root certificate is the usual cause.");

    private static bool Has(string reason, string flag) => reason.IndexOf(flag, StringComparison.OrdinalIgnoreCase) >= 0;
}
