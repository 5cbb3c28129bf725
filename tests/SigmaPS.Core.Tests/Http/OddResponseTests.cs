#if NET // A server on a socket of .NET; .NET Framework under Mono has its own TLS and streams.
using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading.Tasks;
using SigmaPS.Core.Auth;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Http;

/// <summary>Odd responses and odd waits are errors of the module's own kinds, or are waited out.</summary>
public sealed class OddResponseTests
{
    [Theory]
    [InlineData("""{"access_token":"a-token","expires_in":1e12}""")]
    [InlineData("""{"access_token":"a-token","expires_in":1e300}""")]
    [InlineData("""{"access_token":"a-token","expires_in":1e999}""")]
    [InlineData("""{"access_token":"a\nb","expires_in":3600}""")]
    [InlineData("""{"access_token":"a b","expires_in":3600}""")]
    [InlineData("""{"access_token":"tok\u00e9n","expires_in":3600}""")]
    [InlineData("""{"access_token":"","expires_in":3600}""")]
    [InlineData("""{"access_token":{},"expires_in":3600}""")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task Sign_in_without_a_usable_token_is_an_unexpected_response(string text)
    {
        using FakeWire wire = new((_, _) => FakeWire.Json("{}"));
        wire.OnSignIn = _ => FakeWire.Json(text);
        var fault = await Assert.ThrowsAsync<SigmaEngineException>(() => wire.Client.WhoAmIAsync(default));
        Assert.Equal(ErrorCode.UnexpectedAnswer, fault.Kind);
        Assert.Empty(wire.Sent);
    }

    [Theory]
    [InlineData("""{"userId":"u"}""")]
    [InlineData("""{"userId":"u","organizationId":null}""")]
    [InlineData("""{"userId":"u","organizationId":""}""")]
    [InlineData("""{"organizationId":"o"}""")]
    [InlineData("""{"userId":{},"organizationId":"o"}""")]
    [InlineData("[null]")]
    public async Task Identity_without_an_organization_or_a_user_is_not_a_session(string text)
    {
        using FakeWire wire = new((_, _) => FakeWire.Json(text));
        Assert.Equal(
            ErrorCode.UnexpectedAnswer,
            (await Assert.ThrowsAsync<SigmaEngineException>(() => wire.Client.WhoAmIAsync(default))).Kind);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Body_that_is_not_compressed_as_its_header_claims_is_an_unexpected_response(string encoding)
    {
        using System.Net.Sockets.TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync(listener, encoding);
        using (
            SigmaHttpClient transport = new(
                new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"),
                new StaticTokenCredential(Secrets.Secure("a-token-0123456789")),
                new RetryOptions { TotalTimeout = TimeSpan.Zero }
            ))
        {
            var fault = await Assert.ThrowsAsync<SigmaEngineException>(() =>
                transport.SendAsync(new ApiRequest(HttpMethod.Get, "v2/whoami"), new Quiet(), default));
            Assert.Equal((ErrorCode.UnexpectedAnswer, 200), (fault.Kind, fault.Status));
        }

        await serving;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Without_a_wait_worth_the_name_the_module_waits_by_itself(int past)
    {
        using FakeWire wire = new((_, _) => Throttled(past), TimeSpan.FromSeconds(5), TimeSpan.Zero);
        var fault = await Assert.ThrowsAsync<SigmaEngineException>(() =>
            wire.RunAsync(wire.Client.SendAsync(new ApiRequest(HttpMethod.Get, "v2/x"), default)));
        Assert.Equal(ErrorCode.Throttled, fault.Kind);
        Assert.InRange(wire.Sent.Count, 2, 4);
        Assert.DoesNotContain("asks to wait", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_who_wait_behind_a_sign_in_that_has_to_wait_an_hour_do_not_send_it_again()
    {
        using FakeWire wire = new((_, _) => FakeWire.Json("{}"), TimeSpan.FromSeconds(300), TimeSpan.Zero);
        wire.OnSignIn = _ =>
        {
            var response = FakeWire.Json("""{"message":"Too many requests"}""", 429);
            response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromHours(1));
            return response;
        };
        var requests = new Task<Exception?>[12];
        for (var i = 0; i < requests.Length; i++)
        {
            requests[i] = Record.ExceptionAsync(() => wire.Client.SendAsync(new ApiRequest(HttpMethod.Get, "v2/x"), default));
        }

        foreach (var error in await wire.RunAsync(Task.WhenAll(requests)))
        {
            var fault = Assert.IsType<SigmaEngineException>(error);
            Assert.Equal(ErrorCode.Throttled, fault.Kind);
            Assert.True(fault.RetryAfter > TimeSpan.FromMinutes(50));
        }

        Assert.Equal(1, wire.SignIns);
        wire.Time.Advance(TimeSpan.FromMinutes(61));
        wire.OnSignIn = _ => null;
        await wire.RunAsync(wire.Client.SendAsync(new ApiRequest(HttpMethod.Get, "v2/x"), default));
        Assert.Equal(2, wire.SignIns);
    }

    private static HttpResponseMessage Throttled(int past)
    {
        var response = FakeWire.Json("""{"message":"Too many requests"}""", 429);
        response.Headers.RetryAfter =
            past == 0
                ? new RetryConditionHeaderValue(TimeSpan.Zero)
                : new RetryConditionHeaderValue(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return response;
    }

    private static async Task ServeAsync(System.Net.Sockets.TcpListener listener, string encoding)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        using StreamReader reader = new(stream);
        while (await reader.ReadLineAsync() is { Length: > 0 })
        {
        }

        await stream.WriteAsync(
            System.Text.Encoding.ASCII.GetBytes(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                    + $"Content-Encoding: {encoding}\r\nContent-Length: 14\r\n\r\n{{\"userId\":\"u\"}}"));
        await stream.FlushAsync();
        client.Client.Shutdown(System.Net.Sockets.SocketShutdown.Send);
    }

    private sealed class Quiet : ILog
    {
        public void Verbose(string message)
        {
        }

        public void Warning(string message)
        {
        }
    }
}
#endif
