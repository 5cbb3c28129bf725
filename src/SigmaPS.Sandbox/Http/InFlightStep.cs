using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace SigmaPS.Sandbox;

/// <summary>Refuses a sixth request in flight on sources and a fourth on a model's lineage, as observed on one cluster
/// (sigma-workbooks.md section 1.4).</summary>
internal sealed class InFlightStep(SandboxOptions options)
{
    private int _sources;
    private int _lineage;

    public Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        string path = http.Request.Path.Value ?? "";
        return !options.EnforcesDocumentLimits ? next(http)
            : path.EndsWith("/sources", System.StringComparison.OrdinalIgnoreCase) ? CountSourcesAsync(http, next)
            : path.StartsWith("/v2/dataModels/", System.StringComparison.OrdinalIgnoreCase)
            && path.EndsWith("/lineage", System.StringComparison.OrdinalIgnoreCase)
                ? CountLineageAsync(http, next)
            : next(http);
    }

    private async Task CountSourcesAsync(HttpContext http, RequestDelegate next)
    {
        int now = Interlocked.Increment(ref _sources);
        await LimitAsync(http, next, now > 5);
        Interlocked.Decrement(ref _sources);
    }

    private async Task CountLineageAsync(HttpContext http, RequestDelegate next)
    {
        int now = Interlocked.Increment(ref _lineage);
        await LimitAsync(http, next, now > 3);
        Interlocked.Decrement(ref _lineage);
    }

    private static Task LimitAsync(HttpContext http, RequestDelegate next, bool isTooMany) =>
        isTooMany ? AnswerWriter.WriteAsync(http, new ApiProblem(429, "too_many_requests", "Too many requests")) : next(http);
}
