using System;

namespace SigmaPS;

/// <summary>The handle of a connection to an organization. No object gives access to the connection itself and its secrets.</summary>
public sealed class SigmaSession
{
    internal SigmaSession(Guid sessionId, Uri baseUrl)
    {
        SessionId = sessionId;
        BaseUrl = baseUrl;
    }

    /// <summary>The ID of this connection within the process.</summary>
    public Guid SessionId { get; }

    /// <summary>The API's base address.</summary>
    public Uri BaseUrl { get; }

    /// <summary>The region; $null for an address that is not in Sigma's list.</summary>
    public string? Region { get; internal set; }

    /// <summary>The organization's ID from GET /v2/whoami.</summary>
    public string OrganizationId { get; internal set; } = "";

    /// <summary>The member ID of the owner of the credentials, or of the person who signed in. This member makes all changes.</summary>
    public string UserId { get; internal set; } = "";

    /// <summary>The client ID; $null for a session with an access token or a browser login.</summary>
    public string? ClientId { get; internal set; }

    /// <summary>Whether the session renews its tokens; False for a session with an access token, which lives an hour at most.</summary>
    public bool CanRenew { get; internal set; }

    /// <summary>When it was connected.</summary>
    public DateTimeOffset ConnectedAt { get; internal set; }

    /// <summary>When the current access token expires; $null if that is unknown, or after Disconnect-Sigma.</summary>
    public DateTimeOffset? TokenExpiresAt => SessionStore.TokenExpiry(SessionId);

    /// <summary>Shows host and organization.</summary>
    /// <returns>For example: aws-api.sigmacomputing.com, organization 1a2b.</returns>
    public override string ToString() => $"{BaseUrl.Authority}, organization {OrganizationId}";
}
