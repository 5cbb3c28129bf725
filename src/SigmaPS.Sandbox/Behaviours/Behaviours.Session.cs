using System.Collections.Generic;

namespace SigmaPS.Sandbox;

public static partial class Behaviours
{
    /// <summary>Tokens, errors, lists (sigma-api.md sections 2 and 3).</summary>
    private static IEnumerable<Behaviour> Session() =>
    [
        new("token-form", "sigma-api.md 2",
            "client_credentials with ID and secret in the form gives a token of type bearer and its lifetime in seconds."),
        new("token-basic", "sigma-api.md 2", "client_credentials with HTTP Basic gives a token too."),
        new("token-refresh", "sigma-api.md 2", "A refresh token gives a new token."),
        new("token-refresh-expired", "sigma-api.md 2", "The response to an expired refresh token is \"Refresh token expired\"."),
        new("token-wrong-secret", "sigma-api.md 3.2; choice of body", "A wrong secret is 401 with the published body."),
        new("token-expires", "sigma-api.md 2", "A token stops working at the end of its lifetime."),
        new("token-rate", "sigma-api.md 2", "When asked to, the token endpoint refuses a second request within a second."),
        new("token-missing", "sigma-api.md 3.2", "A call without a token is 401 \"Token missing or malformed\", code unauthorized."),
        new("whoami", "sigma-api.md 2", "whoami gives userId and organizationId and nothing else."),
        new("error-body", "sigma-api.md 3.2", "An error is {requestId, message, code}, its requestId also in x-request-id."),
        new("error-unknown-id", "sigma-api.md 3.2; choice of status", "An unknown ID is 404 with the published body."),
        new("paths-any-case", "sigma-api.md 3.4", "Paths match in any case."),
        new("list-a", "sigma-api.md 3.1", "Family A gives entries and nextPage, which is null at the end, and takes page and limit."),
        new("list-a-limit", "sigma-api.md 3.1", "Family A gives 50 entries by default and at most 1,000."),
        new("list-b", "sigma-api.md 3.1", "Family B takes pageToken and pageSize and omits nextPageToken at the end."),
        new("list-has-more", "sigma-api.md 3.1", "Some lists have the deprecated hasMore; it may be missing."),
    ];
}
