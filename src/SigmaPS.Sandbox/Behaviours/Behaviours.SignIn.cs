using System.Collections.Generic;

namespace SigmaPS.Sandbox;

public static partial class Behaviours
{
    /// <summary>The browser login (sigma-api.md section 2.1).</summary>
    private static IEnumerable<Behaviour> SignIn() =>
    [
        new("login-challenge", "sigma-api.md 2.1 step 1", "whoami without a token is 401 with resource_metadata and scope."),
        new("login-none", "sigma-api.md 2.1 step 1", "When asked to, the header is missing: the host has no browser login."),
        new("login-resource", "sigma-api.md 2.1 step 2", "The description that the header names lists the authorization server."),
        new("login-mcp-trap", "sigma-api.md 2.1 traps", "The well-known description without a path is that of the MCP server."),
        new("login-server", "sigma-api.md 2.1 step 3", "The authorization server publishes its endpoints and accepts S256 alone."),
        new("login-server-foreign", "sigma-api.md 2.1 hosts", "When asked to, the token endpoint is on another host."),
        new("login-register", "sigma-api.md 2.1 step 4", "A registration gives a new client_id without a secret."),
        new("login-register-refused", "sigma-api.md 2.1 not published; choice of body",
            "A registration without redirect_uris is 400 invalid_client_metadata."),
        new("login-page", "sigma-api.md 2.1 step 5; choice of page", "The login page states that it is a sandbox, with Allow and Deny."),
        new("login-redirect-exact", "sigma-api.md 2.1 redirect URI", "A redirect address other than the registered text is refused."),
        new("login-allow", "sigma-api.md 2.1 step 5", "Allow returns to the redirect address with code and state."),
        new("login-deny", "sigma-api.md 2.1 not published; RFC 6749", "Deny returns with error=access_denied and state."),
        new("login-page-once", "sigma-api.md 2.1; choice", "A login page decides once."),
        new("login-state-wrong", "sigma-api.md 2.1 PKCE and state", "When asked to, the response has another state."),
        new("login-code", "sigma-api.md 2.1 step 6", "A code gives access_token, refresh_token and expires_in."),
        new("login-code-once", "sigma-api.md 2.1 last paragraph; choice of body", "A code is good once."),
        new("login-code-bound", "sigma-api.md 2.1 last paragraph",
            "A code is refused with another verifier, redirect address or client."),
        new("login-code-escaped", "sigma-api.md 2.1 PKCE and state", "When asked to, a code contains %XX."),
        new("login-refresh", "sigma-api.md 2.1 step 7", "A refresh token gives new tokens, and works once."),
        new("login-refresh-missing", "sigma-api.md 2.1 refresh token", "When asked to, the response has no refresh_token."),
        new("login-refresh-expired", "sigma-api.md 2.1 refresh token; choice of body", "An expired refresh token is 400 invalid_grant."),
        new("login-person", "sigma-api.md 2.1 access token", "The token acts as the person who allowed it."),
    ];
}
