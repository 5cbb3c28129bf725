using System;
using System.Security.Cryptography;

namespace SigmaPS.Sandbox;

/// <summary>The options of the embedded organization. They may change while the server runs.</summary>
public sealed class SandboxOptions
{
    /// <summary>The port on 127.0.0.1; 0 selects a free one.</summary>
    public int Port { get; set; }

    public string OrganizationId { get; set; } = "0f6c7a52-3d1b-4c55-9a0e-7c9a3f1d2b64";

    /// <summary>The organization's part of model URLs; the documentation uses org-name.</summary>
    public string OrganizationSlug { get; set; } = "org-name";

    public string ClientId { get; set; } = "sbxclient" + RandomNumberGenerator.GetHexString(32, lowercase: true);

    public string ClientSecret { get; set; } = "sbxsecret" + RandomNumberGenerator.GetHexString(64, lowercase: true);

    /// <summary>The lifetime of access tokens: one hour, as published (sigma-api.md section 2).</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(1);

    public TimeSpan RefreshTokenLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>False: whoami's 401 does not name a browser login (sigma-api.md section 2.1, step 1).</summary>
    public bool OffersBrowserLogin { get; set; } = true;

    /// <summary>The token endpoint that the browser login publishes; null for the sandbox's own.</summary>
    public string? SignInTokenEndpoint { get; set; }

    /// <summary>True: the browser login gives no refresh token (sigma-api.md section 2.1).</summary>
    public bool OmitsRefreshToken { get; set; }

    /// <summary>True: the codes of the browser login contain %2F (sigma-api.md section 2.1).</summary>
    public bool EscapesCode { get; set; }

    /// <summary>True: the login page returns with a state that the client did not send (sigma-api.md section 2.1).</summary>
    public bool ReturnsWrongState { get; set; }

    /// <summary>Whether a second token request within one second is 429 (sigma-api.md section 2).</summary>
    public bool EnforcesTokenRate { get; set; }

    public IdMode IdMode { get; set; } = IdMode.Preserve;

    /// <summary>The layout of all responses; null writes each model in the layout it was seeded with.</summary>
    public SpecLayout? Layout { get; set; }

    public DefaultNames DefaultNames { get; set; } = DefaultNames.ByLayout;

    /// <summary>
    /// True: a PUT whose documentVersion is not the latest is refused. False: the last write wins (sigma-api.md section 4.4).
    /// </summary>
    public bool HonoursDocumentVersion { get; set; } = true;

    /// <summary>
    /// True: formulas that do not resolve are refused with "dependency not found"; by default they are accepted (sigma-api.md section 3.2).
    /// </summary>
    public bool RefusesUnresolvedFormulas { get; set; }

    /// <summary>True, as in field reports: without Accept: application/json the spec endpoints respond in YAML (sigma-api.md section
    /// 4.3).</summary>
    public bool AnswersYamlWithoutAccept { get; set; } = true;

    /// <summary>True: GET /v2/members without limit is a bare array, as until 2026-06-02 (sigma-api.md section 3.1).</summary>
    public bool ListsMembersAsArray { get; set; }

    /// <summary>The maximum page size of all lists, even if limit is larger.</summary>
    public int PageSizeCap { get; set; } = int.MaxValue;

    /// <summary>The minimum duration of every response.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>After how long GET /v2/files lists a new file (sigma-api.md section 6).</summary>
    public TimeSpan NewFileDelay { get; set; } = TimeSpan.FromSeconds(2);

    public bool SeedModels { get; set; } = true;

    /// <summary>True: consumers follow a rename of a column whose ID stays, and print the new name. False: the rename breaks them. The
    /// service's behavior is unknown (sigma-workbooks.md section 8, question 1).</summary>
    public bool ConsumersFollowRenames { get; set; }

    /// <summary>True: the part after the model's short ID in a lineage's sourceIds is the element ID. False: it is opaque
    /// (sigma-workbooks.md section 2.4).</summary>
    public bool LineageSuffixIsElementId { get; set; }

    /// <summary>True: GET /v2/workbooks/{taggedWorkbookId} returns the tagged version (not documented: sigma-workbooks.md section
    /// 1.5).</summary>
    public bool ReadsTaggedDocuments { get; set; } = true;

    /// <summary>
    /// False: skipPermissionCheck of a caller who is not an admin is refused with 403 (sigma-workbooks.md section 7, row 4).
    /// </summary>
    public bool CallerIsAdmin { get; set; } = true;

    /// <summary>
    /// True: a sixth request in flight on sources or a fourth on a model's lineage is 429 without Retry-After (sigma-workbooks.md section
    /// 1.4).
    /// </summary>
    public bool EnforcesDocumentLimits { get; set; }

    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
