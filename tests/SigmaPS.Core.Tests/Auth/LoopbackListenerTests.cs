using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Auth;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Auth;

/// <summary>The listener to which the browser returns, over real connections.</summary>
public sealed class LoopbackListenerTests : IDisposable
{
    private static readonly Uri Page = new("https://api.sigmacomputing.com/mcp/authorize");
    private readonly LoopbackListener _listener = LoopbackListener.Start();
    private readonly CancellationTokenSource _stop = new();
    private readonly SignInAttempt _attempt;

    public LoopbackListenerTests() =>
        _attempt = new SignInAttempt(new SignInEndpoints(Page, Page, Page, "api:access"), "client", _listener.Redirect);

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    [Fact]
    public async Task Callback_with_the_state_ends_the_wait_and_gets_a_page_that_loads_nothing()
    {
        var waiting = WaitAsync();
        var page = await SendAsync($"GET /oauth/callback?code=a%252Fb&state={_attempt.State} HTTP/1.1\r\nHost: x\r\n\r\n");
        Assert.Equal("a%2Fb", (await waiting).Code);
        Assert.StartsWith("HTTP/1.1 200 OK", page);
        Assert.Contains("default-src 'none'", page);
        Assert.Contains("You can close this window", page);
        Assert.DoesNotContain(_attempt.State, page);
        Assert.DoesNotContain("src=", page.Substring(page.IndexOf("<html", StringComparison.Ordinal)));
        await LateBrowser.RequireNobodyTakesAsync(_listener.Redirect, _attempt.State);
    }

    [Fact]
    public async Task Callback_that_comes_before_the_wait_is_served()
    {
        var sending = SendAsync($"GET /oauth/callback?error=access_denied&state={_attempt.State} HTTP/1.1\r\n\r\n");
        Assert.Equal("access_denied", (await WaitAsync()).Error);
        Assert.Contains("not completed", await sending);
    }

    [Theory]
    [InlineData("GET /favicon.ico HTTP/1.1\r\n\r\n", "404")]
    [InlineData("GET / HTTP/1.1\r\n\r\n", "404")]
    [InlineData("GET /oauth/callback HTTP/1.1\r\n\r\n", "404")]
    [InlineData("GET /oauth/callback/?code=c&state={state} HTTP/1.1\r\n\r\n", "404")]
    [InlineData("POST /oauth/callback?code=c&state={state} HTTP/1.1\r\n\r\n", "404")]
    [InlineData("nonsense\r\n\r\n", "404")]
    [InlineData("GET /oauth/callback?code=c&state=other HTTP/1.1\r\n\r\n", "400")]
    [InlineData("GET /oauth/callback?code=c HTTP/1.1\r\n\r\n", "400")]
    [InlineData("GET /oauth/callback?error=access_denied HTTP/1.1\r\n\r\n", "400")]
    [InlineData("GET /oauth/callback?state={state} HTTP/1.1\r\n\r\n", "400")]
    [InlineData("GET /oauth/callback?code=c&code=d&state={state} HTTP/1.1\r\n\r\n", "400")]
    public async Task Other_request_does_not_end_the_wait(string request, string status)
    {
        var waiting = WaitAsync();
        Assert.StartsWith("HTTP/1.1 " + status, await SendAsync(request.Replace("{state}", _attempt.State)));
        Assert.False(waiting.IsCompleted);
        await SendAsync($"GET /oauth/callback?code=c&state={_attempt.State} HTTP/1.1\r\n\r\n");
        Assert.Equal("c", (await waiting).Code);
    }

    [Fact]
    public async Task Endless_head_and_silent_connections_do_not_hold_the_wait_up()
    {
        var waiting = WaitAsync();
        using var silent = await ConnectAsync();
        using var slow = await ConnectAsync();
        await WriteAsync(slow, "GET /oauth/callback?code=c");
        var endless = await SendAsync("GET /?" + new string('a', LoopbackRequest.Most * 2));
        Assert.DoesNotContain("200 OK", endless);
        await SendAsync($"GET /oauth/callback?code=c&state={_attempt.State} HTTP/1.1\r\n\r\n");
        Assert.Equal("c", (await waiting).Code);
    }

    [Fact]
    public async Task Many_connections_at_once_leave_the_listener_alive()
    {
        var waiting = WaitAsync();
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => SendAsync("GET /favicon.ico HTTP/1.1\r\n\r\n")));
        await SendAsync($"GET /oauth/callback?code=c&state={_attempt.State} HTTP/1.1\r\n\r\n");
        Assert.Equal("c", (await waiting).Code);
    }

    [Fact]
    public async Task Stop_ends_the_wait_and_frees_the_port_while_a_connection_is_silent()
    {
        var waiting = WaitAsync();
        using var silent = await ConnectAsync();
        _stop.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await LateBrowser.RequireNobodyTakesAsync(_listener.Redirect, _attempt.State);
    }

    private Task<SignInCallback> WaitAsync() => _listener.WaitAsync(_attempt, _stop.Token);

    private async Task<TcpClient> ConnectAsync()
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _listener.Redirect.Port);
        return client;
    }

    private static async Task WriteAsync(TcpClient client, string text)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        await client.GetStream().WriteAsync(bytes, 0, bytes.Length);
    }

    // A connection that the listener drops gives what has arrived.
    private async Task<string> SendAsync(string request)
    {
        using var client = await ConnectAsync();
        var read = new StringBuilder();
        try
        {
            await WriteAsync(client, request);
            var buffer = new byte[4096];
            for (int count; (count = await client.GetStream().ReadAsync(buffer, 0, buffer.Length)) > 0;)
            {
                read.Append(Encoding.ASCII.GetString(buffer, 0, count));
            }
        }
        catch (IOException)
        {
            // The listener has closed the connection.
        }

        return read.ToString();
    }
}
