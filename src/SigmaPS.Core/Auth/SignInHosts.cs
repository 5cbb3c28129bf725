using System;

namespace SigmaPS.Core.Auth;

/// <summary>Decides which hosts a login may use. Each step of the login names the next address, so each address is checked.</summary>
internal static class SignInHosts
{
    private const string Sigma = "sigmacomputing.com";

    /// <summary>Checks an address that receives no secret: the session's own host, or https to a host of Sigma.</summary>
    /// <param name="text">The address that the service names.</param>
    /// <param name="what">Its role, for the error.</param>
    /// <param name="session">The base address of the session.</param>
    /// <exception cref="Diagnostics.SigmaEngineException">The address is on another host.</exception>
    public static Uri RequireKnown(string? text, string what, Uri session) =>
        Parse(text) is { } address && (IsOwn(address, session) || (IsSigma(session) && IsSigma(address)))
            ? address
            : throw SignInErrors.ForeignHost(text, what, session);

    /// <summary>Checks the address that receives the code and the refresh token: only the session's own host.</summary>
    /// <param name="text">The address that the service names.</param>
    /// <param name="what">Its role, for the error.</param>
    /// <param name="session">The base address of the session.</param>
    /// <exception cref="Diagnostics.SigmaEngineException">The address is on another host.</exception>
    public static Uri RequireOwn(string? text, string what, Uri session) =>
        Parse(text) is { } address && IsOwn(address, session) ? address : throw SignInErrors.ForeignHost(text, what, session);

    // The parsed address decides, because the HTTP client uses it too: "https://evil.com#.sigmacomputing.com" is a host evil.com.
    private static Uri? Parse(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.UserInfo.Length == 0 && address.Fragment.Length == 0
            ? address
            : null;

    private static bool IsOwn(Uri address, Uri session) => address.Scheme == session.Scheme && address.Authority == session.Authority;

    private static bool IsSigma(Uri address) => address.Scheme == "https" && address.IsDefaultPort
        && (address.Host == Sigma || address.Host.EndsWith("." + Sigma, StringComparison.Ordinal));
}
