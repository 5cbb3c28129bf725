using Microsoft.AspNetCore.Http;

namespace SigmaPS.Sandbox;

/// <summary>The values that the steps of the pipeline attach to a request.</summary>
internal static class ContextItems
{
    private static readonly object OrganizationKey = new();
    private static readonly object RecordedKey = new();
    private static readonly object FaultKey = new();

    public static SandboxOrganization Organization(this HttpContext http) => (SandboxOrganization)http.Items[OrganizationKey]!;

    public static void Organization(this HttpContext http, SandboxOrganization organization) => http.Items[OrganizationKey] = organization;

    public static RecordedRequest Recorded(this HttpContext http) => (RecordedRequest)http.Items[RecordedKey]!;

    public static void Recorded(this HttpContext http, RecordedRequest request) => http.Items[RecordedKey] = request;

    public static Fault? Fault(this HttpContext http) => (Fault?)http.Items[FaultKey];

    public static void Fault(this HttpContext http, Fault? fault) => http.Items[FaultKey] = fault;
}
