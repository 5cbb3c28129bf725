using System.Net.Http;
using System.Text;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>The bytes of a response as text. JSON is UTF-8, whatever the response calls it; bytes that are not are never replaced silently.</summary>
internal static class AnswerText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the text.</summary>
    /// <param name="response">The response.</param>
    /// <param name="bytes">Its body.</param>
    /// <param name="about">What was asked for, in the words of an error.</param>
    /// <exception cref="SigmaEngineException">A response of success has bytes that are not UTF-8. In a refusal they are shown as they can be.</exception>
    public static string Of(HttpResponseMessage response, System.ArraySegment<byte> bytes, string about)
    {
        try
        {
            return (response.IsSuccessStatusCode ? Strict : Encoding.UTF8).GetString(bytes.Array!, bytes.Offset, bytes.Count).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException e)
        {
            throw Unreadable(response, $"Sigma's response about {about} is not valid UTF-8 (near byte {e.Index}), so it was not used. Try again.", e);
        }
    }

    /// <summary>The error of a body that cannot be read.</summary>
    public static SigmaEngineException Unreadable(HttpResponseMessage response, string message, System.Exception? cause) => new(ErrorCode.UnexpectedAnswer, message, cause)
    {
        Status = (int)response.StatusCode,
        RequestId = RequestId(response),
    };

    /// <summary>The service's name for a request; null where it gives none.</summary>
    public static string? RequestId(HttpResponseMessage response) =>
        response.Headers.TryGetValues("x-request-id", out var values) ? string.Join(",", values) : null;
}
