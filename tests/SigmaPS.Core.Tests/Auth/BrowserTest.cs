using System;
using System.Collections.Generic;
using System.Linq;
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

namespace SigmaPS.Core.Tests.Auth;

/// <summary>
/// A test of a browser login: the service, and a browser that returns over a real connection. All of them sign in to one host, where a
/// newer login ends an older one, so their classes run one after the other.
/// </summary>
[Collection(nameof(PendingSignIns))]
public abstract class BrowserTest : ISignInPrompt, ILog, IDisposable
{
    private const string Resource = """{"authorization_servers":["https://api.test/"]}""";

    private protected const string Server = """
        {"authorization_endpoint":"https://api.test/mcp/authorize","token_endpoint":"https://api.test/mcp/token",
        "registration_endpoint":"https://api.test/mcp/register","code_challenge_methods_supported":["S256"]}
        """;

    private protected const string Html = "<html><title>x</title></html>";

    private protected static readonly TimeSpan Limit = TimeSpan.FromSeconds(300);

    private protected readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private protected readonly Dictionary<string, (int Status, string Text)> _answers = new()
    {
        ["/v2/whoami"] = (401, """{"message":"Token missing or malformed"}"""),
        ["/.well-known/resource"] = (200, Resource),
        ["/.well-known/oauth-authorization-server"] = (200, Server),
        ["/mcp/register"] = (201, """{"client_id":"client-1"}"""),
        ["/mcp/token"] = (200, """{"access_token":"access-token-1","refresh_token":"refresh-token-1","expires_in":3600}"""),
    };

    private protected readonly FakeService _service;
    private protected readonly SigmaHttpClient _client;
    private protected Func<SignInInvitation, CancellationToken, Task> _show;
    private protected Uri? _redirect;
    private string _state = "";

    protected BrowserTest()
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

    public void Dispose()
    {
        _client.Dispose();
        GC.SuppressFinalize(this);
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

    private protected static async Task ReturnAsync(SignInInvitation invitation, string result, CancellationToken cancel)
    {
        var state = State(invitation);
        using var browser = new HttpClient();
        using var page = await browser.GetAsync(new Uri($"{invitation.Redirect}?{result}&state={state}"), cancel);
    }

    private static string State(SignInInvitation invitation) => Form(invitation.Address.Query.TrimStart('?'))["state"];

    private protected static Dictionary<string, string> Form(string text) => text.Split('&').Select(pair => pair.Split('='))
        .ToDictionary(pair => pair[0], pair => WebUtility.UrlDecode(pair[1]));

    private protected Task SignInAsync() => _client.SignInAsync(this, Limit, CancellationToken.None);

    private protected Task<SigmaEngineException> FailAsync() => Assert.ThrowsAsync<SigmaEngineException>(SignInAsync);

    private protected async Task RequireClosedAsync()
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
