using System;

namespace SigmaPS.Sandbox;

/// <summary>The permission of a member or a team on a file.</summary>
public sealed record SandboxGrant(string Id, string InodeId, string? MemberId, string? TeamId, string Permission, DateTimeOffset At);

/// <summary>A schedule that materializes an element's data in the warehouse. It is created in Sigma; the API cannot create one.</summary>
public sealed record MaterializationSchedule(
    string SheetId,
    string ModelId,
    string ElementName,
    string CronSpec,
    string Timezone,
    DateTimeOffset ConfiguredAt);

/// <summary>One run of a schedule.</summary>
public sealed record MaterializationRun(string Id, string ModelId, DateTimeOffset StartedAt);
