using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Reflection;
using SigmaPS.Sandbox;

namespace SigmaPS.Tests.Support;

/// <summary>Gives the session that is opened meanwhile the clock of its sandbox, by the engine's own hook for tests.</summary>
internal sealed class SessionClocks : IDisposable
{
    private static readonly ConcurrentDictionary<Uri, TimeProvider> Opening = new();
    private readonly Uri _address;

    static SessionClocks() => AppDomain.CurrentDomain.GetAssemblies().First(a => a.GetName().Name == "SigmaPS")
        .GetType("SigmaPS.SessionStore")!
        .GetMethod("Transport", BindingFlags.Static | BindingFlags.Public)!
        .ReturnType.Assembly.GetType("SigmaPS.Core.Http.SessionClock")!
        .GetProperty("Replacement")!
        .SetValue(null, new Func<Uri, TimeProvider?>(address => Opening.TryGetValue(address, out TimeProvider? clock) ? clock : null));

    private SessionClocks(Uri address, TimeProvider clock)
    {
        _address = address;
        Opening[address] = clock;
    }

    /// <summary>Until it is disposed, a session on this sandbox gets its clock; null if that is the system's.</summary>
    public static SessionClocks? Use(SandboxServer server) =>
        server.Options.TimeProvider is LeapingClock clock ? new SessionClocks(server.BaseUrl, clock.OfSession) : null;

    public void Dispose() => Opening.TryRemove(_address, out _);
}
