using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using SigmaPS.Core.Api;
using SigmaPS.Core.Auth;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Auth;

/// <summary>A whole browser login: the requests as they are shipped, and a browser that returns over a real connection.</summary>
public sealed class BrowserSignInTests : ISignInPrompt, ILog, IDisposable
{
    private const string Resource = """{"authorization_servers":["https://api.test/"]}""";

    private const string Server = """
        {"authorization_endpoint":"https://api.test/mcp/authorize","token_endpoint":"https://api.test/mcp/token",
        "registration_endpoint":"https://api.test/mcp/register","code_challenge_methods_supported":["S256"]}
        """;

    private const string Html = "<html><title>x</title></html>";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(300);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly Dictionary<string, (int Status, string Text)> _answers = new()
    {
        ["/v2/whoami"] = (401, """{"message":"Token missing or malformed"}"""),
        ["/.well-known/resource"] = (200, Resource),
        ["/.well-known/oauth-authorization-server"] = (200, Server),
        ["/mcp/register"] = (201, """{"client_id":"client-1"}"""),
        ["/mcp/token"] = (200, """{"access_token":"access-token-1","refresh_token":"refresh-token-1","expires_in":3600}"""),
    };

    private readonly FakeService _service;
    private readonly SigmaHttpClient _client;
    private Func<SignInInvitation, CancellationToken, Task> _show;
    private Uri? _redirect;
    private string _state = "";

    public BrowserSignInTests()
    {
        _service = new FakeService(Answer);
        _client = new SigmaHttpClient(
            new Uri("https://api.test/"),
            new BrowserCredential(),
            new RetryOptions { TotalTimeout = TimeSpan.Zero },
            null,
            _ => _service,
            _time);
        _show = (invitation, cancel) => ReturnAsync(invitation, "code=the%2Bcode", cancel);
    }

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Login_sends_what_the_fact_sheet_names_and_no_authorization()
    {
        await SignInAsync();
        var bodies = _service.Bodies;
        Assert.Equal(
            $$"""{"redirect_uris":["{{_redirect}}"],"client_name":"SigmaPS","scope":"api:access","token_endpoint_auth_method":"none"}""",
            bodies[3]);
        var form = Form(bodies[4]!);
        Assert.Equal(["grant_type", "code", "redirect_uri", "code_verifier", "client_id"], form.Keys);
        Assert.Equal("authorization_code the+code client-1", $"{form["grant_type"]} {form["code"]} {form["client_id"]}");
        Assert.Equal(_redirect!.OriginalString, form["redirect_uri"]);
        Assert.All(_service.Authorizations, Assert.Null);
    }

    [Fact]
    public async Task Session_uses_the_token_and_renews_it_with_each_new_refresh_token()
    {
        await SignInAsync();
        var sigma = new SigmaClient(_client, this);
        _answers["/v2/whoami"] = (200, """{"userId":"u","organizationId":"o"}""");
        Assert.Equal("u", (await sigma.WhoAmIAsync(default)).UserId);
        Assert.Equal("Bearer access-token-1", _service.Authorizations.Last());
        _time.Advance(TimeSpan.FromMinutes(56));
        _answers["/mcp/token"] = (200, """{"access_token":"access-token-2","refresh_token":"refresh-token-2"}""");
        await sigma.WhoAmIAsync(default);
        Assert.Equal("Bearer access-token-2", _service.Authorizations.Last());
        _time.Advance(TimeSpan.FromMinutes(56));
        _answers["/mcp/token"] = (200, """{"access_token":"access-token-3"}""");
        await sigma.WhoAmIAsync(default);
        _time.Advance(TimeSpan.FromMinutes(56));
        await sigma.WhoAmIAsync(default);
        Assert.Equal(
            ["refresh-token-1", "refresh-token-2", "refresh-token-2"],
            _service.Bodies.OfType<string>().Where(body => body.StartsWith("grant_type=refresh_token", StringComparison.Ordinal))
                .Select(body => Form(body)["refresh_token"]));
    }

    [Theory]
    [InlineData("/.well-known/resource", 200, "{}", ErrorCode.SignInFailed)]
    [InlineData("/.well-known/resource", 200, """{"authorization_servers":[]}""", ErrorCode.SignInFailed)]
    [InlineData("/.well-known/resource", 200, """{"authorization_servers":["https://evil.example"]}""", ErrorCode.SignInFailed)]
    [InlineData("/.well-known/resource", 200, "[]", ErrorCode.SignInFailed)]
    [InlineData("/.well-known/resource", 404, "{}", ErrorCode.RequestRefused)]
    [InlineData("/.well-known/oauth-authorization-server", 200, "{}", ErrorCode.SignInFailed)]
    [InlineData("/.well-known/oauth-authorization-server", 200, Html, ErrorCode.NotJson)]
    [InlineData("/.well-known/oauth-authorization-server", 503, "{}", ErrorCode.ServiceUnavailable)]
    [InlineData("/mcp/register", 400, """{"error":"invalid_redirect_uri"}""", ErrorCode.SignInFailed)]
    [InlineData("/mcp/register", 201, "{}", ErrorCode.SignInFailed)]
    [InlineData("/mcp/register", 403, Html, ErrorCode.BlockedByEdge)]
    [InlineData("/mcp/register", 429, "{}", ErrorCode.Throttled)]
    [InlineData("/mcp/token", 400, """{"error":"invalid_grant","error_description":"Code used"}""", ErrorCode.SignInFailed)]
    [InlineData("/mcp/token", 401, "{}", ErrorCode.SignInFailed)]
    [InlineData("/mcp/token", 500, "{}", ErrorCode.ServiceUnavailable)]
    [InlineData("/mcp/token", 302, "", ErrorCode.UnexpectedAnswer)]
    [InlineData("/mcp/token", 200, "{}", ErrorCode.UnexpectedAnswer)]
    [InlineData("/mcp/token", 200, """{"access_token":"a\nb"}""", ErrorCode.UnexpectedAnswer)]
    [InlineData("/v2/whoami", 200, "{}", ErrorCode.SignInFailed)]
    [InlineData("/v2/whoami", 503, "{}", ErrorCode.ServiceUnavailable)]
    [InlineData("/v2/whoami", 403, Html, ErrorCode.BlockedByEdge)]
    public async Task Step_that_goes_wrong_is_an_error_of_its_kind(string path, int status, string text, ErrorCode kind)
    {
        _answers[path] = (status, text);
        Assert.Equal(kind, (await FailAsync()).Kind);
        await RequireClosedAsync();
    }

    [Theory]
    [InlineData("authorization_endpoint")]
    [InlineData("token_endpoint")]
    [InlineData("registration_endpoint")]
    public async Task Missing_or_foreign_endpoint_is_named_and_nothing_is_sent_to_it(string name)
    {
        _answers["/.well-known/oauth-authorization-server"] = (200, Server.Replace(name, "other"));
        Assert.Contains(name, (await FailAsync()).Message);
        var own = "\"" + name + "\":\"https://api.test";
        foreach (
            var foreign in new[]
            {
                "https://evil.example",
                "http://api.test",
                "https://api.test@evil.example",
                "https://api.test.evil.example",
            }
        )
        {
            _answers["/.well-known/oauth-authorization-server"] = (200, Server.Replace(own, "\"" + name + "\":\"" + foreign));
            Assert.Equal(ErrorCode.SignInFailed, (await FailAsync()).Kind);
        }

        Assert.All(_service.Requests, request => Assert.Equal("https://api.test", request.RequestUri!.GetLeftPart(UriPartial.Authority)));
    }

    [Fact]
    public async Task Server_without_S256_is_refused()
    {
        _answers["/.well-known/oauth-authorization-server"] = (200, Server.Replace("S256", "plain"));
        Assert.Contains("S256", (await FailAsync()).Message);
    }

    [Fact]
    public async Task Nobody_signs_in_and_the_wait_ends_at_the_limit()
    {
        _show = (_, _) =>
        {
            _time.Advance(Limit);
            return Task.CompletedTask;
        };
        var fault = await FailAsync();
        Assert.Equal(ErrorCode.SignInFailed, fault.Kind);
        Assert.Contains("300 seconds", fault.Message);
        await RequireClosedAsync();
    }

    [Theory]
    [InlineData("access_denied", "refused")]
    [InlineData("server_error", "ended")]
    public async Task Error_of_the_login_page_is_quoted(string error, string token)
    {
        _show = (invitation, cancel) => ReturnAsync(invitation, $"error={error}&error_description=Because%20of%20a%20rule.", cancel);
        var fault = await FailAsync();
        Assert.Equal((ErrorCode.SignInFailed, error), (fault.Kind, fault.Code));
        Assert.Contains($"{error}: Because of a rule.", fault.Message);
        Assert.Contains(token, fault.Message);
    }

    [Fact]
    public async Task Prompt_that_fails_ends_the_login_and_frees_the_port()
    {
        _show = (_, _) => throw new InvalidOperationException("no host");
        await Assert.ThrowsAsync<InvalidOperationException>(SignInAsync);
        await RequireClosedAsync();
    }

    [Fact]
    public async Task Secret_that_the_service_echoes_is_hidden()
    {
        _show = async (invitation, cancel) =>
        {
            _answers["/mcp/token"] = (400, """{"error":"invalid_grant","error_description":"not secret-code-12345"}""");
            await ReturnAsync(invitation, "code=secret-code-12345", cancel);
        };
        var fault = await FailAsync();
        Assert.Contains("***", fault.Message);
        Assert.DoesNotContain("secret-code-12345", fault.ToString());
    }

    Task ISignInPrompt.ShowAsync(SignInInvitation invitation, CancellationToken cancel)
    {
        _redirect = invitation.Redirect;
        _state = State(invitation);
        return _show(invitation, cancel);
    }

    void ILog.Verbose(string message)
    {
    }

    void ILog.Warning(string message)
    {
    }

    private static async Task ReturnAsync(SignInInvitation invitation, string result, CancellationToken cancel)
    {
        var state = State(invitation);
        using var browser = new HttpClient();
        using var page = await browser.GetAsync(new Uri($"{invitation.Redirect}?{result}&state={state}"), cancel);
    }

    private static string State(SignInInvitation invitation) => Form(invitation.Address.Query.TrimStart('?'))["state"];

    private static Dictionary<string, string> Form(string text) => text.Split('&').Select(pair => pair.Split('='))
        .ToDictionary(pair => pair[0], pair => WebUtility.UrlDecode(pair[1]));

    private Task SignInAsync() => _client.SignInAsync(this, Limit, CancellationToken.None);

    private Task<SigmaEngineException> FailAsync() => Assert.ThrowsAsync<SigmaEngineException>(SignInAsync);

    private async Task RequireClosedAsync()
    {
        if (_redirect is { } redirect)
        {
            await LateBrowser.RequireNobodyTakesAsync(redirect, _state);
        }
    }

    private HttpResponseMessage Answer(HttpRequestMessage request, int number)
    {
        var (status, text) = _answers[request.RequestUri!.AbsolutePath];
        var type = text.StartsWith("<", StringComparison.Ordinal) ? "text/html" : "application/json";
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(text, Encoding.UTF8, type) };
        if (status == 401)
        {
            response.Headers.TryAddWithoutValidation(
                "WWW-Authenticate", "Bearer resource_metadata=\"https://api.test/.well-known/resource\", scope=\"api:access\"");
        }

        return response;
    }
}
