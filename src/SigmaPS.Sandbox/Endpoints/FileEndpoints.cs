using System;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>Files, folders and workspaces: list, read, create, rename, move, archive, restore (sigma-api-endpoints.md section 4).</summary>
internal static class FileEndpoints
{
    // Without typeFilters the list omits workspaces; only a filter for workspaces alone returns them.
    private static readonly string[] UsualTypes = ["workbook", "folder", "data-model", "dataset", "report"];

    public static Answer List(ApiRequest request)
    {
        string[] asked = request.QueryAll("typeFilters");
        string[] types = asked.Length == 0 ? UsualTypes : asked.Length == 1 ? asked : [.. asked.Where(t => t != "workspace")];
        string? parent = request.Query("parentId");
        bool direct = request.QueryFlag("directChildFilter");
        string? name = request.Query("name");
        var files = FileView.All(request.Organization)
            .Where(f => !f.IsArchived && f.VisibleFrom <= request.Organization.Now && types.Contains(f.Type))
            .Where(f => f.Permission != "none" && IsUnder(request.Organization, f, parent, direct))
            .Where(f => name is null || f.Name.Contains(name, StringComparison.OrdinalIgnoreCase))
            .Select(f => f.Entry(request.Organization));
        return Paging.FamilyA(request, [.. files, .. request.Organization.UnreadableFiles.Select(ErrorItem)], hasMore: true);
    }

    public static Answer Get(ApiRequest request) => new(File(request).Entry(request.Organization));

    /// <summary>Creates a folder or workspace. This endpoint cannot create a data model.</summary>
    public static Answer Post(ApiRequest request)
    {
        JsonObject body = request.Body();
        if (body.Text("type") is not ("folder" or "workspace"))
        {
            throw ApiProblem.Invalid("type: Invalid value");
        }

        SpecCheck.CheckText(body, "name", "name");
        if (body.Text("parentId") is string parent && request.Organization.FindFolder(parent) is null)
        {
            throw ApiProblem.NotFound("Folder");
        }

        SandboxFolder folder = request.Organization.AddFolder(
            request.Organization.NewId(),
            body.Text("name")!,
            body.Text("parentId"),
            body.Text("type")!,
            request.Organization.Now + request.Options.NewFileDelay,
            body.Text("ownerId"));
        folder.Description = body.Text("description");
        return new Answer(FileView.Of(folder).Entry(request.Organization));
    }

    public static Answer Patch(ApiRequest request)
    {
        FileView file = File(request);
        if (file.IsDeployed)
        {
            throw ApiProblem.Deployed();
        }

        JsonObject body = request.Body();
        if (body.Text("parentId") is string parent && request.Organization.FindFolder(parent) is null)
        {
            throw ApiProblem.NotFound("Folder");
        }

        file.Change(body, request.UserId, request.Organization.Now);
        request.Organization.ContentStamp++;
        return new Answer(File(request).Entry(request.Organization));
    }

    /// <summary>Archives the file; PATCH with restore restores it.</summary>
    public static Answer Delete(ApiRequest request)
    {
        File(request).Archive(true);
        request.Organization.ContentStamp++;
        return Answer.Empty;
    }

    private static FileView File(ApiRequest request) =>
        FileView.All(request.Organization).FirstOrDefault(f => f.Id == request.Route("inodeId")) ?? throw ApiProblem.NotFound("File");

    // Without a parent, list the root; without directChildFilter, list all levels.
    private static bool IsUnder(SandboxOrganization organization, FileView file, string? parent, bool direct)
    {
        if (direct)
        {
            return file.ParentId == parent;
        }

        for (string? at = file.ParentId; parent is not null; at = organization.FindFolder(at)?.ParentId)
        {
            if (at is null || at == parent)
            {
                return at == parent;
            }
        }

        return true;
    }

    // An entry may be an error, whose code is a number (sigma-api.md section 3.2).
    private static JsonNode ErrorItem(string message) =>
        new JsonObject
        {
            ["code"] = 403,
            ["message"] = message,
            ["requestId"] = NewIds.Uuid(),
        };
}
