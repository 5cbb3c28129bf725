using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>Connections and their catalog (sigma-api-endpoints.md section 5).</summary>
internal static class ConnectionEndpoints
{
    private const int LargestPage = 1000;

    public static Answer List(ApiRequest request)
    {
        string? search = request.Query("search");
        return Paging.FamilyA(
            request,
            [
                .. request
                    .Organization.Connections.Where(c =>
                        (!c.IsArchived || request.QueryFlag("includeArchived"))
                        && c.Name.Contains(search ?? "", System.StringComparison.OrdinalIgnoreCase))
                    .Select(c => Entry(request, c)),
            ]);
    }

    /// <summary>POST /v2/connection/{id}/lookup, the singular path: the item at a path of the catalog.</summary>
    public static Answer Lookup(ApiRequest request)
    {
        SandboxConnection connection = request.Organization.FindConnection(request.Route("connectionId"))
            ?? throw ApiProblem.NotFound("Connection");
        if (request.Body()["path"] is not JsonArray list)
        {
            throw ApiProblem.Invalid("path: Invalid array: undefined");
        }

        string[] path = [.. list.Select(SpecText.Text).OfType<string>()];
        SandboxTable? table = request.Organization.FindTable(connection.Id, path);
        if (table is null && !connection.Tables.Any(t => t.Path.Count > path.Length && t.Path.Take(path.Length).SequenceEqual(path)))
        {
            throw ApiProblem.NotFound("Path");
        }

        string inode = table?.InodeId ?? NewIds.Stable("scope:" + connection.Id + ":" + string.Join('/', path));
        string segment = table is null ? "s" : "t";
        return new Answer(new JsonObject
        {
            ["kind"] = table is null ? "scope" : "table",
            ["inodeId"] = inode,
            ["url"] = $"https://app.sigmacomputing.com/{request.Organization.Slug}/{segment}/{Base62.Encode(inode)}",
        });
    }

    /// <summary>Every path of every connection.</summary>
    public static Answer Paths(ApiRequest request) => Paging.FamilyA(request, [.. request.Organization.Connections
        .Where(c => request.Query("connectionId") is not string id || c.Id == id)
        .SelectMany(c => c.Tables).Select(t => (JsonNode)new JsonObject
        {
            ["connectionId"] = t.ConnectionId,
            ["urlId"] = Base62.Encode(t.InodeId),
            ["path"] = Texts(t.Path),
        })]);

    public static Answer Path(ApiRequest request)
    {
        SandboxTable table = request.Organization.FindTable(request.Route("inodeId")) ?? throw ApiProblem.NotFound("Table");
        return new Answer(new JsonObject { ["connectionId"] = table.ConnectionId, ["path"] = Texts(table.Path) });
    }

    public static Answer Columns(ApiRequest request)
    {
        SandboxTable table = request.Organization.FindTable(request.Route("tableId")) ?? throw ApiProblem.NotFound("Table");
        return Paging.FamilyB(request, [.. table.Columns.Select(Column)], LargestPage);
    }

    private static JsonNode Column(SandboxColumn column)
    {
        JsonObject entry = new()
        {
            ["name"] = column.Name,
            ["type"] = new JsonObject { ["type"] = column.Type },
            ["visibility"] = column.Visibility,
        };
        if (column.Description is not null)
        {
            entry["description"] = column.Description;
        }

        return entry;
    }

    private static JsonNode Entry(ApiRequest request, SandboxConnection connection) => new JsonObject
    {
        ["organizationId"] = request.Organization.Id,
        ["connectionId"] = connection.Id,
        ["isSample"] = connection.IsSample,
        ["isAuditLog"] = false,
        ["lastActiveAt"] = SpecText.Time(request.Organization.Now),
        ["name"] = connection.Name,
        ["type"] = connection.Type,
        ["useOauth"] = false,
        ["createdBy"] = request.UserId,
        ["updatedBy"] = request.UserId,
        ["createdAt"] = SpecText.Time(MemberEndpoints.Founded),
        ["updatedAt"] = SpecText.Time(MemberEndpoints.Founded),
        ["isArchived"] = connection.IsArchived,
        ["writeAccess"] = false,
        ["friendlyName"] = connection.FriendlyNames,
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);
}
