using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>
/// Records that an attempt of a write was rejected before processing. The outcome of the write is then the same as before the attempt.
/// </summary>
/// <remarks><see cref="AuthorizationHandler"/> marks the write as sent, because it knows when the token is there and the check has
/// passed.</remarks>
internal sealed class InFlightWriteHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request is RedactedRequestMessage { Write: { } write }
            ? SendAsync(request, write, cancellationToken)
            : base.SendAsync(request, cancellationToken);

    // A 401 or 429 was not processed, so restore MayBeApplied.
    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, InFlightWrite write, CancellationToken cancel)
    {
        var before = write.MayBeApplied;
        try
        {
            return await base.SendAsync(request, cancel).ConfigureAwait(false);
        }
        catch (SigmaEngineException e) when (e.IsUnprocessed)
        {
            write.MayBeApplied = before;
            throw;
        }
    }
}
