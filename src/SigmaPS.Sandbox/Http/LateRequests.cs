using System;
using System.Collections.Concurrent;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace SigmaPS.Sandbox;

/// <summary>Requests that are processed after their response: a copy of each runs through the rest of the pipeline.</summary>
internal sealed class LateRequests(SandboxOptions options) : IAsyncDisposable
{
    private readonly ConcurrentBag<Task> _running = [];
    private readonly CancellationTokenSource _stop = new();

    public void Start(HttpContext http, RequestDelegate next, TimeSpan after)
    {
        DefaultHttpContext copy = new() { RequestServices = http.RequestServices };
        copy.Request.Method = http.Request.Method;
        copy.Request.Path = http.Request.Path;
        copy.Request.QueryString = http.Request.QueryString;
        copy.Request.ContentType = http.Request.ContentType;
        foreach (var header in http.Request.Headers)
        {
            copy.Request.Headers[header.Key] = header.Value;
        }

        copy.Request.Body = new MemoryStream(http.Recorded().BodyBytes);
        copy.Response.Body = Stream.Null;
        copy.Recorded(http.Recorded());
        _running.Add(RunAsync(copy, next, after));
    }

    /// <summary>Completes when all pending requests have been processed.</summary>
    public Task WhenDone() => Task.WhenAll(_running);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task RunAsync(HttpContext http, RequestDelegate next, TimeSpan after)
    {
        await Task.Delay(after, options.TimeProvider, _stop.Token);
        await next(http);
    }
}
