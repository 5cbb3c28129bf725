using System.Net.Http;
using System.Text;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>Decodes the body of a response. JSON is UTF-8 even if the header names another charset; invalid bytes are never replaced
/// silently.</summary>
internal static class ResponseText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Copies the parts of a response that callers use.</summary>
    /// <param name="response">The response.</param>
    /// <param name="bytes">Its body.</param>
    /// <param name="about">The requested item, as errors name it.</param>
    /// <param name="redact">Removes the session's secrets from the request ID.</param>
    /// <param name="now">The present time.</param>
    public static ApiResponse ToResponse(
        HttpResponseMessage response,
        System.ArraySegment<byte> bytes,
        string about,
        System.Func<string, string> redact,
        System.DateTimeOffset now) =>
        new(
            (int)response.StatusCode,
            response.Content?.Headers.ContentType?.MediaType ?? "",
            Of(response, bytes, about),
            RequestId(response) is { } name ? redact(name) : null)
        {
            RetryAfter = Http.RetryAfter.GetDelay(response, now),
            Challenge = response.Headers.WwwAuthenticate.ToString(),
        };

    /// <summary>Decodes the body.</summary>
    /// <param name="response">The response.</param>
    /// <param name="bytes">Its body.</param>
    /// <param name="about">The requested item, as errors name it.</param>
    /// <exception cref="SigmaEngineException">A successful response contains invalid UTF-8. In an error response, replacement characters
    /// stand for such bytes.</exception>
    public static string Of(HttpResponseMessage response, System.ArraySegment<byte> bytes, string about)
    {
        try
        {
            return (response.IsSuccessStatusCode ? Strict : Encoding.UTF8)
                .GetString(bytes.Array!, bytes.Offset, bytes.Count)
                .TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException e)
        {
            throw HttpErrors.InvalidUtf8(response, about, e);
        }
    }

    /// <summary>Creates the error for a body that cannot be decoded.</summary>
    public static SigmaEngineException Unreadable(HttpResponseMessage response, string message, System.Exception? cause) =>
        new(ErrorCode.UnexpectedAnswer, message, cause) { Status = (int)response.StatusCode, RequestId = RequestId(response) };

    /// <summary>The service's ID of the request; null without the header.</summary>
    public static string? RequestId(HttpResponseMessage response) =>
        response.Headers.TryGetValues("x-request-id", out var values) ? string.Join(",", values) : null;
}
