using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>GET and POST /v2/grants, DELETE /v2/grants/{grantId} (sigma-api-endpoints.md section 4, sigma-api.md section 6).</summary>
internal static class GrantEndpoints
{
    /// <summary>Every grant of the sandbox is on the file itself, so directGrantsOnly omits none.</summary>
    public static Answer List(ApiRequest request)
    {
        _ = request.QueryFlag("directGrantsOnly");
        (string? inode, string? team, string? user) = (request.Query("inodeId"), request.Query("teamId"), request.Query("userId"));
        IEnumerable<SandboxGrant> found = request.Organization.Grants.Where(g =>
            (inode is null || g.InodeId == inode) && (team is null || g.TeamId == team) && (user is null || g.MemberId == user));
        return Paging.FamilyA(request, [.. found.Select(g => Entry(request, g))]);
    }

    /// <summary>Raises a permission and never lowers it. The response is not published; an empty object is the sandbox's choice.</summary>
    public static Answer Post(ApiRequest request)
    {
        JsonObject body = request.Body();
        SpecCheck.CheckText(body, "permission", "permission");
        SpecCheck.CheckText(body, "inodeId", "inodeId");
        (string? member, string? team) = (body["grantee"].Text("memberId"), body["grantee"].Text("teamId"));
        if ((member is null) == (team is null))
        {
            throw ApiProblem.Invalid("grantee: Invalid union");
        }

        string inode = body.Text("inodeId")!;
        if (request.Organization.FindModel(inode) is null && request.Organization.FindFolder(inode) is null)
        {
            throw ApiProblem.NotFound("File");
        }

        return request.Organization.Share(inode, member, team, body.Text("permission")!)
            ? Answer.Empty
            : throw ApiProblem.Invalid($"permission: Invalid enum value: \"{body.Text("permission")}\"");
    }

    public static Answer Delete(ApiRequest request) =>
        request.Organization.Unshare(request.Route("grantId")) ? Answer.Empty : throw ApiProblem.NotFound("Grant");

    // The published list of inodeTypes has no type for a data model, although the text allows its ID. The value is the sandbox's choice.
    private static JsonNode Entry(ApiRequest request, SandboxGrant grant) => new JsonObject
    {
        ["grantId"] = grant.Id,
        ["inodeId"] = grant.InodeId,
        ["organizationId"] = request.Organization.Id,
        ["memberId"] = grant.MemberId,
        ["teamId"] = grant.TeamId,
        ["permission"] = grant.Permission,
        ["createdBy"] = request.UserId,
        ["updatedBy"] = request.UserId,
        ["createdAt"] = SpecText.Time(grant.At),
        ["updatedAt"] = SpecText.Time(grant.At),
        ["inodeType"] = request.Organization.FindFolder(grant.InodeId)?.Type ?? "data-model",
    };
}
