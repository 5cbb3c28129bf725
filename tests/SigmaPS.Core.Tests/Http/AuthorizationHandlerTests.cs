using System;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using SigmaPS.Core.Auth;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Http;

public sealed class AuthorizationHandlerTests
{
    private const string Host = "api.test:8443";
    private readonly FakeTimeProvider _time = new() { AutoAdvanceAmount = TimeSpan.FromSeconds(2) };
    private int _asked;

    [Fact]
    public async Task Every_request_to_the_own_host_carries_the_token()
    {
        var service = new FakeService((_, _) => new HttpResponseMessage(HttpStatusCode.OK));
        await SendAsync(service, Client(), Get());
        Assert.Equal(["Bearer token-1"], service.Authorizations);
    }

    [Fact]
    public async Task Status_401_renews_the_token_and_sends_the_same_request_again()
    {
        var service = new FakeService((_, n) => new HttpResponseMessage(n == 1 ? HttpStatusCode.Unauthorized : HttpStatusCode.OK));
        using var request = Get(HttpMethod.Put, "{\"größe\":1}");
        request.Headers.Add("X-Own", "kept");
        using var response = await SendAsync(service, Client(), request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["Bearer token-1", "Bearer token-2"], service.Authorizations);
        Assert.Equal(["{\"größe\":1}", "{\"größe\":1}"], service.Bodies);
        Assert.All(service.Requests, sent =>
            Assert.Equal(
                (HttpMethod.Put, request.RequestUri, "kept"),
                (sent.Method, sent.RequestUri, string.Join("", sent.Headers.GetValues("X-Own")))));
        Assert.Equal("application/json; charset=utf-8", service.Requests[1].Content!.Headers.ContentType!.ToString());
        Assert.NotSame(service.Requests[0], service.Requests[1]);
    }

    [Fact]
    public async Task Refused_response_is_released_when_the_request_is_sent_again()
    {
        var refused = new HttpResponseMessage(HttpStatusCode.Unauthorized) { Content = new StringContent("{}") };
        var service = new FakeService((_, n) => n == 1 ? refused : new HttpResponseMessage(HttpStatusCode.OK));
        using var response = await SendAsync(service, Client(), Get());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => refused.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Request_was_not_sent_when_its_sign_in_failed()
    {
        var service = new FakeService((_, _) => new HttpResponseMessage(HttpStatusCode.OK));
        using var tokens = new AccessTokenProvider(
            Client(), (_, _) => throw new SigmaEngineException(ErrorCode.ServiceUnavailable, "down"), _time);
        using var invoker = new HttpMessageInvoker(new AuthorizationHandler(tokens, Host) { InnerHandler = service });
        var error = await Assert.ThrowsAsync<SigmaEngineException>(() => invoker.SendAsync(Get(), default));
        Assert.True(error.IsUnprocessed);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task Second_401_ends_the_command()
    {
        var service = new FakeService((_, _) => new HttpResponseMessage(HttpStatusCode.Unauthorized));
        using var response = await SendAsync(service, Client(), Get());
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(["Bearer token-1", "Bearer token-2", "Bearer token-3"], service.Authorizations);
    }

    [Fact]
    public async Task Token_that_cannot_be_renewed_is_sent_once()
    {
        var service = new FakeService((_, _) => new HttpResponseMessage(HttpStatusCode.Unauthorized));
        using var response = await SendAsync(service, new StaticTokenCredential(Secrets.Secure("given")), Get());
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(["Bearer given"], service.Authorizations);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task Only_a_401_renews_the_token(HttpStatusCode status)
    {
        var service = new FakeService((_, _) => new HttpResponseMessage(status));
        using var response = await SendAsync(service, Client(), Get());
        Assert.Equal((status, 1), (response.StatusCode, _asked));
    }

    [Theory]
    [InlineData("https://api.test/v2/whoami")]
    [InlineData("https://api.test:8444/v2/whoami")]
    [InlineData("https://api.test.evil.example:8443/v2/whoami")]
    [InlineData("https://evil.example:8443/v2/whoami")]
    [InlineData("https://api.test:8443@evil.example/v2/whoami")]
    public async Task Request_for_another_host_is_stopped_before_a_token_is_asked_for(string address)
    {
        var service = new FakeService((_, _) => new HttpResponseMessage(HttpStatusCode.OK));
        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(service, Client(), new HttpRequestMessage(HttpMethod.Get, address)));
        Assert.Empty(service.Requests);
        Assert.Equal(0, _asked);
    }

    [Fact]
    public async Task Afterwards_the_token_is_on_no_request()
    {
        var service = new FakeService((_, n) => new HttpResponseMessage(n == 1 ? HttpStatusCode.Unauthorized : HttpStatusCode.OK));
        using var response = await SendAsync(service, Client(), Get());
        Assert.All(service.Requests, Clean);
        Clean(response.RequestMessage!);
    }

    [Fact]
    public async Task Afterwards_the_token_is_on_no_request_that_failed_either()
    {
        var service = new FakeService((_, _) => throw new HttpRequestException("The wire was cut."));
        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(service, Client(), Get()));
        Assert.All(service.Requests, Clean);
        Assert.Equal(["Bearer token-1"], service.Authorizations);
    }

    private static void Clean(HttpRequestMessage request)
    {
        Assert.Null(request.Headers.Authorization);
        Assert.DoesNotContain("token-", request.ToString(), StringComparison.Ordinal);
    }

    private static ClientCredential Client() => new("id", Secrets.Secure("secret"));

    private static HttpRequestMessage Get(HttpMethod? method = null, string? body = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, $"https://{Host}/v2/dataModels?limit=1");
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        }

        return request;
    }

    private async Task<HttpResponseMessage> SendAsync(FakeService service, Credential credential, HttpRequestMessage request)
    {
        using var tokens = new AccessTokenProvider(
            credential,
            (_, _) => Task.FromResult(new AccessToken($"token-{++_asked}", DateTimeOffset.MaxValue, DateTimeOffset.MaxValue)),
            _time);
        using var invoker = new HttpMessageInvoker(new AuthorizationHandler(tokens, Host) { InnerHandler = service });
        return await invoker.SendAsync(request, default);
    }
}
