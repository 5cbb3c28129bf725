using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using SigmaPS.Core.Auth;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Http;

/// <summary>How a request ends that is stopped, breaks or belongs to a session that ends, and which proxy it uses.</summary>
[Collection(nameof(PrimaryHandler.SystemProxy))]
public sealed class SigmaHttpClientEndTests
{
    private const string Token = "end-token-0123456789";
    private static readonly ApiRequest Request = new(HttpMethod.Get, "v2/whoami") { About = "the check" };
    private static readonly Uri Address = new("https://api.test/");

    [Theory]
    [InlineData("https://api.test/", true)]
    [InlineData("http://localhost:5000/", false)]
    public async Task Requests_use_the_given_proxy_except_to_this_machine(string address, bool isUsed)
    {
        var proxy = new WebProxy("http://proxy.test:3128");
        Assert.Same(isUsed ? proxy : null, await UsedProxyAsync(new Uri(address), proxy));
    }

    [Fact]
    public async Task Requests_use_the_proxy_of_the_system_when_none_is_given()
    {
        Assert.Same(PrimaryHandler.SystemProxy, await UsedProxyAsync(Address, null));
        Assert.Null(await UsedProxyAsync(new Uri("http://127.0.0.1:5000/"), null));
    }

    [Fact]
    public async Task Stop_is_not_reported_as_an_error_of_the_network()
    {
        using var stop = new CancellationTokenSource();
        using var wire = new FakeWire((_, _) =>
        {
            stop.Cancel();
            throw new HttpRequestException("The connection was cut.");
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wire.Client.SendAsync(Request, stop.Token));
    }

    [Fact]
    public async Task Connection_that_the_timeout_cuts_did_not_respond_in_time()
    {
        var time = new FakeTimeProvider();
        using var service = new CutService();
        using var log = new FakeWire((_, _) => FakeWire.Json("{}"));
        using var client = Client(Address, service, time);
        var sending = client.SendAsync(Request, log, default);
        time.Advance(TimeSpan.FromSeconds(41));
        var error = await Assert.ThrowsAsync<SigmaEngineException>(() => sending.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Equal(ErrorCode.NetworkUnavailable, error.Kind);
        Assert.Contains("in time", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_within_a_write_is_sent_once_and_leaves_the_write_unsent()
    {
        using var wire = new FakeWire((_, _) => FakeWire.Json("{}", 503), TimeSpan.FromMinutes(5));
        var error = await Assert.ThrowsAsync<SigmaEngineException>(() => wire.Transport.SendWithinAsync(Request, wire, default));
        Assert.Equal((ErrorCode.ServiceUnavailable, true), (error.Kind, error.IsUnprocessed));
        Assert.Single(wire.Sent);
    }

    [Fact]
    public void Session_that_ends_closes_its_connections_and_forgets_its_tokens()
    {
        // Its own, because all sessions of the process redact the text.
        var token = Guid.NewGuid().ToString("N");
        var service = new CutService();
        var credential = new BrowserCredential();
        var client = new SigmaHttpClient(Address, credential, new RetryOptions(), null, _ => service, new FakeTimeProvider());
        client.Secrets.Add(token);
        var endpoints = new SignInEndpoints(Address, Address, Address, "api:access");
        credential.Open(
            new SignInAttempt(endpoints, "client", Address),
            new TokenGrant(new AccessToken(token, DateTimeOffset.MaxValue, DateTimeOffset.MaxValue), "refresh-" + token));
        var sending = client.SendAsync(Request, new FakeWire((_, _) => FakeWire.Json("{}")), default);
        Assert.DoesNotContain(token, SecretRedactor.RedactAll(token), StringComparison.Ordinal);
        client.Dispose();
        Assert.True(service.IsEnded);
        Assert.False(credential.CanRenew);
        Assert.Equal(token, SecretRedactor.RedactAll(token));
        Assert.NotNull(sending);
    }

    private static async Task<IWebProxy?> UsedProxyAsync(Uri address, IWebProxy? given)
    {
        IWebProxy? used = null;
        using var service = new FakeService((_, _) => FakeWire.Json("{}"));
        using var log = new FakeWire((_, _) => FakeWire.Json("{}"));
        using var client = new SigmaHttpClient(
            address,
            new StaticTokenCredential(Secrets.Secure(Token)),
            new RetryOptions { TotalTimeout = TimeSpan.Zero },
            given,
            via =>
            {
                used = via;
                return service;
            },
            TimeProvider.System);
        await client.SendAsync(Request, log, default);
        return used;
    }

    private static SigmaHttpClient Client(Uri address, HttpMessageHandler service, TimeProvider time) => new(
        address,
        new StaticTokenCredential(Secrets.Secure(Token)),
        new RetryOptions { TotalTimeout = TimeSpan.Zero, Timeout = TimeSpan.FromSeconds(40) },
        null,
        _ => service,
        time);

    /// <summary>Waits until it is canceled, and reports that as a connection that was cut.</summary>
    private sealed class CutService : HttpMessageHandler
    {
        public bool IsEnded { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                // The next line reports it.
            }

            throw new HttpRequestException("The connection was cut.");
        }

        protected override void Dispose(bool disposing)
        {
            IsEnded = true;
            base.Dispose(disposing);
        }
    }
}
