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

/// <summary>The members that a session has read: the pages of the list so far, and single members beside them.</summary>
/// <remarks>Everything that shows a name reads from here, so a session requests each page and each member at most once.</remarks>
internal sealed class MemberDirectory
{
    private static readonly ConditionalWeakTable<SigmaHttpClient, MemberDirectory> Sessions = new();

    private readonly ConcurrentDictionary<string, MemberEntry> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _unlisted = new(StringComparer.Ordinal);
    private readonly HashSet<string> _cursors = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private string? _next;
    private volatile bool _isBegun;
    private volatile bool _isComplete;

    private MemberDirectory()
    {
    }

    /// <summary>Whether the session may not read members.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Whether a view has waited in vain; the next one would make the person wait again.</summary>
    public bool HasFailedView { get; set; }

    /// <summary>Whether the first page of the list has been requested.</summary>
    public bool IsBegun => _isBegun;

    /// <summary>Returns the directory of a session.</summary>
    /// <param name="transport">The session's connection.</param>
    public static MemberDirectory Of(SigmaHttpClient transport) => Sessions.GetValue(transport, _ => new MemberDirectory());

    /// <summary>Returns a member that the session has read already; null if it has not.</summary>
    /// <param name="id">The member's ID.</param>
    public MemberEntry? Find(string id) => _known.TryGetValue(id, out var member) ? member : null;

    /// <summary>Whether a request could find a member that the session has not read yet.</summary>
    /// <param name="id">The member's ID.</param>
    public bool MayFind(string id) => !_isComplete && !IsRefused && !_known.ContainsKey(id) && !_unlisted.ContainsKey(id);

    /// <summary>Returns the names of all members that were read, by ID.</summary>
    public IReadOnlyDictionary<string, string> Names() =>
        _known.ToDictionary(member => member.Key, member => MemberLookup.Name(member.Value), StringComparer.Ordinal);

    /// <summary>Adds a member that was read.</summary>
    /// <param name="member">The member.</param>
    public void Add(MemberEntry member)
    {
        if (member.MemberId.Length > 0)
        {
            _known[member.MemberId] = member;
        }
    }

    /// <summary>Records the result of a request for one member.</summary>
    /// <param name="id">The ID of the request.</param>
    /// <param name="member">The member of the response; null if Sigma did not send it.</param>
    public void AddFound(string id, MemberEntry? member)
    {
        if (member?.MemberId == id)
        {
            Add(member);
        }
        else
        {
            _unlisted[id] = true;
        }
    }

    /// <summary>Records that Sigma refuses to list members for this session.</summary>
    public void Refuse() => IsRefused = true;

    /// <summary>Runs one reader of the list at a time.</summary>
    /// <param name="read">The reader.</param>
    /// <param name="cancel">Ends any wait.</param>
    public async Task InTurnAsync(Func<Task> read, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            await read().ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Reads the first page of the list.</summary>
    /// <param name="client">The service.</param>
    /// <param name="patience">The most time for it.</param>
    /// <param name="cancel">Ends any wait.</param>
    public Task BeginAsync(SigmaClient client, TimeSpan patience, CancellationToken cancel) => ReadPageAsync(client, patience, cancel);

    /// <summary>Reads the pages of the list that the session has not read yet.</summary>
    /// <param name="client">The service.</param>
    /// <param name="cancel">Ends any wait.</param>
    public async Task CompleteAsync(SigmaClient client, CancellationToken cancel)
    {
        var resumed = _next;
        while (!_isComplete && !IsRefused)
        {
            try
            {
                await ReadPageAsync(client, null, cancel).ConfigureAwait(false);
            }
            catch (SigmaEngineException e) when (e.Kind == ErrorCode.RequestRefused && resumed is not null && _next == resumed)
            {
                // The cursor is from an earlier command, and no cursor has to last that long.
                resumed = _next = null;
                _cursors.Clear();
            }
        }
    }

    private async Task ReadPageAsync(SigmaClient client, TimeSpan? patience, CancellationToken cancel)
    {
        _isBegun = true;
        var (members, next) = await client.GetMemberPageAsync(_next, _cursors, patience, cancel).ConfigureAwait(false);
        foreach (var member in members)
        {
            Add(member);
        }

        _next = next;
        _isComplete = next is null;
    }
}
