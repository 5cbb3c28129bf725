using System.Collections.Generic;

namespace SigmaPS.Sandbox;

public static partial class Behaviours
{
    /// <summary>Files, grants, materializations, connections, members (sigma-api.md section 6).</summary>
    private static IEnumerable<Behaviour> Surroundings() =>
    [
        new("files-list", "sigma-api-endpoints.md 4", "GET files gives id, urlId, path, permission and the rest; the key is id."),
        new("files-types", "sigma-api-endpoints.md 4",
            "Without typeFilters the list has no workspaces; a filter for workspaces alone returns them."),
        new("files-parent", "sigma-api-endpoints.md 4", "parentId lists everything below it, directChildFilter only its direct children."),
        new("files-name", "sigma-api-endpoints.md 4", "name filters the list."),
        new("files-late", "sigma-api.md 6", "A new file is listed with a delay, a changed one at once."),
        new("files-error-item", "sigma-api.md 3.2", "A list entry may be an error whose code is a number."),
        new("files-folder", "sigma-api-endpoints.md 4", "POST files makes a folder; a data model cannot be made there."),
        new("files-rename", "sigma-api.md 4.1",
            "PATCH renames and describes a data model; its spec shows the change without a new version."),
        new("files-move", "sigma-api.md 4.1", "PATCH moves a data model and changes its owner."),
        new("files-archive", "sigma-api.md 4.1", "DELETE archives, PATCH with restore restores."),
        new("files-deployed", "sigma-api-endpoints.md 4; choice of the refusal",
            "A document deployed from another organization has parentSourceUrlId; writes to it are 403."),
        new("grants-list", "sigma-api-endpoints.md 4",
            "GET grants is family A and filters by inodeId, userId or teamId; a data model's ID is an inodeId."),
        new("grants-raise", "sigma-api-endpoints.md 4", "POST grants raises the permission of a member or a team, and never lowers it."),
        new("grants-delete", "sigma-api.md 6", "DELETE removes a grant."),
        new("materialize-schedules", "sigma-api-endpoints.md 3", "GET materializationSchedules is family B and camelCase."),
        new("materialize-run", "sigma-api-endpoints.md 3", "POST :materialize runs a schedule that exists; its run can be read."),
        new("connections-list", "sigma-api-endpoints.md 5", "GET connections shows which have friendly names and filters by search."),
        new("connections-lookup", "sigma-api-endpoints.md 5", "The singular path looks up a path: kind, inodeId, url."),
        new("connections-paths", "sigma-api-endpoints.md 5", "GET paths lists every table, GET paths/{inodeId} one."),
        new("connections-columns", "sigma-api-endpoints.md 5", "GET columns of a table by its inode ID is family B."),
        new("members-list", "sigma-api-endpoints.md 6",
            "GET members gives homeFolderId and filters by email; archived members are listed only on request."),
        new("members-array", "sigma-api.md 3.1", "GET members was a bare array without limit; v2.1 never was."),
        new("members-one", "sigma-api.md 6", "GET one member gives the home folder."),
    ];
}
