using System;
using System.Linq;
using System.Management.Automation.Runspaces;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace SigmaPS.Tests.Support;

/// <summary>
/// Keeps a runspace that has not connected from the sessions of the tests that run beside it, as Disconnect-Sigma does for its caller.
/// </summary>
internal static class SessionIsolation
{
    private static readonly Lazy<ConditionalWeakTable<Runspace, object>> Disconnected = new(() =>
        (ConditionalWeakTable<Runspace, object>)AppDomain.CurrentDomain.GetAssemblies().First(a => a.GetName().Name == "SigmaPS")
            .GetType("SigmaPS.SessionStore")!
            .GetField("Disconnected", BindingFlags.Static | BindingFlags.NonPublic)!
            .GetValue(null)!);

    public static void Isolate(Runspace runspace) => Disconnected.Value.GetValue(runspace, _ => new object());
}
