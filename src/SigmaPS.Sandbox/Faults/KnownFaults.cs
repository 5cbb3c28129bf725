using System;
using System.Collections.Generic;
using System.Globalization;

namespace SigmaPS.Sandbox;

/// <summary>The faults that users of the service have met (sigma-api.md sections 3.2, 3.3; field-notes.md 2.9), ready to arm.</summary>
public static class KnownFaults
{
    /// <summary>Any status with the published error body {requestId, message, code}.</summary>
    public static Fault Status(int status, string? code = null, string? message = null) => new() { Status = status, Code = code, Message = message };

    /// <summary>429 without Retry-After, the usual form.</summary>
    public static Fault Throttled() => Status(429, "too_many_requests", "Too many requests");

    /// <summary>429 with Retry-After in seconds.</summary>
    public static Fault Throttled(int retryAfterSeconds) =>
        Throttled() with { Headers = RetryAfter(retryAfterSeconds.ToString(CultureInfo.InvariantCulture)) };

    /// <summary>429 with Retry-After as an HTTP date.</summary>
    public static Fault Throttled(DateTimeOffset retryAfter) =>
        Throttled() with { Headers = RetryAfter(retryAfter.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture)) };

    /// <summary>The edge's HTML page for error 1015; it comes with 429 and has been seen with 200.</summary>
    public static Fault ThrottlePage(int status = 429) => new() { Status = status, Body = EdgePages.RateLimited, ContentType = EdgePages.ContentType };

    /// <summary>The edge's HTML firewall page, 403.</summary>
    public static Fault FirewallPage() => new() { Status = 403, Body = EdgePages.Blocked, ContentType = EdgePages.ContentType };

    /// <summary>403 by the service itself, in JSON: the user lacks a permission.</summary>
    public static Fault Forbidden() => Status(403, "forbidden", "You do not have permission to do this");

    /// <summary>The connection is closed before the request is carried out.</summary>
    public static Fault Dropped() => new() { DropConnection = true };

    /// <summary>A write that is carried out, and whose answer never arrives.</summary>
    public static Fault AppliedThenDropped(string method = "PUT") => new() { Method = method, ApplyThenDrop = true };

    /// <summary>A write that is carried out and answered with a server error.</summary>
    public static Fault AppliedThenFailed(int status = 502, string method = "PUT") => new() { Method = method, ApplyThenFail = true, Status = status };

    /// <summary>A write that is answered with a server error at once and carried out later.</summary>
    public static Fault AppliedLate(TimeSpan after, int status = 504, string method = "PUT") => new() { Method = method, ApplyLate = after, Status = status };

    /// <summary>The answer takes this long.</summary>
    public static Fault Slow(TimeSpan delay) => new() { Delay = delay };

    /// <summary>A redirect to another address; a token must not follow it to another host.</summary>
    public static Fault Redirect(Uri location, int status = 302) =>
        new() { Status = status, Body = "", Headers = new Dictionary<string, string> { ["Location"] = location.AbsoluteUri } };

    private static Dictionary<string, string> RetryAfter(string value) => new() { ["Retry-After"] = value };
}
