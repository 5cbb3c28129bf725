using System.Net.Http;
using System.Threading.Tasks;

namespace SigmaPS.Core.Http;

/// <summary>Copies a request for a retry, because .NET Framework does not send one message twice.</summary>
internal static class HttpRequestMessageExtensions
{
    /// <summary>Copies a request whose body is in memory, as all of the module's bodies are.</summary>
    public static async Task<HttpRequestMessage> CloneAsync(this HttpRequestMessage request)
    {
        var copy = new RedactedRequestMessage(request.Method, request.RequestUri)
        {
            Version = request.Version,
            Call = (request as RedactedRequestMessage)?.Call,
            About = (request as RedactedRequestMessage)?.About,
            Write = (request as RedactedRequestMessage)?.Write,
            Freshness = (request as RedactedRequestMessage)?.Freshness,
        };
        foreach (var header in request.Headers)
        {
            copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        if (request.Content is { } content)
        {
            copy.Content = new ByteArrayContent(await content.ReadAsByteArrayAsync().ConfigureAwait(false));
            foreach (var header in content.Headers)
            {
                copy.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }

        return copy;
    }
}
