using System;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;

namespace SigmaPS.Core.Api;

/// <summary>The names for the views, which show a member's name where an object has the ID.</summary>
public sealed partial class MemberLookup
{
    // A view is worth a short wait. Most lists arrive long before, and Ctrl+C ends the wait.
    private static readonly TimeSpan LongestViewWait = TimeSpan.FromSeconds(10);

    private bool _isListed;
    private volatile bool _hasFailed;

    /// <summary>Returns the name of a member that the session has read already; null if it has not. It sends no request.</summary>
    /// <param name="transport">The session's connection.</param>
    /// <param name="id">The member's ID.</param>
    public static string? KnownName(SigmaHttpClient transport, string id) =>
        Of(transport)._known.TryGetValue(id, out var member) ? Name(member) : null;

    /// <summary>Whether a request could find the name of a member that the session has not read yet.</summary>
    /// <param name="transport">The session's connection.</param>
    /// <param name="id">The member's ID.</param>
    public static bool MayFind(SigmaHttpClient transport, string id) => Of(transport).MayFind(id);

    /// <summary>Reads the members for a view, unless a request has failed before. The first call lists the first page of the members.
    /// In an organization with more pages, each further ID costs one small request.</summary>
    /// <param name="client">The service.</param>
    /// <param name="id">The ID of the member to show.</param>
    /// <param name="cancel">Ends any wait.</param>
    public static async Task ReadForViewAsync(SigmaClient client, string id, CancellationToken cancel)
    {
        var lookup = Of(client);
        using var limit = client.Transport.Time.CreateCancellationTokenSource(LongestViewWait);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        try
        {
            await lookup.ReadInTurnAsync(client, id, either.Token).ConfigureAwait(false);
        }
        catch (SigmaEngineException e)
        {
            lookup._hasFailed = true;
            lookup._isRefused |= e.Kind == ErrorCode.PermissionDenied;
            client.Log.Verbose($"The names of members could not be read, so views show their IDs: {e.Message}");
        }
        catch (OperationCanceledException)
        {
            // A view that was stopped or had to wait too long is enough: the next one would make the person wait again.
            lookup._hasFailed = true;
            cancel.ThrowIfCancellationRequested();
            client.Log.Verbose("Sigma did not send the names of members in time, so views show their IDs.");
        }
    }

    private async Task ReadInTurnAsync(SigmaClient client, string id, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            // Another view may have read this member during the wait.
            if (MayFind(id))
            {
                await ReadAsync(client, id, cancel).ConfigureAwait(false);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private bool MayFind(string id) =>
        !_isWhole && !_isRefused && !_hasFailed && !_known.ContainsKey(id) && !_unknown.ContainsKey(id);

    private async Task ReadAsync(SigmaClient client, string id, CancellationToken cancel)
    {
        if (!_isListed)
        {
            client.Log.Verbose("A view shows a member, so the members are listed once to show their names.");
            _isListed = true;
            var (members, isAll) = await client.GetFirstMembersAsync(cancel).ConfigureAwait(false);
            foreach (var member in members)
            {
                Add(member);
            }

            _isWhole = isAll;
        }

        if (!MayFind(id))
        {
            return;
        }

        try
        {
            Add(await client.GetMemberBrieflyAsync(id, cancel).ConfigureAwait(false));
        }
        catch (SigmaEngineException e) when (e.Kind == ErrorCode.ItemNotFound)
        {
            client.Log.Verbose($"Sigma does not list member {id} any more, so views show the ID.");
        }

        if (!_known.ContainsKey(id))
        {
            _unknown[id] = true;
        }
    }
}
