using System;
using System.Text;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>POST /v2/auth/token: client credentials in the form or by HTTP Basic, and refresh (sigma-api.md section 2).</summary>
internal static class TokenEndpoint
{
    public static Answer Post(ApiRequest request)
    {
        if (!request.Organization.Tokens.WithinRate() && request.Options.EnforcesTokenRate)
        {
            throw new ApiProblem(429, "too_many_requests", "Too many requests");
        }

        switch (request.Form("grant_type"))
        {
            case "client_credentials" when HasCredentials(request):
                break;
            case "client_credentials":
                // The body for a wrong secret is not published; the only published 401 body is used.
                throw ApiProblem.Unauthorized();
            case "refresh_token" when request.Organization.Tokens.IsRefresh(request.Form("refresh_token") ?? ""):
                break;
            case "refresh_token":
                throw ApiProblem.Unauthorized("Refresh token expired");
            default:
                throw ApiProblem.Invalid("grant_type: Invalid value");
        }

        (string access, string refresh) = request.Organization.Tokens.Issue();
        return new Answer(new JsonObject
        {
            ["access_token"] = access,
            ["refresh_token"] = refresh,
            ["token_type"] = "bearer",
            ["expires_in"] = (long)request.Options.TokenLifetime.TotalSeconds,
        });
    }

    private static bool HasCredentials(ApiRequest request)
    {
        (string? id, string? secret) = Basic(request.Header("Authorization")) ?? (request.Form("client_id"), request.Form("client_secret"));
        return id == request.Options.ClientId && secret == request.Options.ClientSecret;
    }

    private static (string? Id, string? Secret)? Basic(string? header)
    {
        if (header?.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        byte[] bytes = new byte[header.Length];
        string[] pair = Convert.TryFromBase64String(header["Basic ".Length..].Trim(), bytes, out int length)
            ? Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2)
            : [];
        return pair.Length == 2 ? (Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1])) : (null, null);
    }
}
