using System;

namespace SigmaPS.Core.Http;

/// <summary>The state of one request during its attempts.</summary>
internal sealed class RetryAttempt(ApiCall call, DateTimeOffset started)
{
    public ApiCall Call { get; } = call;

    public DateTimeOffset Started { get; } = started;

    /// <summary>The number of attempts so far.</summary>
    public int Tries { get; set; } = 1;

    /// <summary>The wait before the next attempt.</summary>
    public TimeSpan Wait { get; set; }
}
