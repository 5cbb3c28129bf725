using System;
using System.Collections.Generic;

namespace SigmaPS.Sandbox;

/// <summary>One request as it arrived, and what became of it.</summary>
public sealed class RecordedRequest
{
    /// <summary>1 for the first request after the start or the last <see cref="RequestLog.Clear"/>.</summary>
    public int Sequence { get; init; }

    public DateTimeOffset Time { get; init; }

    public string Method { get; init; } = "";

    /// <summary>The path, decoded, without the query.</summary>
    public string Path { get; init; } = "";

    /// <summary>The query with its question mark, as sent; empty when there was none.</summary>
    public string Query { get; init; } = "";

    /// <summary>All headers; the Authorization header stands here as its scheme and a hash.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public string? Accept { get; init; }

    public string? ContentType { get; init; }

    /// <summary>Bearer, Basic or null.</summary>
    public string? AuthorizationScheme { get; init; }

    /// <summary>SHA-256 of the credential, in hex: tells two tokens apart without keeping one.</summary>
    public string? AuthorizationHash { get; init; }

    public bool HasAuthorization => AuthorizationScheme is not null;

    public string Body { get; init; } = "";

    public byte[] BodyBytes { get; init; } = [];

    public string RequestId { get; init; } = "";

    /// <summary>The status that went out; 0 while under way and when the connection was dropped.</summary>
    public int Status { get; internal set; }

    internal bool IsToken => Path.Equals("/v2/auth/token", StringComparison.OrdinalIgnoreCase);

    public override string ToString() => $"#{Sequence} {Method} {Path}{Query} -> {Status}";
}
