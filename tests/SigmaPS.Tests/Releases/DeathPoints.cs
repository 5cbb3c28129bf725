using System.Collections.Generic;
using System.Linq;
using SigmaPS.Sandbox;

namespace SigmaPS.Tests.Releases;

/// <summary>
/// Behind which of its requests a command dies in a test: behind each write, and behind a third of the other requests. Those only read, so
/// a death behind one of them leaves what a death behind its neighbor leaves.
/// </summary>
internal static class DeathPoints
{
    private const int Parts = 3;

    /// <summary>The places of the requests, from 0.</summary>
    /// <param name="requests">What the command sends when it lives.</param>
    /// <param name="part">Which third of the reads; the cases of a test share them.</param>
    public static int[] Of(IReadOnlyList<RecordedRequest> requests, int part) =>
        [
            .. Enumerable.Range(0, requests.Count)
                .Where(at => at % Parts == part % Parts || requests[at].Method != "GET"),
        ];
}
