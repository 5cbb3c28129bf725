using System.Collections.Generic;

namespace SigmaPS.Sandbox;

public static partial class Behaviours
{
    /// <summary>Files, grants, materialisations, connections, members (sigma-api.md section 6).</summary>
    private static IEnumerable<Behaviour> Surroundings() =>
    [
        new("files-list", "sigma-api-endpoints.md 4", "GET files gives id, urlId, path, permission and the rest; the key is id."),
        new("files-types", "sigma-api-endpoints.md 4", "Without typeFilters no workspaces come; asked for alone they do."),
        new("files-parent", "sigma-api-endpoints.md 4", "parentId lists what lies below it, directChildFilter only what lies in it."),
        new("files-name", "sigma-api-endpoints.md 4", "name narrows the list."),
        new("files-late", "sigma-api.md 6", "A new file is listed with a delay, a changed one at once."),
        new("files-error-item", "sigma-api.md 3.2", "A list entry may be an error whose code is a number."),
        new("files-folder", "sigma-api-endpoints.md 4", "POST files makes a folder; a data model cannot be made there."),
        new("files-rename", "sigma-api.md 4.1", "PATCH renames and describes a data model; its spec says so without a new version."),
        new("files-move", "sigma-api.md 4.1", "PATCH moves a data model and changes its owner."),
        new("files-archive", "sigma-api.md 4.1", "DELETE archives, PATCH restore brings back."),
        new("files-deployed", "sigma-api-endpoints.md 4; choice of the refusal", "A document deployed from another organisation has parentSourceUrlId; writes to it are 403."),
        new("grants-list", "sigma-api-endpoints.md 4", "GET grants is family A and narrows by inodeId, userId or teamId; a data model's id is an inodeId."),
        new("grants-raise", "sigma-api-endpoints.md 4", "POST grants lets a member or a team do more, and never less."),
        new("grants-delete", "sigma-api.md 6", "DELETE takes a grant away."),
        new("materialize-schedules", "sigma-api-endpoints.md 3", "GET materializationSchedules is family B and camelCase."),
        new("materialize-run", "sigma-api-endpoints.md 3", "POST :materialize runs a schedule that exists; its run can be read."),
        new("connections-list", "sigma-api-endpoints.md 5", "GET connections says which have friendly names and narrows by search."),
        new("connections-lookup", "sigma-api-endpoints.md 5", "The singular path looks a path up: kind, inodeId, url."),
        new("connections-paths", "sigma-api-endpoints.md 5", "GET paths lists every table, GET paths/{inodeId} one."),
        new("connections-columns", "sigma-api-endpoints.md 5", "GET columns of a table by its inode id is family B."),
        new("members-list", "sigma-api-endpoints.md 6", "GET members gives homeFolderId and narrows by email; archived members only when asked for."),
        new("members-array", "sigma-api.md 3.1", "GET members was a bare array without limit; v2.1 never was."),
        new("members-one", "sigma-api.md 6", "GET one member gives the home folder."),
    ];
}
