using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace SigmaPS.Tests.Sandbox;

/// <summary>The code and the tokens that a browser login of the sandbox gives.</summary>
public sealed class LoginTokenBehaviours : LoginTestBed
{
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
        Assert.Contains((string)tokens["refresh_token"]!, Caller.Organization.IssuedTokens);
        using HttpRequestMessage whoami = new(HttpMethod.Get, "v2/whoami");
        whoami.Headers.Authorization = new("Bearer", (string)tokens["access_token"]!);
        using HttpResponseMessage person = await Caller.Http.SendAsync(whoami);
        Assert.Contains(Caller.Organization.Colleague.Id, await person.Content.ReadAsStringAsync());
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
        Caller.Server.Options.EscapesCode = true;
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
        Caller.Server.Options.OmitsRefreshToken = true;
        JsonObject third = await RefreshAsync(client, (string)second["refresh_token"]!);
        Assert.False(third.ContainsKey("refresh_token"));
        Caller.Server.Options.OmitsRefreshToken = false;
        JsonObject other = await RedeemAsync(client, (await DecideAsync(client, "allow")).Returned["code"]!);
        Caller.Organization.ExpireRefreshTokens();
        Assert.Equal("invalid_grant", (string?)(await RefreshAsync(client, (string)other["refresh_token"]!))["error"]);
    }

    private Task<JsonObject> RefreshAsync(string client, string token) =>
        TokenAsync(new() { ["grant_type"] = "refresh_token", ["refresh_token"] = token, ["client_id"] = client });
}
