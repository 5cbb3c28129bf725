using System;
using System.Security;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Auth;

/// <summary>An access token that the caller requested elsewhere. It lives an hour at most and cannot be renewed.</summary>
public sealed class StaticTokenCredential : Credential
{
    private readonly SecureString _token;

    /// <summary>Creates the credential.</summary>
    /// <param name="token">The access token.</param>
    public StaticTokenCredential(SecureString token)
    {
        _token = token.Copy();
        _token.MakeReadOnly();
    }

    /// <inheritdoc/>
    public override string? ClientId => null;

    /// <inheritdoc/>
    public override bool CanRenew => false;

    /// <inheritdoc/>
    public override string Redact(string text) => Without(text, Reveal(_token));

    /// <inheritdoc/>
    internal override void Tell(SecretRedactor secrets) => secrets.Add(Reveal(_token));

    /// <summary>The token to send.</summary>
    /// <exception cref="SigmaEngineException">The token is empty or contains invalid characters.</exception>
    internal AccessToken Token()
    {
        var token = Reveal(_token);
        return AccessToken.CanBeSent(token)
            ? new AccessToken(token, DateTimeOffset.MaxValue, DateTimeOffset.MaxValue)
            : throw SignInErrors.InvalidToken();
    }
}
