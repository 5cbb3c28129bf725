using System;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>The requests of the browser login that are not pages (sigma-api.md section 2.1, steps 2, 3, 4, 6 and 7).</summary>
internal static class SignInEndpoints
{
    /// <summary>The description that whoami's 401 names. Its address is the sandbox's choice; the service's is not published.</summary>
    public const string ResourcePath = "/.well-known/oauth-protected-resource/v2";

    public const string ServerPath = "/.well-known/oauth-authorization-server";
    public const string RegisterPath = "/mcp/register";
    public const string TokenPath = "/mcp/token";

    /// <summary>The header of whoami's 401.</summary>
    public static string Challenge(Uri address) =>
        $"Bearer resource_metadata=\"{address.GetLeftPart(UriPartial.Authority)}{ResourcePath}\", scope=\"api:access\"";

    public static Answer Resource(ApiRequest request) => new(new JsonObject
    {
        ["resource"] = Base(request),
        ["authorization_servers"] = new JsonArray(Base(request) + "/"),
        ["scopes_supported"] = new JsonArray("api:access"),
    });

    /// <summary>The trap: this document exists, but describes the MCP server.</summary>
    public static Answer McpResource(ApiRequest request) => new(new JsonObject
    {
        ["resource"] = Base(request) + "/mcp",
        ["authorization_servers"] = new JsonArray(Base(request)),
        ["scopes_supported"] = new JsonArray("mcp:access"),
    });

    public static Answer Server(ApiRequest request) => new(new JsonObject
    {
        ["issuer"] = Base(request),
        ["authorization_endpoint"] = Base(request) + SignInPages.Path,
        ["token_endpoint"] = request.Options.SignInTokenEndpoint ?? Base(request) + TokenPath,
        ["registration_endpoint"] = Base(request) + RegisterPath,
        ["scopes_supported"] = new JsonArray("mcp:access", "api:access"),
        ["response_types_supported"] = new JsonArray("code"),
        ["grant_types_supported"] = new JsonArray("authorization_code", "refresh_token"),
        ["code_challenge_methods_supported"] = new JsonArray("S256"),
        ["token_endpoint_auth_methods_supported"] = new JsonArray("none"),
    });

    public static Answer Register(ApiRequest request)
    {
        JsonObject body = request.Body();
        string[] redirects = [.. (body["redirect_uris"] as JsonArray ?? []).Select(SpecText.Text).OfType<string>()];
        if (redirects.Length == 0 || SpecText.Text(body["token_endpoint_auth_method"]) != "none")
        {
            return Refuse("invalid_client_metadata", "redirect_uris and token_endpoint_auth_method none are required");
        }

        RegisteredClient client = request.Organization.SignIns.Register(SpecText.Text(body["client_name"]) ?? "", redirects);
        return new Answer(
            new JsonObject
            {
                ["client_id"] = client.Id,
                ["client_name"] = client.Name,
                ["redirect_uris"] = new JsonArray([.. redirects.Select(uri => (JsonNode)uri)]),
                ["token_endpoint_auth_method"] = "none",
            },
            201);
    }

    public static Answer Token(ApiRequest request)
    {
        SignInStore store = request.Organization.SignIns;
        string? clientId = request.Form("client_id");
        string? memberId = request.Form("grant_type") switch
        {
            _ when request.Header("Authorization") is not null => null,
            "authorization_code" => store.Redeem(
                request.Form("code"), clientId, request.Form("redirect_uri"), request.Form("code_verifier")),
            "refresh_token" => store.Rotate(request.Form("refresh_token"), clientId),
            _ => null,
        };
        if (memberId is null)
        {
            return Refuse("invalid_grant", "The code or the refresh token is invalid, expired or was used before");
        }

        JsonObject body = new()
        {
            ["access_token"] = request.Organization.Tokens.IssueAccess(memberId),
            ["token_type"] = "bearer",
            ["expires_in"] = (long)request.Options.TokenLifetime.TotalSeconds,
        };
        if (!request.Options.OmitsRefreshToken)
        {
            body["refresh_token"] = store.IssueRefresh(clientId!, memberId);
        }

        return new Answer(body);
    }

    // The error forms of these steps are not published; the sandbox uses those of RFC 6749 and 7591.
    private static Answer Refuse(string error, string description) =>
        new(new JsonObject { ["error"] = error, ["error_description"] = description }, 400);

    private static string Base(ApiRequest request) => request.Address.GetLeftPart(UriPartial.Authority);
}
