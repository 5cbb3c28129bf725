using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace SigmaPS;

/// <summary>The process's connections, and which of them is the default of which runspace.</summary>
internal static class SessionStore
{
    private static readonly object Gate = new();
    private static readonly Dictionary<Guid, Connection> Live = new();
    private static readonly ConditionalWeakTable<Runspace, SigmaSession> Defaults = new();
    private static readonly ConditionalWeakTable<Runspace, object> Disconnected = new();

    /// <summary>Keeps a connection and makes it the runspace's default.</summary>
    /// <param name="runspace">The runspace that connected.</param>
    /// <param name="session">The handle.</param>
    /// <param name="transport">The connection.</param>
    /// <param name="handedOut">Whether somebody holds the handle; if not, connecting again ends this connection.</param>
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

    /// <summary>The session to use where none was named; null where there is none, or more than one could be meant.</summary>
    public static SigmaSession? OpenFor(Runspace runspace)
    {
        try
        {
            return Default(runspace);
        }
        catch (Core.Diagnostics.SigmaEngineException e) when (e.Kind is Core.Diagnostics.ErrorCode.NotConnected or Core.Diagnostics.ErrorCode.SessionAmbiguous)
        {
            return null;
        }
    }

    /// <summary>The session to use where none was named.</summary>
    /// <exception cref="Core.Diagnostics.SigmaEngineException">There is none, or more than one could be meant.</exception>
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
                throw new Core.Diagnostics.SigmaEngineException(Core.Diagnostics.ErrorCode.NotConnected, "This runspace was disconnected with Disconnect-Sigma: run Connect-Sigma again, or name a session with -Session.");
            }

            DropAbandoned();
            var all = Live.Values.Select(connection => connection.Session).ToList();
            var places = all.Select(session => session.BaseUrl.Authority + " " + session.OrganizationId + " " + session.ClientId + " " + session.UserId).Distinct().ToList();
            return places.Count switch
            {
                0 => throw new Core.Diagnostics.SigmaEngineException(Core.Diagnostics.ErrorCode.NotConnected, "No session: run Connect-Sigma first."),
                1 => HandOut(all[all.Count - 1]),
                _ => throw new Core.Diagnostics.SigmaEngineException(Core.Diagnostics.ErrorCode.SessionAmbiguous, $"This runspace has no session of its own and the process has several: {string.Join("; ", all)}. Name one with -Session (Connect-Sigma -PassThru gives it; in ForEach-Object -Parallel, $using:session)."),
            };
        }
    }

    /// <summary>The session that a runspace connected, while it is live; null where there is none.</summary>
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

    /// <summary>Marks a session as held by a user.</summary>
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
    /// <exception cref="Core.Diagnostics.SigmaEngineException">It is no longer there, or belongs to another process.</exception>
    public static Core.Http.SigmaHttpClient Transport(SigmaSession session)
    {
        lock (Gate)
        {
            return Live.TryGetValue(session.SessionId, out var connection)
                ? connection.Transport
                : throw new Core.Diagnostics.SigmaEngineException(Core.Diagnostics.ErrorCode.SessionNotLive, $"The session on {session} is not live: it was disconnected, or comes from another process. Run Connect-Sigma again.");
        }
    }

    /// <summary>What is to be told of writes that were stopped while they were under way; told once.</summary>
    public static IReadOnlyList<string> DrainAbandonedWrites(SigmaSession? session)
    {
        lock (Gate)
        {
            return session is not null && Live.TryGetValue(session.SessionId, out var connection) ? connection.Transport.DrainAbandonedWrites() : Array.Empty<string>();
        }
    }

    /// <summary>Ends a connection. A runspace that ends its own does not fall back to another's.</summary>
    /// <returns>False when it was not there.</returns>
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

    /// <summary>When the token of a session ends.</summary>
    public static DateTimeOffset? TokenExpiry(Guid sessionId)
    {
        lock (Gate)
        {
            return Live.TryGetValue(sessionId, out var connection) ? connection.Transport.TokenExpiresAt : null;
        }
    }

    // A runspace that is closed will not disconnect any more; what nobody else holds goes with it.
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

        public bool IsAbandoned => !_runspace.TryGetTarget(out var runspace) || runspace.RunspaceStateInfo.State is RunspaceState.Closed or RunspaceState.Broken;

        public SigmaSession Session { get; }

        public Core.Http.SigmaHttpClient Transport { get; }

        public bool HandedOut { get; set; }
    }
}
