using System.Net.Http;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>A request without the host and the token, which the client adds.</summary>
/// <param name="method">The method.</param>
/// <param name="path">The path with its query, relative to the base address, already encoded.</param>
public sealed class ApiRequest(HttpMethod method, string path)
{
    /// <summary>The method.</summary>
    public HttpMethod Method { get; } = method;

    /// <summary>The encoded path and query, for example "v2/dataModels?limit=1000".</summary>
    public string Path { get; } = path;

    /// <summary>A JSON body, sent as UTF-8; null for none.</summary>
    public string? Body { get; init; }

    /// <summary>The requested item, as errors name it: "data model 467bc369-…".</summary>
    public string? About { get; init; }

    /// <summary>The part of it; null for the whole item.</summary>
    internal RequestedPart? Part { get; init; }

    /// <summary>A total timeout shorter than the session's, for requests that a person waits for, such as a sign-in; null uses the
    /// session's.</summary>
    public System.TimeSpan? MostPatience { get; init; }

    /// <summary>The write that this request sends; null for a read, or for a write that is confirmed by a read at once.</summary>
    internal InFlightWrite? Write { get; init; }

    /// <summary>The check that must pass directly before each send; null for none.</summary>
    internal FreshnessCheck? Freshness { get; init; }

    /// <summary>The error code of a 404 response.</summary>
    public ErrorCode WhenMissing { get; init; } = ErrorCode.RequestRefused;
}
