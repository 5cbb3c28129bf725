using System;

namespace SigmaPS.Sandbox;

/// <summary>What a member or a team may do with a file.</summary>
public sealed record SandboxGrant(string Id, string InodeId, string? MemberId, string? TeamId, string Permission, DateTimeOffset At);

/// <summary>A schedule by which an element's data are kept in the warehouse. It is made in Sigma; the API cannot make one.</summary>
public sealed record MaterializationSchedule(string SheetId, string ModelId, string ElementName, string CronSpec, string Timezone, DateTimeOffset ConfiguredAt);

/// <summary>One run of a schedule.</summary>
public sealed record MaterializationRun(string Id, string ModelId, DateTimeOffset StartedAt);
