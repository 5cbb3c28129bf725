using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Auth;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>Adds the token to every request for the session's own host. A 401 response renews the token, once per token.</summary>
internal sealed class AuthorizationHandler(AccessTokenProvider tokens, string host) : DelegatingHandler
{
    // A token may expire in flight, and so may its successor. A third 401 means that the credentials are wrong.
    private const int MostRenewals = 2;

    private readonly AccessTokenProvider _tokens = tokens;
    private readonly string _host = host;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri?.Authority != _host)
        {
            throw new HttpRequestException("The request was not sent: its host is not the session's host.");
        }

        AccessToken? rejected = null;
        for (var renewals = 0; ; renewals++)
        {
            var asking = TokenAsync(rejected, cancellationToken);
            if (!asking.IsCompleted)
            {
                // A sign-in takes time, and the live model may change meanwhile.
                (request as RedactedRequestMessage)?.Freshness?.Waited();
            }

            var token = await asking.ConfigureAwait(false);
            var attempt = renewals == 0 ? request : await request.CloneAsync().ConfigureAwait(false);
            var response = await SendAsync(attempt, token, cancellationToken).ConfigureAwait(false);
            if (response.StatusCode != HttpStatusCode.Unauthorized || !_tokens.CanRenew || renewals == MostRenewals)
            {
                return response;
            }

            response.Dispose();
            rejected = token;
        }
    }

    // Without a token the request itself was not sent, so it is unprocessed even if the sign-in's outcome is unknown.
    private async Task<AccessToken> TokenAsync(AccessToken? rejected, CancellationToken cancel)
    {
        try
        {
            return await _tokens.GetTokenAsync(rejected, cancel).ConfigureAwait(false);
        }
        catch (SigmaEngineException e)
        {
            throw e.With(isUnprocessed: true);
        }
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, AccessToken token, CancellationToken cancel) =>
        message is RedactedRequestMessage { Freshness: { } freshness }
            ? freshness.SendAsync(() => SendNowAsync(message, token, cancel), cancel)
            : SendNowAsync(message, token, cancel);

    // Remove the token after the send, because an error may carry the message.
    private async Task<HttpResponseMessage> SendNowAsync(HttpRequestMessage message, AccessToken token, CancellationToken cancel)
    {
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        if (message is RedactedRequestMessage { Write: { } write })
        {
            write.MayBeApplied = true;
        }

        try
        {
            return await base.SendAsync(message, cancel).ConfigureAwait(false);
        }
        finally
        {
            message.Headers.Authorization = null;
        }
    }
}
