using System;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Linq;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using System.Web;
using Xunit;

namespace SigmaPS.Tests.Sandbox;

/// <summary>The browser login of the sandbox, step by step with a bare client.</summary>
public sealed class LoginBehaviours : IAsyncLifetime
{
    private const string Redirect = "http://127.0.0.1:1/oauth/callback";
    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private Caller _caller = null!;

    public async Task InitializeAsync() => _caller = await Caller.StartAsync();

    public async Task DisposeAsync() => await _caller.DisposeAsync();

    [Fact]
    [CoversBehavior("login-challenge")]
    [CoversBehavior("login-none")]
    public async Task Whoami_without_a_token_names_the_login_unless_switched_off()
    {
        using HttpResponseMessage refused = await _caller.Http.GetAsync(new Uri("v2/whoami", UriKind.Relative));
        string header = refused.Headers.WwwAuthenticate.ToString();
        Assert.Equal(401, (int)refused.StatusCode);
        Assert.Contains("resource_metadata=\"" + _caller.Server.BaseUrl, header);
        Assert.Contains("scope=\"api:access\"", header);
        using HttpResponseMessage other = await _caller.Http.GetAsync(new Uri("v2/dataModels", UriKind.Relative));
        Assert.Empty(other.Headers.WwwAuthenticate);
        _caller.Server.Options.OffersBrowserLogin = false;
        using HttpResponseMessage none = await _caller.Http.GetAsync(new Uri("v2/whoami", UriKind.Relative));
        Assert.Empty(none.Headers.WwwAuthenticate);
    }

    [Fact]
    [CoversBehavior("login-resource")]
    [CoversBehavior("login-mcp-trap")]
    [CoversBehavior("login-server")]
    [CoversBehavior("login-server-foreign")]
    public async Task Each_description_names_the_next()
    {
        using HttpResponseMessage refused = await _caller.Http.GetAsync(new Uri("v2/whoami", UriKind.Relative));
        string named = Regex.Match(refused.Headers.WwwAuthenticate.ToString(), "resource_metadata=\"([^\"]+)\"").Groups[1].Value;
        JsonNode resource = JsonNode.Parse(await _caller.Http.GetStringAsync(new Uri(named)))!;
        Assert.Equal("api:access", (string?)resource["scopes_supported"]![0]);
        string server = ((string)resource["authorization_servers"]![0]!).TrimEnd('/');
        JsonNode trap = (await _caller.GetAsync(".well-known/oauth-protected-resource")).Json;
        Assert.Equal("mcp:access", (string?)trap["scopes_supported"]![0]);
        JsonNode published = JsonNode.Parse(
            await _caller.Http.GetStringAsync(new Uri(server + "/.well-known/oauth-authorization-server"))
        )!;
        Assert.Equal(server + "/mcp/authorize", (string?)published["authorization_endpoint"]);
        Assert.Equal(server + "/mcp/token", (string?)published["token_endpoint"]);
        Assert.Equal(server + "/mcp/register", (string?)published["registration_endpoint"]);
        Assert.Equal(["S256"], published["code_challenge_methods_supported"]!.AsArray().Select(method => (string?)method));
        _caller.Server.Options.SignInTokenEndpoint = "https://evil.example/token";
        Assert.Equal(
            "https://evil.example/token", (await _caller.GetAsync(".well-known/oauth-authorization-server"))["token_endpoint"]);
    }

    [Fact]
    [CoversBehavior("login-register")]
    [CoversBehavior("login-register-refused")]
    public async Task Client_registers_itself()
    {
        Reply reply = await RegisterAsync();
        Assert.Equal(201, reply.Status);
        Assert.False(reply.Json.AsObject().ContainsKey("client_secret"));
        Assert.NotEqual(reply["client_id"], (await RegisterAsync())["client_id"]);
        Reply refused = await _caller.SendAsync("POST", "mcp/register", "{\"token_endpoint_auth_method\":\"none\"}");
        Assert.Equal((400, "invalid_client_metadata"), (refused.Status, refused["error"]));
    }

    [Fact]
    [CoversBehavior("login-page")]
    public async Task Page_states_that_it_is_a_sandbox()
    {
        string client = await ClientAsync();
        using HttpResponseMessage page = await _caller.Http.GetAsync(PageAddress(client, Redirect, "state of the page \"<b>"));
        string html = await page.Content.ReadAsStringAsync();
        Assert.Contains("This is a sandbox.", html);
        Assert.Contains(">Allow</button>", html);
        Assert.Contains(">Deny</button>", html);
        Assert.Contains("&lt;client&gt;", html);
        Assert.DoesNotContain("<client>", html);
        Assert.DoesNotContain("<script", html);
        Assert.DoesNotContain("http:", html);
    }

    [Fact]
    [CoversBehavior("login-redirect-exact")]
    public async Task Page_refuses_another_redirect_address()
    {
        string client = await ClientAsync();
        foreach (string redirect in new[] { Redirect + "/", "http://localhost:1/oauth/callback", "https://evil.example/" })
        {
            using HttpResponseMessage page = await _caller.Http.GetAsync(PageAddress(client, redirect, "s"));
            Assert.Equal(400, (int)page.StatusCode);
            Assert.Null(page.Headers.Location);
        }
    }

    [Fact]
    [CoversBehavior("login-allow")]
    [CoversBehavior("login-deny")]
    [CoversBehavior("login-page-once")]
    [CoversBehavior("login-state-wrong")]
    public async Task Page_returns_with_the_decision()
    {
        string client = await ClientAsync();
        (NameValueCollection allowed, string request) = await DecideAsync(client, "allow");
        Assert.Equal(("a state", null), (allowed["state"], allowed["error"]));
        Assert.NotEmpty(allowed["code"]!);
        (NameValueCollection denied, _) = await DecideAsync(client, "deny");
        Assert.Equal(("a state", "access_denied", null), (denied["state"], denied["error"], denied["code"]));
        using HttpResponseMessage again = await PostAsync("mcp/authorize", new() { ["request"] = request, ["decision"] = "allow" });
        Assert.Equal(400, (int)again.StatusCode);
        _caller.Server.Options.ReturnsWrongState = true;
        Assert.NotEqual("a state", (await DecideAsync(client, "allow")).Returned["state"]);
    }

    [Fact]
    [CoversBehavior("login-code")]
    [CoversBehavior("login-code-once")]
    [CoversBehavior("login-person")]
    public async Task Code_gives_tokens_of_the_person_once()
    {
        string client = await ClientAsync();
        string code = (await DecideAsync(client, "allow")).Returned["code"]!;
        JsonObject tokens = await RedeemAsync(client, code);
        Assert.Equal(["access_token", "token_type", "expires_in", "refresh_token"], tokens.Select(pair => pair.Key));
        Assert.Contains((string)tokens["refresh_token"]!, _caller.Organization.IssuedTokens);
        using HttpRequestMessage whoami = new(HttpMethod.Get, "v2/whoami");
        whoami.Headers.Authorization = new("Bearer", (string)tokens["access_token"]!);
        using HttpResponseMessage person = await _caller.Http.SendAsync(whoami);
        Assert.Contains(_caller.Organization.Colleague.Id, await person.Content.ReadAsStringAsync());
        Assert.Equal("invalid_grant", (string?)(await RedeemAsync(client, code))["error"]);
    }

    [Theory]
    [CoversBehavior("login-code-bound")]
    [InlineData("code_verifier", "another-verifier-of-the-same-form-0123456789")]
    [InlineData("redirect_uri", "http://127.0.0.1:2/oauth/callback")]
    [InlineData("client_id", "another")]
    public async Task Code_is_bound_to_its_login(string field, string value)
    {
        string client = await ClientAsync();
        string code = (await DecideAsync(client, "allow")).Returned["code"]!;
        Assert.Equal("invalid_grant", (string?)(await RedeemAsync(client, code, form => form[field] = value))["error"]);
    }

    [Fact]
    [CoversBehavior("login-code-escaped")]
    public async Task Code_may_contain_an_escape()
    {
        _caller.Server.Options.EscapesCode = true;
        string client = await ClientAsync();
        string code = (await DecideAsync(client, "allow")).Returned["code"]!;
        Assert.Contains("%2F", code);
        Assert.NotNull((await RedeemAsync(client, code))["access_token"]);
    }

    [Fact]
    [CoversBehavior("login-refresh")]
    [CoversBehavior("login-refresh-expired")]
    [CoversBehavior("login-refresh-missing")]
    public async Task Refresh_token_works_once()
    {
        string client = await ClientAsync();
        JsonObject first = await RedeemAsync(client, (await DecideAsync(client, "allow")).Returned["code"]!);
        JsonObject second = await RefreshAsync(client, (string)first["refresh_token"]!);
        Assert.NotEqual((string?)first["access_token"], (string?)second["access_token"]);
        Assert.Equal("invalid_grant", (string?)(await RefreshAsync(client, (string)first["refresh_token"]!))["error"]);
        _caller.Server.Options.OmitsRefreshToken = true;
        JsonObject third = await RefreshAsync(client, (string)second["refresh_token"]!);
        Assert.False(third.ContainsKey("refresh_token"));
        _caller.Server.Options.OmitsRefreshToken = false;
        JsonObject other = await RedeemAsync(client, (await DecideAsync(client, "allow")).Returned["code"]!);
        _caller.Organization.ExpireRefreshTokens();
        Assert.Equal("invalid_grant", (string?)(await RefreshAsync(client, (string)other["refresh_token"]!))["error"]);
    }

    private static Uri PageAddress(string client, string redirect, string state)
    {
        byte[] hash = SHA256.HashData(Encoding.ASCII.GetBytes(Verifier));
        string challenge = Convert.ToBase64String(hash).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        return new Uri(
            $"mcp/authorize?response_type=code&client_id={client}&redirect_uri={Uri.EscapeDataString(redirect)}"
                + $"&state={Uri.EscapeDataString(state)}&code_challenge={challenge}&code_challenge_method=S256&scope=api%3Aaccess",
            UriKind.Relative);
    }

    private Task<Reply> RegisterAsync() => _caller.SendAsync(
        "POST",
        "mcp/register",
        new JsonObject
        {
            ["redirect_uris"] = new JsonArray(Redirect),
            ["client_name"] = "<client>",
            ["scope"] = "api:access",
            ["token_endpoint_auth_method"] = "none",
        }.ToJsonString());

    private async Task<string> ClientAsync() => (await RegisterAsync())["client_id"]!;

    private async Task<(NameValueCollection Returned, string Request)> DecideAsync(string client, string decision)
    {
        string html = await _caller.Http.GetStringAsync(PageAddress(client, Redirect, "a state"));
        string request = Regex.Match(html, "name=\"request\" value=\"([^\"]+)\"").Groups[1].Value;
        using HttpResponseMessage reply = await PostAsync(
            "mcp/authorize",
            new() { ["request"] = request, ["decision"] = decision, ["member"] = _caller.Organization.Colleague.Id });
        Assert.StartsWith(Redirect + "?", reply.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
        return (HttpUtility.ParseQueryString(reply.Headers.Location.Query), request);
    }

    private Task<JsonObject> RedeemAsync(string client, string code, Action<Dictionary<string, string>>? change = null)
    {
        Dictionary<string, string> form = new()
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = Redirect,
            ["code_verifier"] = Verifier,
            ["client_id"] = client,
        };
        change?.Invoke(form);
        return TokenAsync(form);
    }

    private Task<JsonObject> RefreshAsync(string client, string token) =>
        TokenAsync(new() { ["grant_type"] = "refresh_token", ["refresh_token"] = token, ["client_id"] = client });

    private async Task<JsonObject> TokenAsync(Dictionary<string, string> form)
    {
        using HttpResponseMessage reply = await PostAsync("mcp/token", form);
        return JsonNode.Parse(await reply.Content.ReadAsStringAsync())!.AsObject();
    }

    private async Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> form)
    {
        using FormUrlEncodedContent content = new(form);
        return await _caller.Http.PostAsync(new Uri(path, UriKind.Relative), content);
    }
}
