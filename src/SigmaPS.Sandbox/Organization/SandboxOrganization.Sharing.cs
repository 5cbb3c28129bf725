using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Sandbox;

public sealed partial class SandboxOrganization
{
    private static readonly string[] Permissions = ["view", "explore", "organize", "edit"];

    private readonly List<SandboxGrant> _grants = [];
    private readonly List<MaterializationSchedule> _schedules = [];
    private readonly List<MaterializationRun> _runs = [];

    public IReadOnlyList<SandboxGrant> Grants => Locked(() => _grants.ToArray());

    /// <summary>Adds or raises a grant on a file; it never lowers one. False for an unknown permission.</summary>
    public bool Share(string inodeId, string? memberId, string? teamId, string permission) => Locked(() =>
    {
        int rank = Array.IndexOf(Permissions, permission);
        int at = _grants.FindIndex(g => g.InodeId == inodeId && g.MemberId == memberId && g.TeamId == teamId);
        if (rank < 0 || (at >= 0 && Array.IndexOf(Permissions, _grants[at].Permission) >= rank))
        {
            return rank >= 0;
        }

        SandboxGrant grant = new(
            at >= 0 ? _grants[at].Id : NewIds.Stable($"grant:{inodeId}:{memberId}:{teamId}"),
            inodeId,
            memberId,
            teamId,
            permission,
            Now);
        if (at >= 0)
        {
            _grants[at] = grant;
        }
        else
        {
            _grants.Add(grant);
        }

        return true;
    });

    /// <summary>Adds a materialization schedule for an element, as a user of Sigma does.</summary>
    public string AddSchedule(string modelId, string elementName, string cronSpec = "0 6 * * *", string timezone = "Europe/Berlin") =>
        Locked(() =>
        {
            MaterializationSchedule schedule = new(
                NewIds.Stable($"sheet:{modelId}:{elementName}"),
                modelId,
                elementName,
                cronSpec,
                timezone,
                Now);
            _schedules.Add(schedule);
            return schedule.SheetId;
        });

    internal bool Unshare(string grantId) => _grants.RemoveAll(g => g.Id == grantId) > 0;

    internal IEnumerable<MaterializationSchedule> SchedulesOf(string modelId) => _schedules.Where(s => s.ModelId == modelId);

    internal MaterializationRun Materialize(string modelId)
    {
        MaterializationRun run = new(NewId(), modelId, Now);
        _runs.Add(run);
        return run;
    }

    internal MaterializationRun? FindRun(string modelId, string id) => _runs.FirstOrDefault(r => r.ModelId == modelId && r.Id == id);
}
