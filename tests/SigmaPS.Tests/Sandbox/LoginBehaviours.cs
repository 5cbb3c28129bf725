using System;
using System.Collections.Specialized;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;

namespace SigmaPS.Tests.Sandbox;

/// <summary>The browser login of the sandbox up to the decision of the person, step by step with a bare client.</summary>
public sealed class LoginBehaviours : LoginTestBed
{
    [Fact]
    [CoversBehavior("login-challenge")]
    [CoversBehavior("login-none")]
    public async Task Whoami_without_a_token_names_the_login_unless_switched_off()
    {
        using HttpResponseMessage refused = await Caller.Http.GetAsync(new Uri("v2/whoami", UriKind.Relative));
        string header = refused.Headers.WwwAuthenticate.ToString();
        Assert.Equal(401, (int)refused.StatusCode);
        Assert.Contains("resource_metadata=\"" + Caller.Server.BaseUrl, header);
        Assert.Contains("scope=\"api:access\"", header);
        using HttpResponseMessage other = await Caller.Http.GetAsync(new Uri("v2/dataModels", UriKind.Relative));
        Assert.Empty(other.Headers.WwwAuthenticate);
        Caller.Server.Options.OffersBrowserLogin = false;
        using HttpResponseMessage none = await Caller.Http.GetAsync(new Uri("v2/whoami", UriKind.Relative));
        Assert.Empty(none.Headers.WwwAuthenticate);
    }

    [Fact]
    [CoversBehavior("login-resource")]
    [CoversBehavior("login-mcp-trap")]
    [CoversBehavior("login-server")]
    [CoversBehavior("login-server-foreign")]
    public async Task Each_description_names_the_next()
    {
        using HttpResponseMessage refused = await Caller.Http.GetAsync(new Uri("v2/whoami", UriKind.Relative));
        string named = Regex.Match(refused.Headers.WwwAuthenticate.ToString(), "resource_metadata=\"([^\"]+)\"").Groups[1].Value;
        JsonNode resource = JsonNode.Parse(await Caller.Http.GetStringAsync(new Uri(named)))!;
        Assert.Equal("api:access", (string?)resource["scopes_supported"]![0]);
        string server = ((string)resource["authorization_servers"]![0]!).TrimEnd('/');
        JsonNode trap = (await Caller.GetAsync(".well-known/oauth-protected-resource")).Json;
        Assert.Equal("mcp:access", (string?)trap["scopes_supported"]![0]);
        JsonNode published = JsonNode.Parse(
            await Caller.Http.GetStringAsync(new Uri(server + "/.well-known/oauth-authorization-server"))
        )!;
        Assert.Equal(server + "/mcp/authorize", (string?)published["authorization_endpoint"]);
        Assert.Equal(server + "/mcp/token", (string?)published["token_endpoint"]);
        Assert.Equal(server + "/mcp/register", (string?)published["registration_endpoint"]);
        Assert.Equal(["S256"], published["code_challenge_methods_supported"]!.AsArray().Select(method => (string?)method));
        Caller.Server.Options.SignInTokenEndpoint = "https://evil.example/token";
        Assert.Equal(
            "https://evil.example/token", (await Caller.GetAsync(".well-known/oauth-authorization-server"))["token_endpoint"]);
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
        Reply refused = await Caller.SendAsync("POST", "mcp/register", "{\"token_endpoint_auth_method\":\"none\"}");
        Assert.Equal((400, "invalid_client_metadata"), (refused.Status, refused["error"]));
    }

    [Fact]
    [CoversBehavior("login-page")]
    public async Task Page_states_that_it_is_a_sandbox()
    {
        string client = await ClientAsync();
        using HttpResponseMessage page = await Caller.Http.GetAsync(PageAddress(client, Redirect, "state of the page \"<b>"));
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
            using HttpResponseMessage page = await Caller.Http.GetAsync(PageAddress(client, redirect, "s"));
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
        Caller.Server.Options.ReturnsWrongState = true;
        Assert.NotEqual("a state", (await DecideAsync(client, "allow")).Returned["state"]);
    }
}
