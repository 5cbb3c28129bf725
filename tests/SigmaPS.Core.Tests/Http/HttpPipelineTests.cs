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
    private readonly HttpPipeline _chain;

    public HttpPipelineTests()
    {
        var credential = new StaticTokenCredential(Secrets.Secure("given"));
        var context = new HandlerContext(Address, credential, new RetryOptions(), null, new FakeTimeProvider(), () => _tokens);
        _chain = new HttpPipeline(context, () => _service);
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
    public void No_client_has_a_clock_or_a_bound_of_its_own() =>
        Assert.All([_chain.ForApi(), _chain.ForToken()], client =>
            Assert.Equal((Timeout.InfiniteTimeSpan, Address), (client.Timeout, client.BaseAddress)));

    [Fact]
    public void The_wire_follows_no_redirect_and_keeps_no_cookie()
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
}
