#if NETFRAMEWORK
using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Core.Http;

/// <summary>A body whose sending either starts or is withdrawn, never both. So a withdrawn request is certainly unprocessed.</summary>
/// <remarks>.NET Framework reads the body as soon as the connection, including TLS, is established.</remarks>
internal sealed class GatedContent : HttpContent
{
    private const int Waiting = 0;
    private const int Begun = 1;
    private const int Withdrawn = 2;

    private readonly HttpContent _content;
    private int _state;

    public GatedContent(HttpContent content)
    {
        _content = content;
        foreach (var header in content.Headers)
        {
            Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
    }

    /// <summary>Withdraws the body, so that its sending cannot start.</summary>
    /// <returns>False if the sending has already started.</returns>
    public bool TryWithdraw() => Interlocked.CompareExchange(ref _state, Withdrawn, Waiting) != Begun;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext context) =>
        Interlocked.CompareExchange(ref _state, Begun, Waiting) == Withdrawn
            ? throw new OperationCanceledException("The connection was established too late.")
            : _content.CopyToAsync(stream, context);

    protected override bool TryComputeLength(out long length)
    {
        length = _content.Headers.ContentLength ?? 0;
        return _content.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
        }

        base.Dispose(disposing);
    }
}
#endif
