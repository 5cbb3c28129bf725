using System;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>The state of one request during its attempts.</summary>
internal sealed class RetryAttempt
{
    public RetryAttempt(ApiRequest request, ILog log, DateTimeOffset started)
    {
        Request = request;
        Log = log;
        Started = started;
    }

    public ApiRequest Request { get; }

    public ILog Log { get; }

    public DateTimeOffset Started { get; }

    /// <summary>The number of attempts so far.</summary>
    public int Tries { get; set; } = 1;

    /// <summary>The wait before the next attempt.</summary>
    public TimeSpan Wait { get; set; }
}
