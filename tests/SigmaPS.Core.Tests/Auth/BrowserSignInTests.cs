using System;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using Xunit;

namespace SigmaPS.Core.Tests.Auth;

/// <summary>A whole browser login: the requests as they are shipped, and a browser that returns over a real connection.</summary>
public sealed class BrowserSignInTests : BrowserTest
{
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
}
