using System;
using System.IO;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Core.Http;

/// <summary>Reads the whole body within the timeout of one attempt, and explains why no response arrived.</summary>
internal sealed class ResponseBodyHandler(HandlerContext context) : DelegatingHandler
{
    private readonly HandlerContext _context = context;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request is RedactedRequestMessage { About: { } about }
            ? SendAsync(request, about, cancellationToken)
            : base.SendAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string about, CancellationToken cancel)
    {
        using var timeout = _context.Time.CreateCancellationTokenSource(_context.Patience.Timeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        try
        {
            using var response = await base.SendAsync(request, either.Token).ConfigureAwait(false);
            var bytes = await ResponseBodyReader.ReadAsync(response, ResponseBodyReader.Most, about, either.Token).ConfigureAwait(false);
            return new ApiResponseMessage(
                ResponseText.ToResponse(response, bytes, about, _context.Tokens.Redact, _context.Time.GetUtcNow()));
        }
        catch (Exception e) when (IsOfNetwork(e) && cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancel);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && (IsOfNetwork(e) || e is OperationCanceledException))
        {
            // A connection that the timeout closes may report a broken connection.
            var cause = either.IsCancellationRequested && e is HttpRequestException ? new OperationCanceledException(e.Message, e) : e;
            throw NetworkErrors.From(cause, _context.Address, _context.Proxy);
        }
    }

    // .NET 10 looks at the address of a new connection. If it is closed by then, the error of its socket arrives as it is.
    private static bool IsOfNetwork(Exception e) =>
        e is HttpRequestException or SocketException or (IOException and not FileNotFoundException and not FileLoadException);
}
