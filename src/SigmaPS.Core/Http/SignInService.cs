using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using SigmaPS.Core.Auth;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>The requests of a browser login (sigma-api section 2.1). Nothing is hard coded: each response names the next address.</summary>
/// <param name="address">The base address.</param>
/// <param name="send">Sends a request.</param>
/// <param name="time">The clock.</param>
/// <param name="redact">Removes the session's secrets from a text.</param>
internal sealed class SignInService(Uri address, TokenSender send, TimeProvider time, Func<string, string> redact) : ISignInService
{
    private const string ServerMetadata = "/.well-known/oauth-authorization-server";
    private const string ClientName = "SigmaPS";

    private readonly Uri _address = address;
    private readonly TokenSender _send = send;
    private readonly TimeProvider _time = time;
    private readonly Func<string, string> _redact = redact;

    public async Task<SignInEndpoints> DiscoverAsync(CancellationToken cancel)
    {
        var challenge = await ChallengeAsync(cancel).ConfigureAwait(false);
        var resource = await GetAsync(SignInHosts.RequireKnown(challenge.Metadata, "description", _address), cancel).ConfigureAwait(false);
        var first = (resource["authorization_servers"] as JArray)?.FirstOrDefault();
        var server = Text(first)?.TrimEnd('/') ?? throw SignInErrors.Incomplete(_address, "names no authorization server");
        var published = await GetAsync(
            SignInHosts.RequireKnown(server + ServerMetadata, "authorization server", _address), cancel).ConfigureAwait(false);
        if (published["code_challenge_methods_supported"] is JArray methods && methods.All(method => Text(method) != "S256"))
        {
            throw SignInErrors.Incomplete(_address, "does not accept PKCE with S256, which this module requires");
        }

        return new SignInEndpoints(
            SignInHosts.RequireKnown(Required(published, "authorization_endpoint"), "login page", _address),
            SignInHosts.RequireOwn(Required(published, "token_endpoint"), "token endpoint", _address),
            SignInHosts.RequireKnown(Required(published, "registration_endpoint"), "registration endpoint", _address),
            challenge.Scope);
    }

    public async Task<string> RegisterAsync(SignInEndpoints endpoints, Uri redirect, CancellationToken cancel)
    {
        var body = new JObject
        {
            ["redirect_uris"] = new JArray(redirect.OriginalString),
            ["client_name"] = ClientName,
            ["scope"] = endpoints.Scope,
            ["token_endpoint_auth_method"] = "none",
        };
        var content = new StringContent(ApiJson.Write(body), Encoding.UTF8, "application/json");
        var response = await SendAsync(HttpMethod.Post, endpoints.Registration, content, cancel).ConfigureAwait(false);
        return Required(ReadObject(Checked(response, endpoints.Registration, Refuse("the registration"))), "client_id");
    }

    public Task<TokenGrant> RedeemAsync(SignInAttempt attempt, string code, CancellationToken cancel) =>
        GrantAsync(
            attempt,
            new()
            {
                ["grant_type"] = "authorization_code",
                ["code"] = code,
                ["redirect_uri"] = attempt.Redirect.OriginalString,
                ["code_verifier"] = attempt.Key.Verifier,
                ["client_id"] = attempt.ClientId,
            },
            Refuse("the code"),
            cancel);

    public Task<TokenGrant> RefreshAsync(SignInAttempt attempt, string refreshToken, CancellationToken cancel) =>
        GrantAsync(
            attempt,
            new()
            {
                ["grant_type"] = "refresh_token",
                ["refresh_token"] = refreshToken,
                ["client_id"] = attempt.ClientId,
            },
            (error, words) => SignInErrors.NotRenewed(error, _address, words),
            cancel);

    private Func<SigmaEngineException, string?, SigmaEngineException> Refuse(string step) =>
        (error, words) => SignInErrors.Rejected(error, _address, step, words);

    private async Task<TokenGrant> GrantAsync(
        SignInAttempt attempt,
        Dictionary<string, string> form,
        Func<SigmaEngineException, string?, SigmaEngineException> refuse,
        CancellationToken cancel)
    {
        var asked = _time.GetUtcNow();
        var content = new FormUrlEncodedContent(form);
        var response = await SendAsync(HttpMethod.Post, attempt.Endpoints.Token, content, cancel).ConfigureAwait(false);
        var tokens = TokenResponse.Read(Checked(response, attempt.Endpoints.Token, refuse));
        return new TokenGrant(AccessTokenProvider.Read(tokens, asked), tokens.RefreshToken);
    }

    // Without a token, whoami is 401, and the header names the description of the login.
    private async Task<SignInChallenge> ChallengeAsync(CancellationToken cancel)
    {
        var whoami = new Uri(_address, "v2/whoami");
        var response = await SendAsync(HttpMethod.Get, whoami, null, cancel).ConfigureAwait(false);
        if (response.Status != 401)
        {
            Checked(response, whoami, (error, _) => error);
        }

        return SignInChallenge.Parse(response.Challenge) ?? throw SignInErrors.NotOffered(_address);
    }

    private async Task<JObject> GetAsync(Uri address, CancellationToken cancel)
    {
        var response = await SendAsync(HttpMethod.Get, address, null, cancel).ConfigureAwait(false);
        return ReadObject(Checked(response, address, (error, _) => error));
    }

    private async Task<ApiResponse> SendAsync(HttpMethod method, Uri address, HttpContent? content, CancellationToken cancel)
    {
        using var message = new RedactedRequestMessage(method, address) { Content = content };
        return await _send(message, About, cancel).ConfigureAwait(false);
    }

    private string About => $"the sign-in at {_address.Authority}";

    private ApiResponse Checked(ApiResponse response, Uri address, Func<SigmaEngineException, string?, SigmaEngineException> refuse)
    {
        if (response.IsSuccess && !HtmlErrorPage.IsHtml(response))
        {
            return response;
        }

        var shown = response.With(_redact(response.Text));
        var error = ErrorResponseMapper.From(new ApiRequest(HttpMethod.Get, address.AbsolutePath) { About = About }, shown);
        throw error.Kind is ErrorCode.RequestRefused or ErrorCode.AuthenticationFailed or ErrorCode.PermissionDenied
            ? refuse(error, Words(shown))
            : error;
    }

    // The error forms are not published. Read those of RFC 6749 and 7591, and the usual form of the service.
    private static string? Words(ApiResponse response)
    {
        var body = ApiJson.TryObject(response.Text);
        return Text(body?["error_description"]) ?? Text(body?["message"]) ?? Text(body?["error"]);
    }

    private JObject ReadObject(ApiResponse response) => ApiJson.TryObject(response.Text)
        ?? throw SignInErrors.Incomplete(_address, "is not a JSON object");

    private string Required(JObject body, string name) => Text(body[name])
        ?? throw SignInErrors.Incomplete(_address, $"has no {name}");

    private static string? Text(JToken? token) => token is JValue { Value: string { Length: > 0 } text } ? text : null;
}
