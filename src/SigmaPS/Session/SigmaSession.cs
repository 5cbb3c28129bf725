using System;

namespace SigmaPS;

/// <summary>A handle on a connected organisation. The connection itself, with its secrets, is kept out of reach of any object.</summary>
public sealed class SigmaSession
{
    internal SigmaSession(Guid sessionId, Uri baseUrl)
    {
        SessionId = sessionId;
        BaseUrl = baseUrl;
    }

    /// <summary>The name of this connection within the process.</summary>
    public Guid SessionId { get; }

    /// <summary>The API's base address.</summary>
    public Uri BaseUrl { get; }

    /// <summary>The region; $null for an address that is not in Sigma's list.</summary>
    public string? Region { get; internal set; }

    /// <summary>The organisation's id, as GET /v2/whoami gives it.</summary>
    public string OrganizationId { get; internal set; } = "";

    /// <summary>The member on whose behalf everything is done: the owner of the credentials.</summary>
    public string UserId { get; internal set; } = "";

    /// <summary>The client id; $null for a session made from an access token.</summary>
    public string? ClientId { get; internal set; }

    /// <summary>Whether the session gets new tokens by itself; False for one made from an access token, which lives an hour at most.</summary>
    public bool CanRenew { get; internal set; }

    /// <summary>When it was connected.</summary>
    public DateTimeOffset ConnectedAt { get; internal set; }

    /// <summary>When the current access token ends; $null where that is not known, or after Disconnect-Sigma.</summary>
    public DateTimeOffset? TokenExpiresAt => SessionStore.TokenExpiry(SessionId);

    /// <summary>Shows host and organisation.</summary>
    /// <returns>For example: aws-api.sigmacomputing.com, organisation 1a2b.</returns>
    public override string ToString() => $"{BaseUrl.Authority}, organisation {OrganizationId}";
}
