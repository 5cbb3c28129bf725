namespace SigmaPS.Commands;

/// <summary>The reaction of a publish to a failed model.</summary>
public enum OnError
{
    /// <summary>No further model is published.</summary>
    Stop,

    /// <summary>Models that do not depend on the failed one are still published.</summary>
    Continue,
}
