using System;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Core.Auth;

/// <summary>The requests of a browser login (sigma-api section 2.1). The floor Http sends them.</summary>
internal interface ISignInService
{
    /// <summary>Finds the addresses of the login: steps 1 to 3.</summary>
    Task<SignInEndpoints> DiscoverAsync(CancellationToken cancel);

    /// <summary>Registers a client for one redirect address, and returns its client ID: step 4.</summary>
    Task<string> RegisterAsync(SignInEndpoints endpoints, Uri redirect, CancellationToken cancel);

    /// <summary>Exchanges the code for tokens: step 6.</summary>
    Task<TokenGrant> RedeemAsync(SignInAttempt attempt, string code, CancellationToken cancel);

    /// <summary>Exchanges a refresh token for new tokens: step 7.</summary>
    Task<TokenGrant> RefreshAsync(SignInAttempt attempt, string refreshToken, CancellationToken cancel);
}
