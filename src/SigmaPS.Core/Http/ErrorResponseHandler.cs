using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Auth;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>Turns a response that is not a success into an error, and reports request and response to the log.</summary>
internal sealed class ErrorResponseHandler(AccessTokenProvider tokens, Credential credential) : DelegatingHandler
{
    private readonly AccessTokenProvider _tokens = tokens;
    private readonly Credential _credential = credential;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request is RedactedRequestMessage { Call: { } call }
            ? SendAsync(request, call, cancellationToken)
            : base.SendAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, ApiCall call, CancellationToken cancel)
    {
        try
        {
            call.Log.Verbose($"{call.Request.Method} {request.RequestUri!.Authority}/{call.Request.Path}");
            var message = (ApiResponseMessage)await base.SendAsync(request, cancel).ConfigureAwait(false);
            Report(message.Response, call.Log);
            if (message.Response.IsSuccess && !HtmlErrorPage.IsHtml(message.Response))
            {
                return message;
            }

            message.Dispose();
            throw Fault(call.Request, message.Response);
        }
        catch (SigmaEngineException e) when (e.Redacted(_tokens.Secrets.Redact) is { } shown && !ReferenceEquals(shown, e))
        {
            // An error of the service may quote the request, so the secrets are removed from it.
            throw shown;
        }
    }

    private static void Report(ApiResponse response, ILog log)
    {
        var id = response.RequestId is null ? "" : $", request {response.RequestId}";
        log.Verbose($"{response.Status}, {response.Text.Length} characters{id}");
    }

    private SigmaEngineException Fault(ApiRequest request, ApiResponse response)
    {
        var error = ErrorResponseMapper.From(request, response.With(_tokens.Redact(response.Text)));
        return error.Kind == ErrorCode.AuthenticationFailed && !_tokens.CanRenew
            ? error.With(ErrorCode.TokenExpired, _credential.WhenExpired)
            : error;
    }
}
