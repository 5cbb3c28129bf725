using System;
using System.Linq;
using SigmaPS.Core.Auth;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using Xunit;

namespace SigmaPS.Core.Tests.Auth;

/// <summary>The parts of a browser login that need no network.</summary>
public sealed class SignInPartsTests
{
    private static readonly SignInEndpoints Endpoints = new(
        new Uri("https://api.sigmacomputing.com/mcp/authorize?tenant=a"),
        new Uri("https://api.sigmacomputing.com/mcp/token"),
        new Uri("https://api.sigmacomputing.com/mcp/register"),
        "api:access");

    private static readonly Uri Redirect = new("http://127.0.0.1:43210/oauth/callback");

    [Fact]
    public void Challenge_is_the_one_of_the_example_in_RFC_7636() => Assert.Equal(
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", new ProofKey("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").Challenge);

    [Fact]
    public void Verifier_and_state_are_random_and_long_enough()
    {
        var attempts = Enumerable.Range(0, 50).Select(_ => new SignInAttempt(Endpoints, "client", Redirect)).ToArray();
        Assert.Equal(50, attempts.Select(attempt => attempt.Key.Verifier).Distinct().Count());
        Assert.Equal(50, attempts.Select(attempt => attempt.State).Distinct().Count());
        Assert.All(attempts, attempt => Assert.Matches("^[A-Za-z0-9_-]{43,128}$", attempt.Key.Verifier));
        Assert.All(attempts, attempt => Assert.Matches("^[A-Za-z0-9_-]{22,}$", attempt.State));
    }

    [Fact]
    public void Address_of_the_page_has_each_value_encoded_and_not_the_verifier()
    {
        var attempt = new SignInAttempt(Endpoints, "a client&id", Redirect);
        var address = attempt.Address.AbsoluteUri;
        Assert.StartsWith("https://api.sigmacomputing.com/mcp/authorize?tenant=a&response_type=code&client_id=a%20client%26id&", address);
        Assert.Contains("&redirect_uri=http%3A%2F%2F127.0.0.1%3A43210%2Foauth%2Fcallback&", address);
        Assert.Contains("&scope=api%3Aaccess", address);
        Assert.Contains($"&code_challenge={attempt.Key.Challenge}&code_challenge_method=S256", address);
        Assert.DoesNotContain(attempt.Key.Verifier, address);
    }

    [Fact]
    public void State_matches_itself_alone()
    {
        var attempt = new SignInAttempt(Endpoints, "client", Redirect);
        Assert.True(attempt.HasState(new string(attempt.State.ToCharArray())));
        Assert.False(attempt.HasState(null));
        Assert.False(attempt.HasState(""));
        Assert.False(attempt.HasState(attempt.State + "a"));
        Assert.False(attempt.HasState(attempt.State.Substring(1)));
        Assert.False(attempt.HasState((attempt.State[0] == 'a' ? "b" : "a") + attempt.State.Substring(1)));
    }

    [Theory]
    [InlineData("code=a%252Fb&state=s", "a%2Fb")]
    [InlineData("state=s&code=a+b%2B", "a+b+")]
    [InlineData("code=&state=s", null)]
    [InlineData("state", null)]
    public void Code_of_a_callback_is_decoded_once(string query, string? code) => Assert.Equal(code, SignInCallback.Parse(query)!.Code);

    [Fact]
    public void Callback_with_a_repeated_parameter_is_refused() => Assert.Null(SignInCallback.Parse("code=a&state=s&code=b"));

    [Theory]
    [InlineData("https://api.eu.aws.sigmacomputing.com/mcp/token", true, true)]
    [InlineData("https://app.sigmacomputing.com/login", true, false)]
    [InlineData("https://sigmacomputing.com/", true, false)]
    [InlineData("http://api.eu.aws.sigmacomputing.com/mcp/token", false, false)]
    [InlineData("https://api.eu.aws.sigmacomputing.com:8443/mcp/token", false, false)]
    [InlineData("https://evilsigmacomputing.com/", false, false)]
    [InlineData("https://evil.example#.sigmacomputing.com", false, false)]
    [InlineData("https://evil.example/.sigmacomputing.com", false, false)]
    [InlineData("https://user@api.eu.aws.sigmacomputing.com/", false, false)]
    [InlineData("javascript:alert(1)", false, false)]
    [InlineData("file:///etc/passwd", false, false)]
    [InlineData("/mcp/token", false, false)]
    [InlineData("", false, false)]
    [InlineData(null, false, false)]
    public void Hosts_of_a_login_are_checked(string? address, bool isKnown, bool isOwn)
    {
        var session = new Uri("https://api.eu.aws.sigmacomputing.com/");
        Assert.Equal(isKnown, IsAccepted(() => SignInHosts.RequireKnown(address, "login page", session)));
        Assert.Equal(isOwn, IsAccepted(() => SignInHosts.RequireOwn(address, "token endpoint", session)));
    }

    [Fact]
    public void Host_outside_of_Sigma_trusts_itself_alone()
    {
        var session = new Uri("https://proxy.example/sigma/");
        Assert.False(IsAccepted(() => SignInHosts.RequireKnown("https://api.sigmacomputing.com/", "login page", session)));
        Assert.True(IsAccepted(() => SignInHosts.RequireKnown("https://proxy.example/other", "login page", session)));
    }

    [Theory]
    [InlineData("Bearer resource_metadata=\"https://a/b\", scope=\"api:access x\"", "https://a/b", "api:access x")]
    [InlineData("Bearer realm=\"r\",scope=s,resource_metadata=https://a/b", "https://a/b", "s")]
    [InlineData("Bearer error=\"invalid_token\", Resource_Metadata = \"https://a/b\"", "https://a/b", "api:access")]
    [InlineData("Basic realm=\"x\", Bearer resource_metadata=\"https://a/b\"", "https://a/b", "api:access")]
    [InlineData("Bearer realm=\"resource_metadata=none\"", null, null)]
    [InlineData("Bearer resource_metadata=\"\"", null, null)]
    [InlineData("Bearer", null, null)]
    [InlineData(null, null, null)]
    public void Header_of_the_challenge_is_read_in_every_form(string? header, string? metadata, string? scope)
    {
        var challenge = SignInChallenge.Parse(header);
        Assert.Equal((metadata, scope), (challenge?.Metadata, challenge?.Scope));
    }

    private static bool IsAccepted(Func<Uri> require)
    {
        try
        {
            return require() is not null;
        }
        catch (SigmaEngineException e)
        {
            Assert.Equal(ErrorCode.SignInFailed, e.Kind);
            return false;
        }
    }
}
