using System;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Http;

/// <summary>Connect-Sigma learns in a short time that a host does not accept connections.</summary>
[Collection(nameof(PrimaryHandler.SystemProxy))]
public sealed class HostCheckTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2);
    private static readonly WebProxy Proxy = new("http://proxy.test:3128");

    // It owns a port and does not listen, so no other test can listen there.
    private readonly Socket _closed = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public HostCheckTests() => _closed.Bind(new IPEndPoint(IPAddress.Any, 0));

    private int ClosedPort => ((IPEndPoint)_closed.LocalEndPoint!).Port;

    public void Dispose() => _closed.Dispose();

    [Fact]
    public async Task Check_ends_without_an_error_when_the_host_accepts_a_connection()
    {
        using var server = new LoopbackServer();
        await HostCheck.RequireReachableAsync(server.Address, null, Long, default);
        Assert.Equal(0, server.Requests);
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("localhost", false)]
    [InlineData("127.0.0.1", true)]
    public async Task Host_that_refuses_is_unreachable_with_and_without_a_proxy(string host, bool hasProxy)
    {
        var address = new Uri($"http://{host}:{ClosedPort}/");
        var error = await Assert.ThrowsAsync<SigmaEngineException>(() =>
            HostCheck.RequireReachableAsync(address, hasProxy ? Proxy : null, Long, default));
        Assert.Equal((ErrorCode.NetworkUnavailable, address.Authority), (error.Kind, error.Target));
        Assert.Contains("cannot be reached", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_that_does_not_respond_is_unreachable_at_the_limit()
    {
        using var host = await FullHost.CreateAsync();
        var error = await Assert.ThrowsAsync<SigmaEngineException>(() =>
            HostCheck.RequireReachableAsync(host.Address, null, TimeSpan.Zero, default));
        Assert.Equal(ErrorCode.NetworkUnavailable, error.Kind);
        Assert.Contains("in time", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ends_at_once_when_it_is_stopped()
    {
        using var server = new LoopbackServer();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            HostCheck.RequireReachableAsync(server.Address, null, Long, new CancellationToken(true)));
    }

    [Fact]
    public async Task Host_behind_a_proxy_is_not_checked_unless_the_proxy_leaves_it_out()
    {
        // A name of this machine that is not a loopback name.
        var address = new Uri($"http://{Dns.GetHostName()}:{ClosedPort}/");
        await HostCheck.RequireReachableAsync(address, Proxy, Long, default);
        var partial = new WebProxy("http://proxy.test:3128") { BypassList = [Regex.Escape(address.Host)] };
        var error = await Assert.ThrowsAsync<SigmaEngineException>(() =>
            HostCheck.RequireReachableAsync(address, partial, Long, default));
        Assert.Equal(ErrorCode.NetworkUnavailable, error.Kind);
    }

#if !NETFRAMEWORK
    [Fact]
    public async Task Host_behind_the_proxy_of_the_system_is_not_checked()
    {
        const string Host = "only-the-proxy-knows.invalid";
        var before = HttpClient.DefaultProxy;
        try
        {
            HttpClient.DefaultProxy = new ProxyOfOneHost(Host);
            await HostCheck.RequireReachableAsync(new Uri($"https://{Host}/"), null, Long, default);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
    }

    /// <summary>The system's proxy during a test; the requests of the other tests do not use it.</summary>
    private sealed class ProxyOfOneHost(string host) : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : new Uri("http://proxy.test:3128");

        public bool IsBypassed(Uri address) => address.Host != host;
    }
#endif
}
