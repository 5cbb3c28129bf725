using System;
using System.Net.Http;

namespace SigmaPS.Core.Http;

/// <summary>A request that does not show its headers: .NET's own diagnostics write requests as text, and the token stands in a header.</summary>
internal sealed class RedactedRequestMessage : HttpRequestMessage
{
    public RedactedRequestMessage(HttpMethod method, Uri? address) : base(method, address)
    {
    }

    /// <summary>The write that this is the sending of; null for other requests.</summary>
    public InFlightWrite? Write { get; init; }

    /// <summary>What has to hold at the moment of each send; null where nothing has to.</summary>
    public FreshnessCheck? Freshness { get; init; }

    public override string ToString() => $"{Method} {RequestUri}";
}
