using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;

namespace SigmaPS.Core.Api;

/// <summary>Finds names and e-mail addresses of members by ID. A session requests each member at most once.</summary>
/// <remarks>Best effort: if the session may not read a member, the ID is shown, because a missing name must not hide a message.</remarks>
public sealed partial class MemberLookup
{
    private static readonly ConditionalWeakTable<SigmaHttpClient, MemberLookup> Sessions = new();

    private readonly ConcurrentDictionary<string, MemberEntry> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _unknown = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile bool _isRefused;
    private volatile bool _isWhole;

    private MemberLookup()
    {
    }

    /// <summary>The display name, or the e-mail address of a member without one, or the ID.</summary>
    /// <param name="member">The member.</param>
    public static string Name(MemberEntry member) => FullName(member) is { Length: > 0 } name ? name : Email(member) ?? member.MemberId;

    /// <summary>Display name and e-mail address: "Anna Berg (anna@contoso.com)".</summary>
    /// <param name="member">The member.</param>
    public static string Describe(MemberEntry member) =>
        FullName(member) is { Length: > 0 } name && Email(member) is { } email ? $"{name} ({email})" : Name(member);

    /// <summary>Describes a member for a message. It sends at most one request per member and session.</summary>
    /// <param name="client">The service.</param>
    /// <param name="id">The member's ID; null if Sigma does not give one.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>Name and e-mail address, else the ID, else "an unknown member".</returns>
    public static Task<string> DescribeAsync(SigmaClient client, string? id, CancellationToken cancel) =>
        DescribeAsync(client, id, client.GetMemberBrieflyAsync, cancel);

    /// <summary>Describes a member for a write that waits for it directly before its own send.</summary>
    internal static Task<string> DescribeWithinAsync(SigmaClient client, string? id, CancellationToken cancel) =>
        DescribeAsync(client, id, client.GetMemberWithinAsync, cancel);

    /// <summary>Returns the names of all members by ID; empty if the session may not list members. The list is read once per
    /// session.</summary>
    /// <param name="client">The service.</param>
    /// <param name="cancel">Ends any wait.</param>
    public static async Task<IReadOnlyDictionary<string, string>> AllNamesAsync(SigmaClient client, CancellationToken cancel)
    {
        var lookup = Of(client);
        await lookup._turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (!lookup._isWhole && !lookup._isRefused)
            {
                // The client keeps each member that it lists.
                await client.ListMembersAsync(null, true, cancel).ToListAsync(cancel).ConfigureAwait(false);
                lookup._isWhole = true;
            }
        }
        catch (SigmaEngineException e)
        {
            lookup._isRefused = e.Kind is ErrorCode.PermissionDenied or ErrorCode.RequestRefused or ErrorCode.ItemNotFound;
            client.Log.Verbose($"The names of members could not be read, so their IDs are shown: {e.Message}");
        }
        finally
        {
            lookup._turn.Release();
        }

        return lookup._known.ToDictionary(member => member.Key, member => Name(member.Value), StringComparer.Ordinal);
    }

    /// <summary>Adds a member that another request has read.</summary>
    /// <param name="client">The service.</param>
    /// <param name="member">The member.</param>
    internal static void Keep(SigmaClient client, MemberEntry member) => Of(client).Add(member);

    private static async Task<string> DescribeAsync(
        SigmaClient client,
        string? id,
        Func<string, CancellationToken, Task<MemberEntry>> read,
        CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(id))
        {
            return "an unknown member";
        }

        var lookup = Of(client);
        if (lookup._known.TryGetValue(id!, out var known))
        {
            return Describe(known);
        }

        if (lookup._isRefused || lookup._unknown.ContainsKey(id!))
        {
            return id!;
        }

        try
        {
            var member = await read(id!, cancel).ConfigureAwait(false);
            if (member.MemberId == id)
            {
                lookup._known[id] = member;
                return Describe(member);
            }
        }
        catch (SigmaEngineException e)
        {
            lookup._isRefused |= e.Kind == ErrorCode.PermissionDenied;
            client.Log.Verbose($"The name of member {id} could not be read, so the ID is shown: {e.Message}");
        }

        lookup._unknown[id!] = true;
        return id!;
    }

    private static MemberLookup Of(SigmaClient client) => Of(client.Transport);

    private static MemberLookup Of(SigmaHttpClient transport) => Sessions.GetValue(transport, _ => new MemberLookup());

    private static string FullName(MemberEntry member) =>
        string.Join(
            " ",
            new[] { member.FirstName, member.LastName }.Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => part.Trim()));

    private static string? Email(MemberEntry member) => string.IsNullOrWhiteSpace(member.Email) ? null : member.Email;

    private void Add(MemberEntry member)
    {
        if (member.MemberId.Length > 0)
        {
            _known[member.MemberId] = member;
        }
    }
}
