using System;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Auth;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Http;

/// <summary>How connections are opened, on both frameworks: how long that may take, how many there are and how long they live.</summary>
public sealed class ConnectionTests(FullHostFixture full) : IClassFixture<FullHostFixture>
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(1);

    // A busy machine may need more than a second until the code learns that the connection is established.
    private static readonly TimeSpan AmpleConnectTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("GET", false)]
    [InlineData("POST", false)]
    [InlineData("POST", true)]
    [InlineData("PUT", true)]
    [InlineData("DELETE", false)]
    public async Task Request_ends_unsent_when_the_host_accepts_no_connection_in_time(string method, bool hasBody)
    {
        var error = await Assert.ThrowsAsync<SigmaEngineException>(() => SendAsync(full.Address, null, method, hasBody));
        Assert.Equal((ErrorCode.NetworkUnavailable, true), (error.Kind, error.IsUnprocessed));
        Assert.Contains("connection", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    public async Task Proxy_is_named_when_it_accepts_no_connection_in_time(string method)
    {
        var error = await Assert.ThrowsAsync<SigmaEngineException>(() =>
            SendAsync(new Uri("http://sigma.test/"), new WebProxy(full.Address), method, method == "PUT")
        );
        Assert.Equal((ErrorCode.ProxyFailed, true), (error.Kind, error.IsUnprocessed));
        Assert.Contains(full.Address.Authority, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slow_response_is_awaited_when_the_connection_was_established()
    {
        using var server = new LoopbackServer(_ => Task.Delay(AmpleConnectTimeout + ConnectTimeout));
        var statuses = await Task.WhenAll(
            SendAsync(server.Address, null, "GET", false, AmpleConnectTimeout),
            SendAsync(server.Address, null, "DELETE", false, AmpleConnectTimeout),
            SendAsync(server.Address, null, "PUT", true, AmpleConnectTimeout));
        Assert.Equal([200, 200, 200], statuses);
        Assert.Equal(3, server.Requests);
    }

    [Fact]
    public async Task Request_ends_when_it_is_stopped_while_connecting()
    {
        using var invoker = new HttpMessageInvoker(PrimaryHandler.Create(null, Long));
        using var stop = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Get, full.Address);
        var sending = invoker.SendAsync(request, stop.Token);
        stop.Cancel();
        Assert.Same(sending, await Task.WhenAny(sending, Task.Delay(TimeSpan.FromSeconds(60))));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task Five_requests_are_in_flight_at_once()
    {
        using var server = new LoopbackServer(server => server.WaitForRequestsAsync(SigmaHttpClient.MaxInFlight));
        using var client = new HttpClient(PrimaryHandler.Create(null));
        var all = Task.WhenAll(Enumerable.Range(0, SigmaHttpClient.MaxInFlight).Select(_ => client.GetStringAsync(server.Address)));
        Assert.Same(all, await Task.WhenAny(all, Task.Delay(TimeSpan.FromSeconds(60))));
        Assert.Equal(SigmaHttpClient.MaxInFlight, server.Connections);
    }

    [Fact]
    public async Task Connection_serves_further_requests_until_its_lifetime_ends()
    {
        using var server = new LoopbackServer();
        using (var lasting = Chain(server.Address, Long))
        {
            for (var i = 0; i < 20; i++)
            {
                using var response = await lasting.ForToken().GetAsync(server.Address);
            }

            Assert.Equal(1, server.Connections);
        }

        using var renewed = Chain(server.Address, TimeSpan.FromSeconds(1));
        for (var watch = Stopwatch.StartNew(); server.Connections < 3 && watch.Elapsed < TimeSpan.FromSeconds(60);)
        {
            using var response = await renewed.ForToken().GetAsync(server.Address);
        }

        Assert.InRange(server.Connections, 3, int.MaxValue);
    }

#if NETFRAMEWORK
    [Theory]
    [InlineData(2, 16)]
    [InlineData(100, 100)]
    public async Task Connection_limit_of_the_host_is_raised_and_never_lowered(int before, int after)
    {
        using var server = new LoopbackServer();
        var point = ServicePointManager.FindServicePoint(server.Address, null);
        point.ConnectionLimit = before;
        var others = ServicePointManager.DefaultConnectionLimit;
        using var client = new HttpClient(PrimaryHandler.Create(null));
        await client.GetStringAsync(server.Address);
        Assert.Equal((after, others), (point.ConnectionLimit, ServicePointManager.DefaultConnectionLimit));
    }
#endif

    private static HttpPipeline Chain(Uri address, TimeSpan lifetime) => new(
        new HandlerContext(
            address,
            new StaticTokenCredential(Secrets.Secure("given")),
            new RetryOptions(),
            null,
            TimeProvider.System,
            () => throw new InvalidOperationException("No token is needed.")),
        () => PrimaryHandler.Create(null),
        lifetime);

    // Only this request opens a connection: a fixed token needs no sign-in.
    private static async Task<int> SendAsync(
        Uri address,
        IWebProxy? proxy,
        string method,
        bool hasBody,
        TimeSpan? connectTimeout = null)
    {
        var patience = new RetryOptions { TotalTimeout = TimeSpan.Zero };
        using var transport = new SigmaHttpClient(
            address,
            new StaticTokenCredential(Secrets.Secure("token")),
            patience,
            proxy,
            via => PrimaryHandler.Create(via, connectTimeout ?? ConnectTimeout),
            TimeProvider.System);
        var request = new ApiRequest(new HttpMethod(method), "v2/files") { Body = hasBody ? "{}" : null };
        using var log = new FakeWire((_, _) => FakeWire.Json("{}"));
        return (await transport.SendAsync(request, log, CancellationToken.None)).Status;
    }
}
