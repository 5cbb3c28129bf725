using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Core.Http;

/// <summary>Sends a request when its turn comes. Each attempt of a request waits for a turn of its own.</summary>
internal sealed class ConcurrencyHandler(AimdConcurrencyLimiter limiter) : DelegatingHandler
{
    private readonly AimdConcurrencyLimiter _limiter = limiter;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request is RedactedRequestMessage { Call: { IsWithinWrite: false } call }
            ? _limiter.RunAsync(
                () => base.SendAsync(request, cancellationToken), call.Log, cancellationToken, () => call.Request.Freshness?.Waited())
            : base.SendAsync(request, cancellationToken);
}
