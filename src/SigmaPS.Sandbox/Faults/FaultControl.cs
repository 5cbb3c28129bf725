using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace SigmaPS.Sandbox;

/// <summary>
/// Arms faults from outside the process: POST /sandbox/faults arms one, DELETE removes all. Tests of scripts that run in a
/// separate process need it. The path is not part of Sigma's API and needs no token.
/// </summary>
internal sealed class FaultControl(FaultPlan plan)
{
    public const string Path = "/sandbox/faults";

    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web);

    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.Path.Equals(Path, StringComparison.Ordinal))
        {
            await next(http);
            return;
        }

        if (HttpMethods.IsPost(http.Request.Method))
        {
            ArmedFault? fault = await http.Request.ReadFromJsonAsync<ArmedFault>(Reading, http.RequestAborted);
            plan.Arm((fault ?? new ArmedFault()).ToFault());
            http.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        else if (HttpMethods.IsDelete(http.Request.Method))
        {
            plan.Disarm();
            http.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        }
    }

    /// <summary>The body of the request: which requests fail, how often, and with which status.</summary>
    private sealed record ArmedFault
    {
        public string? Method { get; init; }

        public string? PathContains { get; init; }

        public int Skip { get; init; }

        public int Times { get; init; } = 1;

        public int Status { get; init; } = 500;

        public string? Code { get; init; }

        public string? Message { get; init; }

        public int? RetryAfterSec { get; init; }

        public Fault ToFault() => new()
        {
            Method = Method,
            PathContains = PathContains,
            Skip = Skip,
            Times = Times,
            Status = Status,
            Code = Code,
            Message = Message,
            Headers = RetryAfterSec is { } seconds
                ? new Dictionary<string, string> { ["Retry-After"] = seconds.ToString(CultureInfo.InvariantCulture) }
                : [],
        };
    }
}
