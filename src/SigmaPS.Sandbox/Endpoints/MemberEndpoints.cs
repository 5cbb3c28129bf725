using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>The caller and the members of the organization (sigma-api-endpoints.md sections 2 and 6).</summary>
internal static class MemberEndpoints
{
    /// <summary>When the organization and its seeded items were created.</summary>
    public static DateTimeOffset Founded { get; } = new(2025, 1, 6, 9, 0, 0, TimeSpan.Zero);

    public static Answer WhoAmI(ApiRequest request) =>
        new(new JsonObject { ["userId"] = request.UserId, ["organizationId"] = request.Organization.Id });

    /// <summary>
    /// GET /v2/members: a list of family A since 2026-06-02, a bare array before unless limit was sent (sigma-api.md section 3.1).
    /// </summary>
    public static Answer List(ApiRequest request) => request.Options.ListsMembersAsArray && request.Query("limit") is null
        ? new Answer(new JsonArray([.. Entries(request)]))
        : Paging.FamilyA(request, Entries(request));

    /// <summary>GET /v2.1/members: always a list of family A, with hasMore.</summary>
    public static Answer ListPaged(ApiRequest request) => Paging.FamilyA(request, Entries(request), hasMore: true);

    public static Answer Get(ApiRequest request) =>
        new(
            Entry(
                request,
                request.Organization.Members.FirstOrDefault(m => m.Id == request.Route("memberId")) ?? throw ApiProblem.NotFound("Member"))
        );

    private static List<JsonNode> Entries(ApiRequest request)
    {
        string? email = request.Query("email");
        return [.. request.Organization.Members
            .Where(m => (!m.IsArchived || request.QueryFlag("includeArchived")) && (!m.IsInactive || request.QueryFlag("includeInactive")))
            .Where(m => email is null || m.Email.Equals(email, StringComparison.OrdinalIgnoreCase))
            .Select(m => Entry(request, m))];
    }

    private static JsonNode Entry(ApiRequest request, SandboxMember member) => new JsonObject
    {
        ["organizationId"] = request.Organization.Id,
        ["memberId"] = member.Id,
        ["memberType"] = member.MemberType,
        ["firstName"] = member.FirstName,
        ["lastName"] = member.LastName,
        ["email"] = member.Email,
        ["profileImgUrl"] = null,
        ["createdBy"] = request.UserId,
        ["updatedBy"] = request.UserId,
        ["createdAt"] = SpecText.Time(Founded),
        ["updatedAt"] = SpecText.Time(Founded),
        ["homeFolderId"] = member.HomeFolderId,
        ["userKind"] = "internal",
        ["isArchived"] = member.IsArchived,
        ["isInactive"] = member.IsInactive,
    };
}
