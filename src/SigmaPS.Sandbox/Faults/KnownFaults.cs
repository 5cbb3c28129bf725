using System;
using System.Collections.Generic;
using System.Globalization;

namespace SigmaPS.Sandbox;

/// <summary>The faults that users of the service have observed (sigma-api.md sections 3.2, 3.3; field-notes.md 2.9), ready to
/// arm.</summary>
public static class KnownFaults
{
    /// <summary>Any status with the published error body {requestId, message, code}.</summary>
    public static Fault Status(int status, string? code = null, string? message = null) =>
        new()
        {
            Status = status,
            Code = code,
            Message = message,
        };

    /// <summary>429 without Retry-After, the usual form.</summary>
    public static Fault Throttled() => Status(429, "too_many_requests", "Too many requests");

    /// <summary>429 with Retry-After in seconds.</summary>
    public static Fault Throttled(int retryAfterSeconds) =>
        Throttled() with { Headers = RetryAfter(retryAfterSeconds.ToString(CultureInfo.InvariantCulture)) };

    /// <summary>429 with Retry-After as an HTTP date.</summary>
    public static Fault Throttled(DateTimeOffset retryAfter) =>
        Throttled() with { Headers = RetryAfter(retryAfter.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture)) };

    /// <summary>The edge's HTML page for error 1015; its status is 429; 200 was observed too.</summary>
    public static Fault ThrottlePage(int status = 429) =>
        new()
        {
            Status = status,
            Body = EdgePages.RateLimited,
            ContentType = EdgePages.ContentType,
        };

    /// <summary>The edge's HTML firewall page, 403.</summary>
    public static Fault FirewallPage() => new() { Status = 403, Body = EdgePages.Blocked, ContentType = EdgePages.ContentType };

    /// <summary>403 by the service itself, in JSON: the user lacks a permission.</summary>
    public static Fault Forbidden() => Status(403, "forbidden", "You do not have permission to do this");

    /// <summary>A connection that is closed before the request is processed.</summary>
    public static Fault Dropped() => new() { DropConnection = true };

    /// <summary>A write that is applied and whose response never arrives.</summary>
    public static Fault AppliedThenDropped(string method = "PUT") => new() { Method = method, ApplyThenDrop = true };

    /// <summary>A write that is applied and responds with a server error.</summary>
    public static Fault AppliedThenFailed(int status = 502, string method = "PUT") =>
        new()
        {
            Method = method,
            ApplyThenFail = true,
            Status = status,
        };

    /// <summary>A write that responds with a server error at once and is applied later.</summary>
    public static Fault AppliedLate(TimeSpan after, int status = 504, string method = "PUT") =>
        new()
        {
            Method = method,
            ApplyLate = after,
            Status = status,
        };

    /// <summary>A slow response.</summary>
    public static Fault Slow(TimeSpan delay) => new() { Delay = delay };

    /// <summary>A redirect to another address; a token must not follow it to another host.</summary>
    public static Fault Redirect(Uri location, int status = 302) =>
        new() { Status = status, Body = "", Headers = new Dictionary<string, string> { ["Location"] = location.AbsoluteUri } };

    private static Dictionary<string, string> RetryAfter(string value) => new() { ["Retry-After"] = value };
}
