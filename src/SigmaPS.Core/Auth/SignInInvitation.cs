using System;

namespace SigmaPS.Core.Auth;

/// <summary>The page that a person opens to sign in.</summary>
/// <param name="Address">The address of the page. It is public: it contains neither a token nor the verifier.</param>
/// <param name="Redirect">The address on this machine to which the browser returns.</param>
/// <param name="Limit">How long the command waits.</param>
public sealed record SignInInvitation(Uri Address, Uri Redirect, TimeSpan Limit);
