using System;
using System.Security.Cryptography;

namespace SigmaPS.Sandbox;

/// <summary>How the embedded organisation behaves. Everything may be changed while the server runs.</summary>
public sealed class SandboxOptions
{
    /// <summary>The port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; set; }

    public string OrganizationId { get; set; } = "0f6c7a52-3d1b-4c55-9a0e-7c9a3f1d2b64";

    /// <summary>The organisation's part of every model URL; the document's own is org-name.</summary>
    public string OrganizationSlug { get; set; } = "org-name";

    public string ClientId { get; set; } = "sbxclient" + RandomNumberGenerator.GetHexString(32, lowercase: true);

    public string ClientSecret { get; set; } = "sbxsecret" + RandomNumberGenerator.GetHexString(64, lowercase: true);

    /// <summary>One hour, as published (sigma-api.md section 2).</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(1);

    public TimeSpan RefreshTokenLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Answers 429 to a second token request within one second (sigma-api.md section 2).</summary>
    public bool EnforcesTokenRate { get; set; }

    public IdMode IdMode { get; set; } = IdMode.Preserve;

    /// <summary>The layout of every answer; null writes each model in the layout it was seeded with.</summary>
    public SpecLayout? Layout { get; set; }

    public DefaultNames DefaultNames { get; set; } = DefaultNames.ByLayout;

    /// <summary>True: a PUT whose documentVersion is not the latest is refused. False: the last write wins (sigma-api.md section 4.4).</summary>
    public bool HonoursDocumentVersion { get; set; } = true;

    /// <summary>True: formulas that do not resolve are refused with "dependency not found"; by default they are accepted (sigma-api.md section 3.2).</summary>
    public bool RefusesUnresolvedFormulas { get; set; }

    /// <summary>True, as field reports have it: without Accept: application/json the spec endpoints answer YAML (sigma-api.md section 4.3).</summary>
    public bool AnswersYamlWithoutAccept { get; set; } = true;

    /// <summary>True: GET /v2/members without limit is a bare array, as until 2026-06-02 (sigma-api.md section 3.1).</summary>
    public bool ListsMembersAsArray { get; set; }

    /// <summary>No page of any list is longer than this, whatever limit asks for.</summary>
    public int PageSizeCap { get; set; } = int.MaxValue;

    /// <summary>Every answer takes at least this long.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>How long a new file stays out of GET /v2/files (sigma-api.md section 6).</summary>
    public TimeSpan NewFileDelay { get; set; } = TimeSpan.FromSeconds(2);

    public bool SeedModels { get; set; } = true;

    /// <summary>True: consumers follow a rename of a column whose ID stays, and print the new name. False: the rename breaks them. Not known of the service (sigma-workbooks.md section 8, question 1).</summary>
    public bool ConsumersFollowRenames { get; set; }

    /// <summary>True: the part behind the model's short ID in a lineage's sourceIds is the element ID. False: an opaque one (sigma-workbooks.md section 2.4).</summary>
    public bool LineageSuffixIsElementId { get; set; }

    /// <summary>True: GET /v2/workbooks/{taggedWorkbookId} answers with the tagged version (not documented: sigma-workbooks.md section 1.5).</summary>
    public bool ReadsTaggedDocuments { get; set; } = true;

    /// <summary>False: skipPermissionCheck of a caller who is not an admin is refused with 403 (sigma-workbooks.md section 7, row 4).</summary>
    public bool CallerIsAdmin { get; set; } = true;

    /// <summary>True: a sixth request in flight on sources or a fourth on a model's lineage is 429 without Retry-After (sigma-workbooks.md section 1.4).</summary>
    public bool EnforcesDocumentLimits { get; set; }

    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
