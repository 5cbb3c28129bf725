using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace SigmaPS.Sandbox;

/// <summary>Applies the faults of the plan before authorization, because the network edge does not check tokens.</summary>
internal sealed class FaultStep(FaultPlan plan, SandboxOptions options, LateRequests late)
{
    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        Fault? fault = plan.Take(http.Recorded());
        http.Fault(fault);
        TimeSpan wait = options.Latency + (fault?.Delay ?? TimeSpan.Zero);
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, options.TimeProvider, http.RequestAborted);
        }

        if (fault?.Meanwhile is { } meanwhile)
        {
            await meanwhile();
        }

        if (fault?.DropConnection == true && fault.ApplyLate is null)
        {
            http.Abort();
        }
        else if (fault?.ApplyLate is TimeSpan later)
        {
            late.Start(http, next, later);
            await FailAsync(http, fault, 504);
        }
        else if (fault?.ApplyThenDrop == true || fault?.ApplyThenFail == true)
        {
            await ApplyAsync(http, next);
            await FailAsync(http, fault, 502);
        }
        else if (fault?.Status is not null || fault?.Body is not null)
        {
            await FailAsync(http, fault, 200);
        }
        else
        {
            await next(http);
        }
    }

    // The request is processed normally; its response is discarded.
    private static async Task ApplyAsync(HttpContext http, RequestDelegate next)
    {
        Stream wire = http.Response.Body;
        http.Response.Body = new MemoryStream();
        await next(http);
        http.Response.Body = wire;
        http.Response.ContentLength = null;
    }

    private static async Task FailAsync(HttpContext http, Fault fault, int status)
    {
        if (fault.DropConnection || fault.ApplyThenDrop)
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = fault.Status ?? status;
        http.Response.ContentType = fault.ContentType;
        foreach (KeyValuePair<string, string> header in fault.Headers)
        {
            http.Response.Headers[header.Key] = header.Value;
        }

        string body = fault.Body ?? SpecText.Write(AnswerWriter.ErrorBody(
            http, fault.Code ?? "internal_error", fault.Message ?? "Something went wrong"));
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body), CancellationToken.None);
    }
}
