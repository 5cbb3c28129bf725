using System;

namespace SigmaPS.Core.Usage;

/// <summary>The scan reached its limit of requests.</summary>
internal sealed class RequestLimitException : Exception
{
    public RequestLimitException(int limit) : base($"the limit of {limit} requests was reached")
    {
    }
}
