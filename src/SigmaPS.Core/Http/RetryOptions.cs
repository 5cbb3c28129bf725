using System;

namespace SigmaPS.Core.Http;

/// <summary>How patient a session is.</summary>
public sealed class RetryOptions
{
    /// <summary>How long a request may take with all its repetitions and waits; zero repeats nothing.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>How long one try may take until its answer is complete.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);
}
