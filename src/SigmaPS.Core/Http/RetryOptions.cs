using System;

namespace SigmaPS.Core.Http;

/// <summary>The retry options of a session: its timeouts.</summary>
public sealed class RetryOptions
{
    /// <summary>How long a request may take with all its retries and waits; zero disables retries.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>How long one attempt may take until its response is complete.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);
}
