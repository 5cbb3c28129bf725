using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace SigmaPS;

/// <summary>The connections of the process, and the default one per runspace.</summary>
internal static class SessionStore
{
    private static readonly object Gate = new();
    private static readonly Dictionary<Guid, Connection> Live = new();
    private static readonly ConditionalWeakTable<Runspace, SigmaSession> Defaults = new();
    private static readonly ConditionalWeakTable<Runspace, object> Disconnected = new();

    /// <summary>Adds a connection and makes it the runspace's default.</summary>
    /// <param name="runspace">The runspace that connected.</param>
    /// <param name="session">The handle.</param>
    /// <param name="transport">The connection.</param>
    /// <param name="handedOut">Whether the user has the handle. If not, the next Connect-Sigma closes this connection.</param>
    public static void Add(Runspace runspace, SigmaSession session, Core.Http.SigmaHttpClient transport, bool handedOut)
    {
        lock (Gate)
        {
            if (Defaults.TryGetValue(runspace, out var previous))
            {
                Defaults.Remove(runspace);
                if (Live.TryGetValue(previous.SessionId, out var old) && !old.HandedOut)
                {
                    Drop(previous.SessionId);
                }
            }

            Defaults.Add(runspace, session);
            Disconnected.Remove(runspace);
            Live[session.SessionId] = new Connection(session, transport, runspace) { HandedOut = handedOut };
        }
    }

    /// <summary>The session to use without -Session; null if there is none, or if it is ambiguous.</summary>
    public static SigmaSession? OpenFor(Runspace runspace)
    {
        try
        {
            return Default(runspace);
        }
        catch (Core.Diagnostics.SigmaEngineException e)
            when (e.Kind is Core.Diagnostics.ErrorCode.NotConnected or Core.Diagnostics.ErrorCode.SessionAmbiguous)
        {
            return null;
        }
    }

    /// <summary>The session to use without -Session.</summary>
    /// <exception cref="Core.Diagnostics.SigmaEngineException">There is no session, or it is ambiguous.</exception>
    public static SigmaSession Default(Runspace runspace)
    {
        lock (Gate)
        {
            if (Own(runspace) is { } own)
            {
                return own;
            }

            if (Disconnected.TryGetValue(runspace, out _))
            {
                throw SessionErrors.Disconnected();
            }

            DropAbandoned();
            var all = Live.Values.Select(connection => connection.Session).ToList();
            var places = all.Select(session =>
                    session.BaseUrl.Authority + " " + session.OrganizationId + " " + session.ClientId + " " + session.UserId)
                .Distinct()
                .ToList();
            return places.Count switch
            {
                0 => throw SessionErrors.NotConnected(),
                1 => HandOut(all[all.Count - 1]),
                _ => throw SessionErrors.Ambiguous(all),
            };
        }
    }

    /// <summary>The open session that a runspace connected; null if there is none.</summary>
    public static SigmaSession? Own(Runspace runspace)
    {
        lock (Gate)
        {
            return Defaults.TryGetValue(runspace, out var own) && Live.ContainsKey(own.SessionId) ? own : null;
        }
    }

    /// <summary>Every session of the process.</summary>
    public static IReadOnlyList<SigmaSession> All()
    {
        lock (Gate)
        {
            DropAbandoned();
            foreach (var connection in Live.Values)
            {
                connection.HandedOut = true;
            }

            return Live.Values.Select(connection => connection.Session).ToList();
        }
    }

    /// <summary>Records that the user has the session's handle.</summary>
    public static SigmaSession HandOut(SigmaSession session)
    {
        lock (Gate)
        {
            if (Live.TryGetValue(session.SessionId, out var connection))
            {
                connection.HandedOut = true;
            }

            return session;
        }
    }

    /// <summary>The connection behind a handle.</summary>
    /// <exception cref="Core.Diagnostics.SigmaEngineException">The session was disconnected, or belongs to another process.</exception>
    public static Core.Http.SigmaHttpClient Transport(SigmaSession session)
    {
        lock (Gate)
        {
            return Live.TryGetValue(session.SessionId, out var connection)
                ? connection.Transport
                : throw SessionErrors.NotLive(session);
        }
    }

    /// <summary>The connection behind a handle; null if it is not open.</summary>
    public static Core.Http.SigmaHttpClient? FindTransport(SigmaSession session)
    {
        lock (Gate)
        {
            return Live.TryGetValue(session.SessionId, out var connection) ? connection.Transport : null;
        }
    }

    /// <summary>Returns and removes the reports about writes of stopped commands.</summary>
    public static IReadOnlyList<string> DrainAbandonedWrites(SigmaSession? session)
    {
        lock (Gate)
        {
            return session is not null && Live.TryGetValue(session.SessionId, out var connection)
                ? connection.Transport.DrainAbandonedWrites()
                : Array.Empty<string>();
        }
    }

    /// <summary>Closes a connection. A runspace that closes its own does not use another runspace's.</summary>
    /// <returns>False if the connection does not exist.</returns>
    public static bool Remove(SigmaSession session, Runspace runspace)
    {
        lock (Gate)
        {
            if (Own(runspace) is { } own && own.SessionId == session.SessionId)
            {
                Disconnected.GetValue(runspace, _ => new object());
            }

            return Drop(session.SessionId);
        }
    }

    /// <summary>When the token of a session expires.</summary>
    public static DateTimeOffset? TokenExpiry(Guid sessionId)
    {
        lock (Gate)
        {
            return Live.TryGetValue(sessionId, out var connection) ? connection.Transport.TokenExpiresAt : null;
        }
    }

    // A closed runspace cannot disconnect, so close its connections unless the user has their handles.
    private static void DropAbandoned()
    {
        foreach (var connection in Live.Values.Where(connection => !connection.HandedOut && connection.IsAbandoned).ToList())
        {
            Drop(connection.Session.SessionId);
        }
    }

    private static bool Drop(Guid sessionId)
    {
        if (!Live.TryGetValue(sessionId, out var connection))
        {
            return false;
        }

        Live.Remove(sessionId);
        connection.Transport.Dispose();
        return true;
    }

    private sealed class Connection
    {
        private readonly WeakReference<Runspace> _runspace;

        public Connection(SigmaSession session, Core.Http.SigmaHttpClient transport, Runspace runspace)
        {
            Session = session;
            Transport = transport;
            _runspace = new WeakReference<Runspace>(runspace);
        }

        public bool IsAbandoned =>
            !_runspace.TryGetTarget(out var runspace) || runspace.RunspaceStateInfo.State is RunspaceState.Closed or RunspaceState.Broken;

        public SigmaSession Session { get; }

        public Core.Http.SigmaHttpClient Transport { get; }

        public bool HandedOut { get; set; }
    }
}
