using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace SigmaPS.Sandbox;

/// <summary>Records each request with its body before any other step, and assigns its x-request-id.</summary>
internal sealed class RecordingStep(RequestLog log, SandboxOptions options)
{
    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        MemoryStream body = new();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        body.Position = 0;
        http.Request.Body = body;
        RecordedRequest recorded = log.Begin(sequence => Read(http.Request, sequence, body.ToArray()));
        http.Recorded(recorded);
        http.Response.Headers["x-request-id"] = recorded.RequestId;

        // A client that has its response also finds its status in the log.
        http.Response.OnStarting(() =>
        {
            recorded.Status = StatusOf(http);
            return Task.CompletedTask;
        });
        int status = 0;
        try
        {
            await next(http);
            status = StatusOf(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client closed the connection; status 0 in the log shows it.
            status = 0;
        }
        finally
        {
            log.End(recorded, status);
        }
    }

    private static int StatusOf(HttpContext http) =>
        http.Fault() is { DropConnection: true } or { ApplyThenDrop: true } ? 0 : http.Response.StatusCode;

    private RecordedRequest Read(HttpRequest request, int sequence, byte[] body)
    {
        string[] authorization = request.Headers.Authorization.ToString().Split(' ', 2, StringSplitOptions.RemoveEmptyEntries);
        string? hash =
            authorization.Length == 2 ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(authorization[1]))) : null;
        Dictionary<string, string> headers = request.Headers.ToDictionary(
            h => h.Key,
            h => h.Value.ToString(),
            StringComparer.OrdinalIgnoreCase);
        if (authorization.Length > 0)
        {
            headers["Authorization"] = $"{authorization[0]} sha256:{hash}";
        }

        return new RecordedRequest
        {
            Sequence = sequence,
            Time = options.TimeProvider.GetUtcNow(),
            Method = request.Method,
            Path = request.Path.Value ?? "",
            Query = request.QueryString.Value ?? "",
            Headers = headers,
            Accept = request.Headers.Accept.Count == 0 ? null : request.Headers.Accept.ToString(),
            ContentType = request.ContentType,
            AuthorizationScheme = authorization.Length == 0 ? null : authorization[0],
            AuthorizationHash = hash,
            Body = Encoding.UTF8.GetString(body),
            BodyBytes = body,
            RequestId = NewIds.Uuid(),
        };
    }
}
