using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Auth;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>Requests the tokens of a session in the way of its credential.</summary>
/// <param name="address">The base address.</param>
/// <param name="send">Sends a request.</param>
/// <param name="signIn">The requests of a browser login.</param>
/// <param name="time">The clock.</param>
/// <param name="closed">Canceled when the session ends.</param>
internal sealed class TokenRequests(Uri address, TokenSender send, ISignInService signIn, TimeProvider time, CancellationToken closed)
{
    private readonly Uri _address = address;
    private readonly TokenSender _send = send;
    private readonly ISignInService _signIn = signIn;
    private readonly TimeProvider _time = time;
    private readonly CancellationToken _closed = closed;

    /// <summary>Requests an access token.</summary>
    /// <param name="credential">A credential that can request tokens.</param>
    /// <param name="cancel">Cancels the request.</param>
    public Task<AccessToken> RequestAsync(Credential credential, CancellationToken cancel) =>
        credential is BrowserCredential browser
            ? browser.GetTokenAsync(_signIn, _time, _closed, cancel)
            : RequestAsync((ClientCredential)credential, cancel);

    private async Task<AccessToken> RequestAsync(ClientCredential credential, CancellationToken cancel)
    {
        var request = new ApiRequest(HttpMethod.Post, "v2/auth/token")
        {
            About = $"the sign-in at {_address.Authority}",
            WhenMissing = ErrorCode.AuthenticationFailed,
        };
        using var message = new RedactedRequestMessage(request.Method, new Uri(_address, request.Path)) { Content = credential.Form() };
        var asked = _time.GetUtcNow();
        var response = await _send(message, request.About, cancel).ConfigureAwait(false);
        if (response.IsSuccess && !HtmlErrorPage.IsHtml(response))
        {
            return AccessTokenProvider.Read(TokenResponse.Read(response), asked);
        }

        var error = ErrorResponseMapper.From(request, response.With(credential.Redact(response.Text)));
        throw error.Kind is ErrorCode.RequestRefused or ErrorCode.PermissionDenied
            ? error.With(ErrorCode.AuthenticationFailed, error.Message + " Check client ID, secret and region.")
            : error;
    }
}
