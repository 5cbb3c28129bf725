using System;
using System.Threading.Tasks;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Sandbox;

namespace SigmaPS.Tests.Support;

/// <summary>Holds requests back until as many as expected are in flight, so that they meet on a slow machine too.</summary>
internal static class Gathering
{
    // Only for a product that sends fewer at once: the test then sees a lower maximum.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Holds the GET requests whose path contains a text until some of them are in flight at once; later ones pass.</summary>
    /// <param name="faults">The injected errors of the sandbox.</param>
    /// <param name="pathContains">The text.</param>
    /// <param name="count">How many are in flight at once before the first one gets its response.</param>
    /// <param name="onEach">The action at each request.</param>
    public static void Gather(this FaultPlan faults, string pathContains, int count, Action? onEach = null)
    {
        Tally arrived = new();
        Task enough = arrived.ReachAsync(count);
        faults.Arm(new Fault
        {
            Method = "GET",
            PathContains = pathContains,
            Times = int.MaxValue,
            Meanwhile = () =>
            {
                onEach?.Invoke();
                arrived.Add();
                return Task.WhenAny(enough, Task.Delay(Patience));
            },
        });
    }
}
