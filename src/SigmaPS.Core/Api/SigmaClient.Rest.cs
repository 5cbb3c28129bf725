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
    /// <summary>Sends a request to any other path, with the session's token, retries and errors.</summary>
    /// <param name="method">The method, in capitals.</param>
    /// <param name="path">The result of <see cref="RestPath.Parse"/>.</param>
    /// <param name="body">JSON; null for none.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The response.</returns>
    /// <exception cref="SigmaEngineException">The service refused, or the outcome of a write is unknown.</exception>
    public async Task<ApiResponse> InvokeAsync(string method, string path, string? body, CancellationToken cancel)
    {
        RestPath.RefuseSpecWrite(method, path);
        var request = new ApiRequest(new HttpMethod(method), path) { Body = body, About = $"{method} {path}" };
        try
        {
            return method == "GET"
                ? await SendAsync(request, cancel).ConfigureAwait(false)
                : await UntilKnownAsync(
                        $"{request.About} was in progress when its command was stopped, so it may have been applied. "
                            + "Check the item before you send the request again.",
                        write =>
                            SendAsync(
                                new ApiRequest(request.Method, path)
                                {
                                    Body = body,
                                    About = request.About,
                                    Write = write,
                                },
                                cancel),
                        cancel)
                    .ConfigureAwait(false);
        }
        catch (SigmaEngineException e)
            when (method != "GET" && !e.IsUnprocessed && (e.Kind is ErrorCode.NetworkUnavailable or ErrorCode.ServiceUnavailable))
        {
            throw e.With(
                ErrorCode.WriteOutcomeUnknown,
                $"Sigma did not confirm that {request.About} was applied: {e.Message} Check the item before you send the request again.",
                request.About);
        }
    }

    /// <summary>Reads a list of either family page by page to its end.</summary>
    /// <param name="path">The result of <see cref="RestPath.Parse"/>.</param>
    /// <param name="take">Receives a response and returns the cursor in it; null at the end.</param>
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
                throw ApiErrors.RepeatedMarker(path, response);
            }

            next = marker.In(path);
        }
    }
}
