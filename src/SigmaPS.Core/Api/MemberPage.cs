using SigmaPS.Core.Http;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Api;

/// <summary>Reads a page of GET /v2.1/members in its documented form, without Newtonsoft.Json: the first view of many sessions shows a
/// member.</summary>
internal static class MemberPage
{
    /// <summary>Reads the page; null if any part has another form.</summary>
    public static ListPage<MemberEntry>? TryRead(string text) => PlainPage.TryRead(text, TryRead);

    private static MemberEntry? TryRead(JsonObject member) =>
        PlainJson.TryText(member, "memberId", out var id)
        && PlainJson.TryText(member, "email", out var email)
        && PlainJson.TryText(member, "firstName", out var firstName)
        && PlainJson.TryText(member, "lastName", out var lastName)
        && PlainJson.TryText(member, "memberType", out var memberType)
        && PlainJson.TryText(member, "homeFolderId", out var homeFolderId)
        && member["isArchived"] is null or JsonBoolean
        && member["isInactive"] is null or JsonBoolean
            ? new MemberEntry
            {
                MemberId = id ?? "",
                Email = email ?? "",
                FirstName = firstName ?? "",
                LastName = lastName ?? "",
                MemberType = memberType ?? "",
                HomeFolderId = homeFolderId ?? "",
                IsArchived = member["isArchived"] is JsonBoolean { Value: true },
                IsInactive = member["isInactive"] is JsonBoolean { Value: true },
            }
            : null;
}
