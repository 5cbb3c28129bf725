using System;
using System.Collections.Generic;
using System.Threading;

namespace SigmaPS.Core.Auth;

/// <summary>The logins of this process that wait for a browser: one per host. A newer login ends an older one.</summary>
/// <remarks>The older page would stay open behind the newer one, and a person could complete the wrong one.</remarks>
internal static class PendingSignIns
{
    private static readonly Dictionary<string, Turn> Waiting = new(StringComparer.OrdinalIgnoreCase);

    public static Turn Begin(string host)
    {
        var turn = new Turn(host);
        Turn? older;
        lock (Waiting)
        {
            Waiting.TryGetValue(host, out older);
            Waiting[host] = turn;
        }

        older?.Replace();
        return turn;
    }

    /// <summary>One waiting login.</summary>
    internal sealed class Turn : IDisposable
    {
        private readonly string _host;
        private readonly CancellationTokenSource _replaced = new();

        public Turn(string host)
        {
            _host = host;
            Replaced = _replaced.Token;
        }

        /// <summary>Canceled when a newer login has begun.</summary>
        public CancellationToken Replaced { get; }

        public void Dispose()
        {
            lock (Waiting)
            {
                if (Waiting.TryGetValue(_host, out var current) && current == this)
                {
                    Waiting.Remove(_host);
                }
            }
        }

        // The source is not disposed: a newer login may cancel it while this one ends. It holds no timer.
        public void Replace() => _replaced.Cancel();
    }
}
