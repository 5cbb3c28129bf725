using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;

namespace SigmaPS.Core.Api;

/// <summary>Single members.</summary>
public sealed partial class SigmaClient
{
    // A message must not wait longer for a name.
    internal static readonly TimeSpan LongestWaitForName = TimeSpan.FromSeconds(5);

    /// <summary>GET /v2/members/{id}.</summary>
    /// <param name="id">The member.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The member, including the home folder.</returns>
    public async Task<MemberEntry> GetMemberAsync(string id, CancellationToken cancel)
    {
        var member = ReadMember(await SendAsync(ForMember(id), cancel).ConfigureAwait(false), id);
        MemberLookup.Keep(this, member);
        return member;
    }

    /// <summary>GET /v2/members/{id} for a message, with a short total timeout.</summary>
    internal async Task<MemberEntry> GetMemberBrieflyAsync(string id, CancellationToken cancel) =>
        ReadMember(await SendAsync(ForMember(id, LongestWaitForName), cancel).ConfigureAwait(false), id);

    /// <summary>GET /v2/members/{id} for a write that waits for it directly before its own send.</summary>
    internal async Task<MemberEntry> GetMemberWithinAsync(string id, CancellationToken cancel) =>
        ReadMember(await _transport.SendWithinAsync(ForMember(id), _log, cancel).ConfigureAwait(false), id);

    /// <summary>GET /v2.1/members: one page of all members, former ones included. It holds all members of most organizations.</summary>
    /// <param name="cursor">The cursor of the page; null for the first one.</param>
    /// <param name="seen">The cursors of this list so far.</param>
    /// <param name="patience">The most time for the request; null uses the session's.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The members, and the cursor of the next page; null at the end.</returns>
    internal async Task<(IReadOnlyList<MemberEntry> Members, string? Next)> GetMemberPageAsync(
        string? cursor,
        ISet<string> seen,
        TimeSpan? patience,
        CancellationToken cancel)
    {
        const string About = "the list of members";
        var limit = PageLimit.ToString(CultureInfo.InvariantCulture);
        var path = "v2.1/members" + Query(("includeArchived", "true"), ("includeInactive", "true"), ("limit", limit), ("page", cursor));
        var request = new ApiRequest(HttpMethod.Get, path)
        {
            About = About,
            WhenMissing = ErrorCode.ItemNotFound,
            MostPatience = patience,
        };
        var response = await SendAsync(request, cancel).ConfigureAwait(false);
        var page = Page<MemberEntry>(response, About);
        return (Entries(page, About, response), NextMarker(page, seen, About, response));
    }

    private static MemberEntry ReadMember(ApiResponse response, string id) => ApiJson.Read<MemberEntry>(response, "member " + id);

    private static ApiRequest ForMember(string id, TimeSpan? longest = null) =>
        new(HttpMethod.Get, "v2/members/" + Uri.EscapeDataString(id))
        {
            About = "member " + id,
            WhenMissing = ErrorCode.ItemNotFound,
            MostPatience = longest,
        };
}
