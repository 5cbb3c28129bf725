using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>Explains why no response arrived.</summary>
internal static class NetworkErrors
{
    /// <summary>Creates the error of an exception that the HTTP client threw.</summary>
    /// <param name="cause">The exception.</param>
    /// <param name="address">The address of the request.</param>
    /// <param name="proxy">The proxy in use; null for none.</param>
    public static SigmaEngineException From(Exception cause, Uri address, IWebProxy? proxy)
    {
        var (kind, message) = Explain(cause, address.Authority, ProxyFor(address, proxy));
        return new SigmaEngineException(kind, message, cause) { Target = address.Authority, IsUnprocessed = IsUnsent(Chain(cause)) };
    }

    // Name resolution, connect and TLS handshake precede the first byte of a request. A reset may follow the last byte.
    private static bool IsUnsent(List<Exception> reasons) =>
        IsUnconnected(reasons)
        || reasons.Exists(e =>
            e is AuthenticationException
            || (e is SocketException socket && !IsBroken(socket))
            || Web(e)
                is WebExceptionStatus.NameResolutionFailure
                    or WebExceptionStatus.ConnectFailure
                    or WebExceptionStatus.TrustFailure
                    or WebExceptionStatus.SecureChannelFailure
                    or WebExceptionStatus.ProxyNameResolutionFailure);

    // Both frameworks report a connect timeout like this. The client's own timeout contains a cancellation.
    private static bool IsUnconnected(List<Exception> reasons) =>
        reasons.Exists(e => e is TimeoutException { InnerException: not OperationCanceledException });

    private static bool IsBroken(SocketException e) =>
        e.SocketErrorCode
            is SocketError.ConnectionReset
                or SocketError.ConnectionAborted
                or SocketError.NetworkReset
                or SocketError.Shutdown
                or SocketError.OperationAborted
                or SocketError.TimedOut;

    private static (ErrorCode Kind, string Message) Explain(Exception cause, string host, string? proxy)
    {
        var reasons = Chain(cause);
        if (
            reasons.Exists(e =>
                e is AuthenticationException || Web(e) is WebExceptionStatus.TrustFailure or WebExceptionStatus.SecureChannelFailure))
        {
            return (ErrorCode.TlsFailed, $"No secure connection to {host}: {CertificateProblem.Of(Last(reasons))}");
        }

        if (proxy is not null && IsUnconnected(reasons))
        {
            return (
                ErrorCode.ProxyFailed,
                $"The proxy {proxy} did not accept a connection for {host} in time. "
                + "Check -Proxy, or the system's proxy settings (HTTPS_PROXY and NO_PROXY outside Windows).");
        }

        if (IsUnconnected(reasons))
        {
            return (ErrorCode.NetworkUnavailable, $"{host} did not accept a connection in time. Check the network and the firewall.");
        }

        if (
            proxy is not null
            && reasons.Exists(e => e is SocketException || e.Message.IndexOf("proxy", StringComparison.OrdinalIgnoreCase) >= 0))
        {
            return (
                ErrorCode.ProxyFailed,
                $"The proxy {proxy} did not forward the request for {host}: {Last(reasons)} Check -Proxy and -ProxyCredential, or the "
                    + "system's proxy settings (HTTPS_PROXY and NO_PROXY outside Windows).");
        }

        return reasons.Exists(e => e is OperationCanceledException or TimeoutException)
                ? (ErrorCode.NetworkUnavailable, $"{host} did not respond in time. Check the network, then try again.")
            : reasons.Exists(e =>
                e is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData }
                || Web(e) == WebExceptionStatus.NameResolutionFailure)
                ? (
                    ErrorCode.NetworkUnavailable,
                    $"The host name {host} cannot be resolved. Check -Region or -BaseUrl, the DNS and the connection.")
            : reasons.Exists(e => (e is SocketException socket && !IsBroken(socket)) || Web(e) == WebExceptionStatus.ConnectFailure)
                ? (ErrorCode.NetworkUnavailable, $"{host} cannot be reached: {Last(reasons)} Check the network and the firewall.")
            : (ErrorCode.NetworkUnavailable, $"The connection to {host} broke before a response arrived: {Last(reasons)} Try again.");
    }

    // Show only host and port, because a proxy's address may contain a password.
    private static string? ProxyFor(Uri address, IWebProxy? proxy) =>
        proxy is null || proxy.IsBypassed(address) || proxy.GetProxy(address) is not { } via || via == address ? null : via.Authority;

    private static WebExceptionStatus? Web(Exception e) => (e as WebException)?.Status;

    private static string Last(List<Exception> reasons)
    {
        var text = reasons[reasons.Count - 1].Message.Trim();
        return text.EndsWith(".", StringComparison.Ordinal) ? text : text + ".";
    }

    private static List<Exception> Chain(Exception cause)
    {
        var all = new List<Exception>();
        for (Exception? e = cause; e is not null; e = e.InnerException)
        {
            all.Add(e);
        }

        return all;
    }
}
