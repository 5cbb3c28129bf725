using System.Collections.Generic;

namespace SigmaPS.Sandbox;

public static partial class Behaviours
{
    /// <summary>Errors on demand (sigma-api.md sections 3.2, 3.3; field-notes.md 2.8, 2.9).</summary>
    private static IEnumerable<Behaviour> Mishaps() =>
    [
        new("fault-status", "sigma-api.md 3.2", "Any status has the published error body."),
        new("fault-throttled", "sigma-api.md 3.3", "429 comes without Retry-After, with seconds, or with a date."),
        new("fault-throttle-page", "sigma-api.md 3.3", "The edge's page for error 1015 is HTML, with 429 or 200."),
        new("fault-firewall-page", "sigma-api.md 3.2", "The edge's firewall page is HTML with 403."),
        new("fault-forbidden", "sigma-api.md 2", "A missing permission is 403 in JSON."),
        new("fault-dropped", "design.md 8", "A dropped connection leaves the write undone."),
        new("fault-applied-dropped", "design.md 5", "A PUT may be applied and its response lost."),
        new("fault-applied-failed", "design.md 8", "A PUT may be applied and respond with 5xx."),
        new("fault-applied-late", "design.md 8", "A PUT may respond with 5xx and be applied later."),
        new("fault-slow", "sigma-api.md 3.3", "Responses may be slow."),
        new("fault-cursor", "sigma-api.md 3.1", "A list may repeat its cursor."),
        new("fault-yaml", "sigma-api.md 4.3", "A response may be YAML although the request accepts JSON."),
        new("fault-redirect", "sigma-api.md 1", "A proxy may respond with a redirect."),
    ];
}
