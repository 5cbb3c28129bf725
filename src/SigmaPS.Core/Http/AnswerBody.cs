using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;

namespace SigmaPS.Core.Http;

/// <summary>Reads the whole body of an answer, up to a bound: what is larger is nothing that the service promises, and would take the process's memory.</summary>
internal static class AnswerBody
{
    /// <summary>256 MB; the largest representation that has been seen has 2.</summary>
    public const long Most = 256L * 1024 * 1024;

    private const int Piece = 81920;

    /// <summary>Reads the body.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="most">How many bytes it may have.</param>
    /// <param name="about">What was asked for, in the words of an error.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="SigmaFaultException">It is larger.</exception>
    public static async Task<byte[]> ReadAsync(HttpResponseMessage response, long most, string about, CancellationToken cancel)
    {
        if (response.Content is not { } content)
        {
            return Array.Empty<byte>();
        }

        if (content.Headers.ContentLength > most)
        {
            throw TooLarge(response, most, about);
        }

        // .NET Framework's stream does not mind the token while it waits for bytes.
        using var ending = cancel.Register(response.Dispose);
        try
        {
            using var source = await Transport.OpenAsync(content, cancel).ConfigureAwait(false);
            using var whole = new MemoryStream((int)(content.Headers.ContentLength ?? 0));
            var piece = new byte[Piece];
            for (int count; (count = await source.ReadAsync(piece, 0, piece.Length, cancel).ConfigureAwait(false)) > 0;)
            {
                if (whole.Length + count > most)
                {
                    throw TooLarge(response, most, about);
                }

                whole.Write(piece, 0, count);
            }

            return whole.ToArray();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or HttpRequestException && cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancel);
        }
    }

    private static SigmaFaultException TooLarge(HttpResponseMessage response, long most, string about) => new(
        FaultKind.UnexpectedAnswer, $"The answer about {about} is larger than {most / 1024 / 1024} MB and was not taken. No answer of Sigma's API is that large; something between here and Sigma may have answered instead.")
    {
        Status = (int)response.StatusCode,
    };
}
