using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Http;

public sealed class NetworkErrorsTests
{
    private static readonly Uri Address = new("https://api.test:8443/sigma/");

    /// <summary>The exceptions of the two frameworks, and the messages for a person.</summary>
    public static TheoryData<string, string> Causes => new()
    {
        { "unknown host", "resolved" },
        { "unknown host on the desktop", "resolved" },
        { "refused", "Connection refused" },
        { "refused on the desktop", "reached" },
        { "timeout", "in time" },
        { "cancelled by nobody", "in time" },
        { "broken", "The response ended prematurely." },
    };

    [Theory]
    [MemberData(nameof(Causes))]
    public void Network_error_reports_what_failed_and_where(string cause, string says)
    {
        var fault = NetworkErrors.From(Cause(cause), Address, null);
        Assert.Equal((ErrorCode.NetworkUnavailable, "api.test:8443"), (fault.Kind, fault.Target));
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
        Assert.Contains("api.test:8443", fault.Message, StringComparison.Ordinal);
        Assert.Null(fault.Status);
    }

    [Theory]
    [InlineData("certificate")]
    [InlineData("trust on the desktop")]
    [InlineData("channel on the desktop")]
    public void Failed_handshake_is_distinguished_from_a_network_error(string cause)
    {
        var fault = NetworkErrors.From(Cause(cause), Address, null);
        Assert.Equal(ErrorCode.TlsFailed, fault.Kind);
        Assert.Contains("api.test:8443", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("refused")]
    [InlineData("unknown host")]
    [InlineData("proxy says no")]
    public void Behind_a_proxy_the_proxy_is_named_without_its_password(string cause)
    {
        var fault = NetworkErrors.From(Cause(cause), Address, new WebProxy("http://user:hunter2@proxy.test:3128"));
        Assert.Equal(ErrorCode.ProxyFailed, fault.Kind);
        Assert.Contains("proxy.test:3128", fault.Message, StringComparison.Ordinal);
        Assert.Contains("api.test:8443", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", fault.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no connection in time", true, ErrorCode.ProxyFailed, "in time")]
    [InlineData("no connection in time", false, ErrorCode.NetworkUnavailable, "in time")]
    [InlineData("proxy refuses", true, ErrorCode.ProxyFailed, "did not forward")]
    [InlineData("broken", true, ErrorCode.NetworkUnavailable, "broke before")]
    [InlineData("broken on the desktop", false, ErrorCode.NetworkUnavailable, "broke before")]
    [InlineData("reset", false, ErrorCode.NetworkUnavailable, "broke before")]
    [InlineData("refused", false, ErrorCode.NetworkUnavailable, "cannot be reached")]
    [InlineData("refused by the desktop alone", false, ErrorCode.NetworkUnavailable, "cannot be reached")]
    public void Reason_is_distinguished_from_others_with_and_without_a_proxy(string cause, bool hasProxy, ErrorCode kind, string token)
    {
        var error = NetworkErrors.From(Cause(cause), Address, hasProxy ? new WebProxy("http://proxy.test:3128") : null);
        Assert.Equal(kind, error.Kind);
        Assert.Contains(token, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("..", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Proxy_that_is_not_used_for_this_address_is_not_blamed()
    {
        var proxy = new WebProxy("http://proxy.test:3128") { BypassList = [@"api\.test"] };
        Assert.Equal(ErrorCode.NetworkUnavailable, NetworkErrors.From(Cause("refused"), Address, proxy).Kind);
    }

    [Fact]
    public void Certificate_that_a_proxy_replaced_is_still_a_failed_handshake() =>
        Assert.Equal(ErrorCode.TlsFailed, NetworkErrors.From(Cause("certificate"), Address, new WebProxy("http://proxy.test:3128")).Kind);

    [Theory]
    [InlineData(SocketError.ConnectionReset)]
    [InlineData(SocketError.ConnectionAborted)]
    [InlineData(SocketError.NetworkReset)]
    [InlineData(SocketError.Shutdown)]
    [InlineData(SocketError.OperationAborted)]
    [InlineData(SocketError.TimedOut)]
    public void Request_may_have_arrived_when_its_connection_broke(SocketError error) =>
        Assert.False(NetworkErrors.From(Socket(error), Address, null).IsUnprocessed);

    [Theory]
    [InlineData(SocketError.ConnectionRefused)]
    [InlineData(SocketError.HostNotFound)]
    [InlineData(SocketError.HostUnreachable)]
    [InlineData(SocketError.NetworkUnreachable)]
    public void Request_was_not_sent_when_no_connection_was_established(SocketError error) =>
        Assert.True(NetworkErrors.From(Socket(error), Address, null).IsUnprocessed);

    [Theory]
    [InlineData(WebExceptionStatus.NameResolutionFailure, true)]
    [InlineData(WebExceptionStatus.ConnectFailure, true)]
    [InlineData(WebExceptionStatus.TrustFailure, true)]
    [InlineData(WebExceptionStatus.SecureChannelFailure, true)]
    [InlineData(WebExceptionStatus.ProxyNameResolutionFailure, true)]
    [InlineData(WebExceptionStatus.ReceiveFailure, false)]
    [InlineData(WebExceptionStatus.ConnectionClosed, false)]
    public void Status_on_the_desktop_shows_whether_the_request_was_sent(WebExceptionStatus status, bool isUnsent) =>
        Assert.Equal(
            isUnsent,
            NetworkErrors.From(new HttpRequestException("An error occurred.", new WebException("It failed", status)), Address, null)
                .IsUnprocessed);

    [Theory]
    [InlineData(SocketError.NotConnected, 2)]
    [InlineData(SocketError.ConnectionReset, 1)]
    public async Task Bare_error_of_a_socket_is_of_the_network_and_repeats_a_write_that_was_not_sent(SocketError error, int sent)
    {
        using FakeWire wire = new(
            (_, number) => number > 1 ? FakeWire.Json("{}") : throw new SocketException((int)error),
            TimeSpan.FromMinutes(1));
        var put = wire.RunAsync(wire.Client.PutSpecAsync(SampleModel.Id, SampleModel.Text, default));
        var fault = await Record.ExceptionAsync(() => put) as SigmaEngineException;
        Assert.Equal(sent, wire.Sent.Count);
        Assert.Equal(sent == 1 ? ErrorCode.NetworkUnavailable : null, fault?.Kind);
    }

    private static HttpRequestException Socket(SocketError error) =>
        new("An error occurred while sending the request.", new IOException("The transport failed", new SocketException((int)error)));

    private static Exception Cause(string name) =>
        name switch
        {
            "unknown host" => new HttpRequestException(
                "Name or service not known (api.test:8443)",
                new SocketException((int)SocketError.HostNotFound)),
            "unknown host on the desktop" => new HttpRequestException(
                "An error occurred.",
                new WebException("The remote name could not be resolved", WebExceptionStatus.NameResolutionFailure)),
            "refused" => new HttpRequestException(
                "Connection refused (api.test:8443)",
                new SocketException((int)SocketError.ConnectionRefused)),
            "refused on the desktop" => new HttpRequestException(
                "An error occurred.",
                new WebException(
                    "Unable to connect",
                    new SocketException((int)SocketError.ConnectionRefused),
                    WebExceptionStatus.ConnectFailure,
                    null)),
            "timeout" => new TaskCanceledException(
                "The request was canceled due to the configured HttpClient.Timeout.",
                new TimeoutException("A task was canceled.", new TaskCanceledException())),
            "cancelled by nobody" => new OperationCanceledException(),
            "broken" => new HttpRequestException(
                "An error occurred while sending the request.",
                new IOException("The response ended prematurely")),
            "certificate" => new HttpRequestException(
                "The SSL connection could not be established",
                new AuthenticationException("The remote certificate is invalid: NotTimeValid")),
            "trust on the desktop" => new HttpRequestException(
                "An error occurred.",
                new WebException("Could not establish trust relationship", WebExceptionStatus.TrustFailure)),
            "channel on the desktop" => new HttpRequestException(
                "An error occurred.",
                new WebException("Could not create SSL/TLS secure channel", WebExceptionStatus.SecureChannelFailure)),
            "no connection in time" => new HttpRequestException("A connection timed out.", new TimeoutException("No connection.")),
            "proxy refuses" => new HttpRequestException("Proxy tunnel refused."),
            "broken on the desktop" => new HttpRequestException(
                "An error occurred.",
                new WebException("The underlying connection was closed.", WebExceptionStatus.ReceiveFailure)),
            "reset" => new HttpRequestException("An error occurred.", new SocketException((int)SocketError.ConnectionReset)),
            "refused by the desktop alone" => new HttpRequestException(
                "An error occurred.",
                new WebException("Unable to connect.", WebExceptionStatus.ConnectFailure)),
            "proxy says no" => new HttpRequestException(
                "The proxy tunnel request to proxy 'http://proxy.test:3128/' failed with status code '407'."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
}
