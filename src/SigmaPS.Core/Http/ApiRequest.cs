using System.Net.Http;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>A request as a value: everything but the host and the token.</summary>
public sealed class ApiRequest
{
    /// <summary>Makes a request.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path with its query, relative to the base address, already encoded.</param>
    public ApiRequest(HttpMethod method, string path)
    {
        Method = method;
        Path = path;
    }

    /// <summary>The method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The encoded path and query, for example "v2/dataModels?limit=1000".</summary>
    public string Path { get; }

    /// <summary>A JSON body, sent as UTF-8; null for none.</summary>
    public string? Body { get; init; }

    /// <summary>What the request is about, in the words of an error: "data model 467bc369-…".</summary>
    public string? About { get; init; }

    /// <summary>The longest time to go on trying, where the session's own patience would be too much: a person waits for a sign-in.</summary>
    public System.TimeSpan? MostPatience { get; init; }

    /// <summary>The write that this request is the sending of; null where it changes nothing, or a look afterwards settles it at once.</summary>
    internal InFlightWrite? Write { get; init; }

    /// <summary>What has to hold at the moment of each send; null where nothing has to.</summary>
    internal FreshnessCheck? Freshness { get; init; }

    /// <summary>What a 404 means here.</summary>
    public ErrorCode WhenMissing { get; init; } = ErrorCode.RequestRefused;
}
