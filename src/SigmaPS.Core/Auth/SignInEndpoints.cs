using System;

namespace SigmaPS.Core.Auth;

/// <summary>The addresses of a browser login, as the service published them.</summary>
/// <param name="Authorization">The login page, for the browser.</param>
/// <param name="Token">The token endpoint, on the session's own host.</param>
/// <param name="Registration">The endpoint where a client registers itself.</param>
/// <param name="Scope">The scope to request.</param>
internal sealed record SignInEndpoints(Uri Authorization, Uri Token, Uri Registration, string Scope);
