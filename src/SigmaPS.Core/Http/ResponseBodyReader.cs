using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>Reads the whole body of an answer, up to a bound: what is larger is nothing that the service promises, and would take the process's memory.</summary>
internal static class ResponseBodyReader
{
    /// <summary>256 MB; the largest representation that has been seen has 2.</summary>
    public const long Most = 256L * 1024 * 1024;

    private const int Usual = 16 * 1024;

    /// <summary>Reads the body.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="most">How many bytes it may have.</param>
    /// <param name="about">What was asked for, in the words of an error.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="SigmaEngineException">It is larger.</exception>
    public static async Task<ArraySegment<byte>> ReadAsync(HttpResponseMessage response, long most, string about, CancellationToken cancel)
    {
        if (response.Content is not { } content)
        {
            return new ArraySegment<byte>(Array.Empty<byte>());
        }

        var said = content.Headers.ContentLength;
        if (said > most)
        {
            throw TooLarge(response, most, about);
        }

        // .NET Framework's stream does not mind the token while it waits for bytes.
        using var ending = cancel.Register(response.Dispose);
        try
        {
            using var source = await PrimaryHandler.OpenAsync(content, cancel).ConfigureAwait(false);

            // One more than is said, so that the end shows without growing.
            var bytes = new byte[said + 1 ?? Usual];
            var length = 0;
            for (int count; (count = await source.ReadAsync(bytes, length, bytes.Length - length, cancel).ConfigureAwait(false)) > 0;)
            {
                length += count;
                if (length > most)
                {
                    throw TooLarge(response, most, about);
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
            throw AnswerText.Unreadable(response, $"Sigma's response about {about} is not compressed as its header claims, so it could not be read: {e.Message} Try again.", e);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or HttpRequestException && cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancel);
        }
    }

    private static SigmaEngineException TooLarge(HttpResponseMessage response, long most, string about) => new(
        ErrorCode.UnexpectedAnswer, $"The answer about {about} is larger than {most / 1024 / 1024} MB and was not taken. No answer of Sigma's API is that large; something between here and Sigma may have answered instead.")
    {
        Status = (int)response.StatusCode,
    };
}
