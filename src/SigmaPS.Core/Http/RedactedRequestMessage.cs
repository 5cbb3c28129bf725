using System;
using System.Net.Http;

namespace SigmaPS.Core.Http;

/// <summary>A request whose ToString omits the headers: .NET's own diagnostics write requests as text, and a header contains the
/// token.</summary>
internal sealed class RedactedRequestMessage : HttpRequestMessage
{
    public RedactedRequestMessage(HttpMethod method, Uri? address) : base(method, address)
    {
    }

    /// <summary>The call that this message sends; null for the requests of a sign-in.</summary>
    public ApiCall? Call { get; init; }

    /// <summary>The requested item, as errors name it.</summary>
    public string? About { get; set; }

    /// <summary>The write that this request sends; null for other requests.</summary>
    public InFlightWrite? Write { get; init; }

    /// <summary>The check that must pass directly before each send; null for none.</summary>
    public FreshnessCheck? Freshness { get; init; }

    public override string ToString() => $"{Method} {RequestUri}";
}
