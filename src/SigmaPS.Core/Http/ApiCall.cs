using System;
using System.Net.Http;
using System.Text;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>A request on its way through the handlers, with the log of its command.</summary>
/// <param name="address">The base address.</param>
/// <param name="request">The request.</param>
/// <param name="log">Receives a verbose line per request, response and wait.</param>
internal sealed class ApiCall(Uri address, ApiRequest request, ILog log)
{
    private readonly Uri _address = address;

    /// <summary>The request.</summary>
    public ApiRequest Request { get; } = request;

    /// <summary>The log of the command.</summary>
    public ILog Log { get; } = log;

    /// <summary>Whether it is sent in the place of a write that waits for it: without a place of its own, and without retries.</summary>
    public bool IsWithinWrite { get; init; }

    /// <summary>Creates a message to send. Each retry needs one of its own, because .NET Framework does not send one twice.</summary>
    public RedactedRequestMessage CreateMessage()
    {
        var message = new RedactedRequestMessage(Request.Method, new Uri(_address, Request.Path))
        {
            Call = this,
            About = Request.About ?? Request.Path,
            Write = Request.Write,
            Freshness = Request.Freshness,
        };
        if (Request.Body is { } body)
        {
            // Bytes, because Windows PowerShell's own cmdlets would send a string as Latin-1 (sigma-api section 8).
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            message.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        }

        return message;
    }
}
