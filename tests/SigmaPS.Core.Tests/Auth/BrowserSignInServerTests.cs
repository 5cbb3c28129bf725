using System;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using Xunit;

namespace SigmaPS.Core.Tests.Auth;

/// <summary>A browser login whose service gives a response that the login cannot use.</summary>
public sealed class BrowserSignInServerTests : BrowserTest
{
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

    [Theory]
    [InlineData("""{"error":"invalid_grant","message":"Used","error_description":"Code used"}""", "Code used")]
    [InlineData("""{"error":"invalid_grant","message":"Used"}""", "Used")]
    [InlineData("""{"error":"invalid_grant"}""", "invalid_grant")]
    public async Task Words_of_the_service_are_quoted_from_the_most_to_the_least_exact(string text, string quoted)
    {
        _answers["/mcp/token"] = (400, text);
        Assert.Contains($"\"{quoted}.\"", (await FailAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_of_a_step_names_the_sign_in()
    {
        _answers["/mcp/token"] = (500, "{}");
        Assert.Contains("the sign-in at api.test", (await FailAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_with_S256_among_others_is_accepted()
    {
        _answers["/.well-known/oauth-authorization-server"] = (200, Server.Replace("\"S256\"", "\"plain\",\"S256\""));
        await SignInAsync();
        Assert.Equal("/mcp/token", _service.Requests[^1].RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task Server_without_S256_is_refused()
    {
        _answers["/.well-known/oauth-authorization-server"] = (200, Server.Replace("S256", "plain"));
        Assert.Contains("S256", (await FailAsync()).Message);
    }
}
