using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;

namespace SigmaPS.Core.Api;

public sealed partial class SigmaClient
{
    /// <summary>Any other path, with the session's token, patience and errors.</summary>
    /// <param name="method">The method, in capitals.</param>
    /// <param name="path">What <see cref="RestPath.Parse"/> gave.</param>
    /// <param name="body">JSON, or null.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="SigmaEngineException">The service refused, or it is not known what became of a write.</exception>
    public async Task<ApiResponse> InvokeAsync(string method, string path, string? body, CancellationToken cancel)
    {
        RestPath.RefuseSpecWrite(method, path);
        var request = new ApiRequest(new HttpMethod(method), path) { Body = body, About = $"{method} {path}" };
        try
        {
            return method == "GET"
                ? await SendAsync(request, cancel).ConfigureAwait(false)
                : await UntilKnownAsync(
                    $"{request.About} was under way when its command was stopped; it may have been carried out all the same. Look before you send it again.",
                    write => SendAsync(new ApiRequest(request.Method, path) { Body = body, About = request.About, Write = write }, cancel),
                    cancel).ConfigureAwait(false);
        }
        catch (SigmaEngineException e) when (method != "GET" && !e.IsUnprocessed && (e.Kind is ErrorCode.NetworkUnavailable or ErrorCode.ServiceUnavailable))
        {
            throw e.With(ErrorCode.WriteOutcomeUnknown, $"It is not known whether {request.About} was applied: {e.Message} Look before you send it again.", request.About);
        }
    }

    /// <summary>A list of either family, page by page, until no marker comes any more.</summary>
    /// <param name="path">What <see cref="RestPath.Parse"/> gave.</param>
    /// <param name="take">Takes an answer and says which marker stands in it; null at the end.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>A task that ends with the list.</returns>
    public async Task InvokePagesAsync(string path, Func<ApiResponse, Task<PageCursor?>> take, CancellationToken cancel)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var next = path; ;)
        {
            var response = await InvokeAsync("GET", next, null, cancel).ConfigureAwait(false);
            if (await take(response).ConfigureAwait(false) is not { } marker)
            {
                return;
            }

            if (!seen.Add(marker.Value))
            {
                throw RepeatedMarker(path, response);
            }

            next = marker.In(path);
        }
    }

    private static SigmaEngineException RepeatedMarker(string about, ApiResponse response) => new(
        ErrorCode.UnexpectedAnswer, $"Sigma gave the same page marker twice for {about}; following it would never end. Try again; if it happens again, report the request id to Sigma.")
    { RequestId = response.RequestId };
}
