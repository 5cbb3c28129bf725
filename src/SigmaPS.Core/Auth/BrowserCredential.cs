using System;
using System.Security;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Auth;

/// <summary>The credential of a person who signs in with a browser. Its tokens exist in memory only.</summary>
public sealed class BrowserCredential : Credential
{
    private SecretRedactor? _secrets;
    private SecureString? _refresh;

    /// <inheritdoc/>
    /// <remarks>The registered client is new at each login, so its ID does not identify a session.</remarks>
    public override string? ClientId => null;

    /// <inheritdoc/>
    /// <remarks>The service may leave out the refresh token (sigma-api section 2.1). Then the session lives as long as its token.</remarks>
    public override bool CanRenew => _refresh is not null;

    /// <inheritdoc/>
    public override string WhenExpired => "The browser login has expired, and no refresh token is left to renew it. "
        + "Sign in again: Connect-Sigma -Interactive.";

    /// <summary>The tokens of the login.</summary>
    internal TokenCache Tokens { get; } = new();

    /// <summary>The login that the tokens belong to; null before it.</summary>
    internal SignInAttempt? Attempt { get; private set; }

    /// <inheritdoc/>
    public override string Redact(string text) => _refresh is { } refresh ? Without(text, Reveal(refresh)) : text;

    /// <inheritdoc/>
    internal override void Tell(SecretRedactor secrets) => _secrets = secrets;

    /// <summary>Registers a secret of the login with the session's redactor.</summary>
    internal void Hide(string secret) => _secrets?.Add(secret);

    /// <summary>Begins with the tokens of a login.</summary>
    internal void Open(SignInAttempt attempt, TokenGrant grant)
    {
        Attempt = attempt;
        Tokens.Add(Keep(grant));
    }

    /// <summary>Returns a token that was not used before; it sends the refresh token if there is none.</summary>
    /// <param name="service">Sends the request.</param>
    /// <param name="time">The clock.</param>
    /// <param name="closed">Canceled when the session ends.</param>
    /// <param name="cancel">Ends the wait, but not the request.</param>
    internal Task<AccessToken> GetTokenAsync(
        ISignInService service, TimeProvider time, CancellationToken closed, CancellationToken cancel) =>
        Tokens.GetAsync(() => RenewAsync(service, closed), time, cancel);

    /// <summary>Forgets the tokens. The service has no endpoint that revokes them (sigma-api section 2.1).</summary>
    internal void Forget()
    {
        Tokens.Clear();
        _refresh = null;
    }

    private async Task<AccessToken> RenewAsync(ISignInService service, CancellationToken closed)
    {
        if (_refresh is not { } refresh || Attempt is not { } attempt)
        {
            throw new SigmaEngineException(ErrorCode.TokenExpired, WhenExpired);
        }

        try
        {
            return Keep(await service.RefreshAsync(attempt, Reveal(refresh), closed).ConfigureAwait(false));
        }
        catch (SigmaEngineException e) when (e.Kind == ErrorCode.TokenExpired)
        {
            // A refused refresh token stays refused, so it is not sent again.
            Forget();
            throw;
        }
    }

    // Each refresh token works once, so the next one is kept before the access token is used.
    private AccessToken Keep(TokenGrant grant)
    {
        Hide(grant.Access.Value);
        if (grant.RefreshToken is { } next)
        {
            Hide(next);
            _refresh = Protect(next);
        }

        return grant.Access;
    }
}
