using System;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;

namespace SigmaPS.Core.Api;

/// <summary>The names for the views, which show a member's name where an object has the ID.</summary>
public static partial class MemberLookup
{
    // A view is worth a short wait. Most lists arrive long before, and Ctrl+C ends the wait.
    private static readonly TimeSpan LongestViewWait = TimeSpan.FromSeconds(10);

    /// <summary>Returns the name of a member that the session has read already; null if it has not. It sends no request.</summary>
    /// <param name="transport">The session's connection.</param>
    /// <param name="id">The member's ID.</param>
    public static string? KnownName(SigmaHttpClient transport, string id) =>
        MemberDirectory.Of(transport).Find(id) is { } member ? Name(member) : null;

    /// <summary>Whether a view may ask for the name of a member that the session has not read yet.</summary>
    /// <param name="transport">The session's connection.</param>
    /// <param name="id">The member's ID.</param>
    public static bool MayFind(SigmaHttpClient transport, string id) => MayShow(MemberDirectory.Of(transport), id);

    /// <summary>Reads the members for a view, unless a request has failed before. The first call lists the first page of the members.
    /// In an organization with more pages, each further ID costs one small request.</summary>
    /// <param name="client">The service.</param>
    /// <param name="id">The ID of the member to show.</param>
    /// <param name="cancel">Ends any wait.</param>
    public static async Task ReadForViewAsync(SigmaClient client, string id, CancellationToken cancel)
    {
        var directory = MemberDirectory.Of(client.Transport);
        using var limit = client.Transport.Time.CreateCancellationTokenSource(LongestViewWait);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        try
        {
            await directory.InTurnAsync(() => ReadAsync(client, directory, id, either.Token), either.Token).ConfigureAwait(false);
        }
        catch (SigmaEngineException e)
        {
            directory.HasFailedView = true;
            if (e.Kind == ErrorCode.PermissionDenied)
            {
                directory.Refuse();
            }

            client.Log.Verbose($"The names of members could not be read, so views show their IDs: {e.Message}");
        }
        catch (OperationCanceledException)
        {
            // A view that was stopped or had to wait too long is enough: the next one would make the person wait again.
            directory.HasFailedView = true;
            cancel.ThrowIfCancellationRequested();
            client.Log.Verbose("Sigma did not send the names of members in time, so views show their IDs.");
        }
    }

    private static bool MayShow(MemberDirectory directory, string id) => !directory.HasFailedView && directory.MayFind(id);

    private static async Task ReadAsync(SigmaClient client, MemberDirectory directory, string id, CancellationToken cancel)
    {
        // Another view may have read this member during the wait for the turn.
        if (MayShow(directory, id) && !directory.IsBegun)
        {
            client.Log.Verbose("A view shows a member, so the members are listed once to show their names.");
            await directory.BeginAsync(client, SigmaClient.LongestWaitForName, cancel).ConfigureAwait(false);
        }

        if (!MayShow(directory, id))
        {
            return;
        }

        try
        {
            directory.AddFound(id, await client.GetMemberBrieflyAsync(id, cancel).ConfigureAwait(false));
        }
        catch (SigmaEngineException e) when (e.Kind == ErrorCode.ItemNotFound)
        {
            directory.AddFound(id, null);
            client.Log.Verbose($"Sigma does not list member {id} any more, so views show the ID.");
        }
    }
}
