using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Api;

/// <summary>Finds names and e-mail addresses of members by ID. A session requests each member at most once.</summary>
/// <remarks>Best effort: if the session may not read a member, the ID is shown, because a missing name must not hide a message.</remarks>
public static partial class MemberLookup
{
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
        var directory = MemberDirectory.Of(client.Transport);
        try
        {
            await directory.InTurnAsync(() => directory.CompleteAsync(client, cancel), cancel).ConfigureAwait(false);
        }
        catch (SigmaEngineException e)
        {
            if (e.Kind is ErrorCode.PermissionDenied or ErrorCode.RequestRefused or ErrorCode.ItemNotFound)
            {
                directory.Refuse();
            }

            client.Log.Verbose($"The names of members could not be read, so their IDs are shown: {e.Message}");
        }

        return directory.Names();
    }

    /// <summary>Adds a member that another request has read.</summary>
    /// <param name="client">The service.</param>
    /// <param name="member">The member.</param>
    internal static void Keep(SigmaClient client, MemberEntry member) => MemberDirectory.Of(client.Transport).Add(member);

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

        var directory = MemberDirectory.Of(client.Transport);
        if (directory.MayFind(id!))
        {
            await ReadOneAsync(client, directory, id!, read, cancel).ConfigureAwait(false);
        }

        return directory.Find(id!) is { } member ? Describe(member) : id!;
    }

    private static async Task ReadOneAsync(
        SigmaClient client,
        MemberDirectory directory,
        string id,
        Func<string, CancellationToken, Task<MemberEntry>> read,
        CancellationToken cancel)
    {
        try
        {
            directory.AddFound(id, await read(id, cancel).ConfigureAwait(false));
        }
        catch (SigmaEngineException e)
        {
            directory.AddFound(id, null);
            if (e.Kind == ErrorCode.PermissionDenied)
            {
                directory.Refuse();
            }

            client.Log.Verbose($"The name of member {id} could not be read, so the ID is shown: {e.Message}");
        }
    }

    private static string FullName(MemberEntry member) =>
        string.Join(
            " ",
            new[] { member.FirstName, member.LastName }.Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => part.Trim()));

    private static string? Email(MemberEntry member) => string.IsNullOrWhiteSpace(member.Email) ? null : member.Email;
}
