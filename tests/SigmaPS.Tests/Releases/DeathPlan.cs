namespace SigmaPS.Tests.Releases;

/// <summary>How often a script dies, and what its deaths leave at least.</summary>
/// <param name="LeastRequests">The script has at least so many requests. How many follow depends on the order of parallel ones.</param>
/// <param name="LeastContents">The deaths leave at least so many different contents.</param>
internal sealed record DeathPlan(int LeastRequests, int LeastContents)
{
    /// <summary>The first request that it dies behind, from 0.</summary>
    public int First { get; init; }

    /// <summary>How far it is from one death to the next one; 2 where another sweep dies behind the requests between them.</summary>
    public int Step { get; init; } = 1;

    /// <summary>Whether the sweep ends with the content that the script leaves without a death, instead of the one before.</summary>
    public bool Stays { get; init; }

    /// <summary>Whether the process afterwards reads the run records.</summary>
    public bool ReadsRuns { get; init; }
}
