using System;
using System.Collections.Generic;

namespace SigmaPS.Sandbox;

/// <summary>One request as it arrived, and its status.</summary>
public sealed class RecordedRequest
{
    /// <summary>1 for the first request after the start or the last <see cref="RequestLog.Clear"/>.</summary>
    public int Sequence { get; init; }

    public DateTimeOffset Time { get; init; }

    public string Method { get; init; } = "";

    /// <summary>The path, decoded, without the query.</summary>
    public string Path { get; init; } = "";

    /// <summary>The query with its question mark, as sent; empty without a query.</summary>
    public string Query { get; init; } = "";

    /// <summary>All headers; the Authorization header is replaced by its scheme and a hash.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public string? Accept { get; init; }

    public string? ContentType { get; init; }

    /// <summary>Bearer or Basic; null without the header.</summary>
    public string? AuthorizationScheme { get; init; }

    /// <summary>SHA-256 of the credential, in hex. It distinguishes two tokens without storing them.</summary>
    public string? AuthorizationHash { get; init; }

    public bool HasAuthorization => AuthorizationScheme is not null;

    public string Body { get; init; } = "";

    public byte[] BodyBytes { get; init; } = [];

    public string RequestId { get; init; } = "";

    /// <summary>The status of the response; 0 while in flight and after a dropped connection.</summary>
    public int Status { get; internal set; }

    internal bool IsToken => Path.Equals("/v2/auth/token", StringComparison.OrdinalIgnoreCase)
        || Path.Equals(SignInEndpoints.TokenPath, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => $"#{Sequence} {Method} {Path}{Query} -> {Status}";
}
