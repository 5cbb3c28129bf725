using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>Reads the whole body of a response, up to a limit. A larger body is not a response of the service and could exhaust the
/// memory.</summary>
internal static class ResponseBodyReader
{
    /// <summary>The limit in bytes: 256 MB. The largest known spec has 2 MB.</summary>
    public const long Most = 256L * 1024 * 1024;

    private const int Usual = 16 * 1024;

    /// <summary>Reads the body.</summary>
    /// <param name="response">The response.</param>
    /// <param name="most">The limit in bytes.</param>
    /// <param name="about">The requested item, as errors name it.</param>
    /// <param name="cancel">Cancels the read.</param>
    /// <exception cref="SigmaEngineException">The body is larger than the limit, or its compression is broken.</exception>
    public static async Task<ArraySegment<byte>> ReadAsync(HttpResponseMessage response, long most, string about, CancellationToken cancel)
    {
        if (response.Content is not { } content)
        {
            return new ArraySegment<byte>(Array.Empty<byte>());
        }

        var said = content.Headers.ContentLength;
        if (said > most)
        {
            throw HttpErrors.TooLarge(response, most, about);
        }

        // .NET Framework's stream ignores the cancellation token while it waits for bytes.
        using var ending = cancel.Register(response.Dispose);
        try
        {
            using var source = await PrimaryHandler.OpenAsync(content, cancel).ConfigureAwait(false);

            // Content-Length + 1: the final zero-byte read needs no resize.
            var bytes = new byte[said + 1 ?? Usual];
            var length = 0;
            for (int count; (count = await source.ReadAsync(bytes, length, bytes.Length - length, cancel).ConfigureAwait(false)) > 0;)
            {
                length += count;
                if (length > most)
                {
                    throw HttpErrors.TooLarge(response, most, about);
                }

                if (length == bytes.Length)
                {
                    Array.Resize(ref bytes, (int)Math.Min(most + 1, 2L * length));
                }
            }

            return new ArraySegment<byte>(bytes, 0, length);
        }
        catch (InvalidDataException e)
        {
            throw ResponseText.Unreadable(response, $"Sigma's response for {about} cannot be decompressed: {e.Message} Try again.", e);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or HttpRequestException && cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancel);
        }
    }
}
