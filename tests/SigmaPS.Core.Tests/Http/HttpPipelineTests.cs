using System;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using SigmaPS.Core.Auth;
using SigmaPS.Core.Http;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Http;

public sealed class HttpPipelineTests : IDisposable
{
    private static readonly Uri Address = new("https://api.test/");
    private readonly FakeService _service = new((_, _) => new HttpResponseMessage());
    private readonly AccessTokenProvider _tokens = new(
        new StaticTokenCredential(Secrets.Secure("given")),
        (_, _) => throw new InvalidOperationException(),
        new FakeTimeProvider());
    private readonly HandlerContext _context;
    private readonly HttpPipeline _chain;
    private int _wires;

    public HttpPipelineTests()
    {
        var credential = new StaticTokenCredential(Secrets.Secure("given"));
        _context = new HandlerContext(Address, credential, new RetryOptions(), null, new FakeTimeProvider(), () => _tokens);
        _chain = new HttpPipeline(_context, CreateWire);
    }

    public void Dispose()
    {
        _chain.Dispose();
        _tokens.Dispose();
        _service.Dispose();
    }

    [Fact]
    public async Task Requests_to_the_API_carry_token_and_headers()
    {
        using var response = await _chain.ForApi().GetAsync(new Uri("v2/whoami", UriKind.Relative));
        Assert.Equal(["Bearer given"], _service.Authorizations);
        Assert.Equal("application/json", _service.Requests.Single().Headers.Accept.ToString());
    }

    [Fact]
    public async Task Requests_for_a_token_carry_none()
    {
        using var response = await _chain.ForToken().PostAsync(new Uri("v2/auth/token", UriKind.Relative), null);
        Assert.Equal([null], _service.Authorizations);
        Assert.Equal("application/json", _service.Requests.Single().Headers.Accept.ToString());
    }

    [Fact]
    public void Clients_and_their_connections_are_the_same_for_each_request()
    {
        Assert.Same(_chain.ForApi(), _chain.ForApi());
        Assert.Same(_chain.ForToken(), _chain.ForToken());
        Assert.Equal(1, _wires);
    }

    [Fact]
    public async Task Later_clients_carry_token_and_headers_and_share_their_connections()
    {
        // A lifetime without an end is over at once, as for a session that is older than its first connections.
        using var later = new HttpPipeline(_context, CreateWire, Timeout.InfiniteTimeSpan);
        for (var i = 0; i < 3; i++)
        {
            using var response = await later.ForApi().GetAsync(new Uri("v2/whoami", UriKind.Relative));
            using var token = await later.ForToken().PostAsync(new Uri("v2/auth/token", UriKind.Relative), null);
        }

        Assert.NotSame(later.ForApi(), later.ForApi());
        Assert.NotSame(later.ForToken(), later.ForToken());
        Assert.Equal(["Bearer given", null, "Bearer given", null, "Bearer given", null], _service.Authorizations);
        Assert.All(_service.Requests, request => Assert.Equal("application/json", request.Headers.Accept.ToString()));
        Assert.Equal(2, _wires);
    }

    [Fact]
    public async Task No_client_and_no_connection_is_left_when_the_session_ends()
    {
        foreach (var isApi in new[] { true, false })
        {
            using var service = new EndingService();
            var chain = new HttpPipeline(_context, () => service);
            var client = isApi ? chain.ForApi() : chain.ForToken();
            chain.Dispose();
            Assert.True(service.IsEnded);
            await Assert.ThrowsAsync<ObjectDisposedException>(() => client.GetAsync(new Uri("v2/whoami", UriKind.Relative)));
        }
    }

    [Fact]
    public void No_client_has_a_clock_or_a_bound_of_its_own() =>
        Assert.All([_chain.ForApi(), _chain.ForToken()], client =>
            Assert.Equal((Timeout.InfiniteTimeSpan, Address), (client.Timeout, client.BaseAddress)));

    [Fact]
    public void Wire_follows_no_redirect_and_keeps_no_cookie()
    {
#if NETFRAMEWORK
        using var guard = Assert.IsType<ConnectTimeoutHandler>(PrimaryHandler.Create(null));
        var wire = Assert.IsType<ServicePointHandler>(guard.InnerHandler);
#else
        using var wire = Assert.IsType<SocketsHttpHandler>(PrimaryHandler.Create(null));
        Assert.Null(wire.ActivityHeadersPropagator);
#endif
        Assert.Equal((false, false, false), (wire.AllowAutoRedirect, wire.UseCookies, wire.UseProxy));
    }

    private FakeService CreateWire()
    {
        _wires++;
        return _service;
    }

    private sealed class EndingService : HttpMessageHandler
    {
        public bool IsEnded { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage());

        protected override void Dispose(bool disposing)
        {
            IsEnded = true;
            base.Dispose(disposing);
        }
    }
}
