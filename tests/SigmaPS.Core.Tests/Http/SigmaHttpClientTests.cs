using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using SigmaPS.Core.Auth;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Http;

/// <summary>From a request as a value to a response as a value; the test controls the wire and the clock.</summary>
public sealed class SigmaHttpClientTests
{
    private static readonly ApiRequest Request = new(HttpMethod.Get, "v2/whoami") { About = "the check" };

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData(null)]
    public async Task Responses_are_UTF_8_with_each_declared_charset(string? type)
    {
        using var wire = new FakeWire((_, _) => Bytes([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("{\"n\":\"Größe 漢\"}")], type));
        Assert.Equal("{\"n\":\"Größe 漢\"}", (await wire.Client.SendAsync(Request, default)).Text);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, ErrorCode.UnexpectedAnswer)]
    [InlineData(HttpStatusCode.InternalServerError, ErrorCode.ServiceUnavailable)]
    public async Task Invalid_UTF_8_is_refused_in_a_response_that_is_used(HttpStatusCode status, ErrorCode kind)
    {
        using var wire = new FakeWire((_, _) =>
        {
            var response = Bytes([.. Encoding.UTF8.GetBytes("{\"n\":\""), 0xFF, .. Encoding.UTF8.GetBytes("\"}")], "application/json");
            response.StatusCode = status;
            return response;
        });
        var error = await Assert.ThrowsAsync<SigmaEngineException>(() => wire.Client.SendAsync(Request, default));
        Assert.Equal(kind, error.Kind);
        Assert.Contains("the check", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_names_its_type_and_encoding_when_it_is_sent()
    {
        string? type = null;
        using var wire = new FakeWire((request, _) =>
        {
            type = request.Content?.Headers.ContentType?.ToString();
            return FakeWire.Json("{}");
        });
        await wire.Client.SendAsync(new ApiRequest(HttpMethod.Put, "v2/x") { Body = "{}" }, default);
        Assert.Equal("application/json; charset=utf-8", type);
    }

    [Fact]
    public async Task Bodies_are_sent_as_UTF_8()
    {
        using var wire = new FakeWire((_, _) => FakeWire.Json("{}"));
        await wire.Client.SendAsync(new ApiRequest(HttpMethod.Put, "v2/x") { Body = "{\"größe\":1}" }, default);
        Assert.Equal("{\"größe\":1}", wire.Bodies[^1]);
    }

    [Fact]
    public async Task Response_above_256_MB_is_refused_before_it_is_read()
    {
        using var wire = new FakeWire((_, _) =>
        {
            var response = FakeWire.Json("{}");
            response.Content.Headers.ContentLength = ResponseBodyReader.Most + 1;
            return response;
        });
        var e = await Assert.ThrowsAsync<SigmaEngineException>(() => wire.Client.SendAsync(Request, default));
        Assert.Equal((ErrorCode.UnexpectedAnswer, 1), (e.Kind, wire.Sent.Count));
        Assert.Contains("256 MB", e.Message);
    }

    [Theory]
    [InlineData(HttpStatusCode.Redirect)]
    [InlineData(HttpStatusCode.SeeOther)]
    [InlineData(HttpStatusCode.TemporaryRedirect)]
    public async Task Redirected_PUT_is_sent_once_and_followed_nowhere(HttpStatusCode status)
    {
        using var wire = new FakeWire((_, _) =>
        {
            var response = new HttpResponseMessage(status);
            response.Headers.Location = new Uri("https://elsewhere.test/v2/x");
            return response;
        });
        var e = await Assert.ThrowsAsync<SigmaEngineException>(() =>
            wire.Client.SendAsync(new ApiRequest(HttpMethod.Put, "v2/x") { Body = "{}" }, default));
        Assert.Equal(ErrorCode.UnexpectedAnswer, e.Kind);
        Assert.Equal(["PUT /v2/x"], wire.Sent);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Attempt_ends_by_the_clock_of_the_session_before_its_response_and_within_it(bool hasBegun)
    {
        var time = new FakeTimeProvider();
        using var service = new SilentService(hasBegun);
        using var transport = new SigmaHttpClient(
            new Uri("https://api.test/"),
            new StaticTokenCredential(Secrets.Secure("given")),
            new RetryOptions { TotalTimeout = TimeSpan.Zero, Timeout = TimeSpan.FromSeconds(40) },
            null,
            _ => service,
            time);
        var sending = transport.SendAsync(Request, new Quiet(), default);
        await service.Asked.Task;
        time.Advance(TimeSpan.FromSeconds(39));
        Assert.False(sending.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(2));
        var e = await Assert.ThrowsAsync<SigmaEngineException>(() => sending.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Equal(ErrorCode.NetworkUnavailable, e.Kind);
        Assert.Contains("in time", e.Message);
    }

    [Fact]
    public async Task Disconnected_session_ends_its_requests()
    {
        using var service = new SilentService(false);
        var transport = new SigmaHttpClient(
            new Uri("https://api.test/"),
            new StaticTokenCredential(Secrets.Secure("given")),
            new RetryOptions { TotalTimeout = TimeSpan.Zero },
            null,
            _ => service,
            new FakeTimeProvider());
        var sending = transport.SendAsync(Request, new Quiet(), default);
        await service.Asked.Task;
        transport.Dispose();
        var error = await Assert.ThrowsAsync<SigmaEngineException>(() => sending.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Equal(ErrorCode.SessionNotLive, error.Kind);
        Assert.Contains("the check", error.Message, StringComparison.Ordinal);
    }

    private static HttpResponseMessage Bytes(byte[] bytes, string? type)
    {
        var response = new HttpResponseMessage { Content = new ByteArrayContent(bytes) };
        if (type is not null)
        {
            response.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        return response;
    }

    /// <summary>Takes a request and sends no response, or no more than the first bytes.</summary>
    private sealed class SilentService(bool hasBegun) : HttpMessageHandler
    {
        public TaskCompletionSource<bool> Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (hasBegun)
            {
                return new HttpResponseMessage { Content = new StreamContent(new SilentStream(Asked)), RequestMessage = request };
            }

            Asked.TrySetResult(true);
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        }
    }

    private sealed class SilentStream(TaskCompletionSource<bool> asked) : System.IO.MemoryStream
    {
        public override bool CanSeek => false;

        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            asked.TrySetResult(true);
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }

    private sealed class Quiet : ILog
    {
        public List<string> Said { get; } = [];

        public void Verbose(string message) => Said.Add(message);

        public void Warning(string message) => Said.Add(message);
    }
}
