namespace SigmaPS.Core.Auth;

/// <summary>The tokens of one response of the token endpoint. It is not a record, because a record shows its values as text.</summary>
internal sealed class TokenGrant
{
    /// <summary>Creates the grant.</summary>
    /// <param name="access">The access token.</param>
    /// <param name="refreshToken">The next refresh token; null keeps the one in use.</param>
    public TokenGrant(AccessToken access, string? refreshToken)
    {
        Access = access;
        RefreshToken = string.IsNullOrEmpty(refreshToken) ? null : refreshToken;
    }

    public AccessToken Access { get; }

    public string? RefreshToken { get; }
}
