using System;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using System.Web;
using Xunit;

namespace SigmaPS.Tests.Sandbox;

/// <summary>A sandbox, and the steps of a browser login with a bare client.</summary>
public abstract class LoginTestBed : IAsyncLifetime
{
    private protected const string Redirect = "http://127.0.0.1:1/oauth/callback";
    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private protected Caller Caller { get; private set; } = null!;

    public async Task InitializeAsync() => Caller = await Caller.StartAsync();

    public async Task DisposeAsync() => await Caller.DisposeAsync();

    private protected static Uri PageAddress(string client, string redirect, string state)
    {
        byte[] hash = SHA256.HashData(Encoding.ASCII.GetBytes(Verifier));
        string challenge = Convert.ToBase64String(hash).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        return new Uri(
            $"mcp/authorize?response_type=code&client_id={client}&redirect_uri={Uri.EscapeDataString(redirect)}"
                + $"&state={Uri.EscapeDataString(state)}&code_challenge={challenge}&code_challenge_method=S256&scope=api%3Aaccess",
            UriKind.Relative);
    }

    private protected Task<Reply> RegisterAsync() => Caller.SendAsync(
        "POST",
        "mcp/register",
        new JsonObject
        {
            ["redirect_uris"] = new JsonArray(Redirect),
            ["client_name"] = "<client>",
            ["scope"] = "api:access",
            ["token_endpoint_auth_method"] = "none",
        }.ToJsonString());

    private protected async Task<string> ClientAsync() => (await RegisterAsync())["client_id"]!;

    private protected async Task<(NameValueCollection Returned, string Request)> DecideAsync(string client, string decision)
    {
        string html = await Caller.Http.GetStringAsync(PageAddress(client, Redirect, "a state"));
        string request = Regex.Match(html, "name=\"request\" value=\"([^\"]+)\"").Groups[1].Value;
        using HttpResponseMessage reply = await PostAsync(
            "mcp/authorize",
            new() { ["request"] = request, ["decision"] = decision, ["member"] = Caller.Organization.Colleague.Id });
        Assert.StartsWith(Redirect + "?", reply.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
        return (HttpUtility.ParseQueryString(reply.Headers.Location.Query), request);
    }

    private protected Task<JsonObject> RedeemAsync(string client, string code, Action<Dictionary<string, string>>? change = null)
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

    private protected async Task<JsonObject> TokenAsync(Dictionary<string, string> form)
    {
        using HttpResponseMessage reply = await PostAsync("mcp/token", form);
        return JsonNode.Parse(await reply.Content.ReadAsStringAsync())!.AsObject();
    }

    private protected async Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> form)
    {
        using FormUrlEncodedContent content = new(form);
        return await Caller.Http.PostAsync(new Uri(path, UriKind.Relative), content);
    }
}
