using System;
using System.Net;
using SigmaPS.Core.Auth;

namespace SigmaPS.Core.Http;

/// <summary>The state that the handlers of a session share. It outlives them, because handlers are replaced after their lifetime.</summary>
internal sealed class HandlerContext
{
    private readonly Func<AccessTokenProvider> _tokens;

    /// <summary>Creates the context of a session.</summary>
    /// <param name="address">The base address.</param>
    /// <param name="credential">The credentials.</param>
    /// <param name="patience">The timeouts.</param>
    /// <param name="proxy">The proxy; null for none.</param>
    /// <param name="time">The clock.</param>
    /// <param name="tokens">Gives the tokens. They are requested through the same pipeline, so they are made after it.</param>
    public HandlerContext(
        Uri address,
        Credential credential,
        RetryOptions patience,
        IWebProxy? proxy,
        TimeProvider time,
        Func<AccessTokenProvider> tokens)
    {
        Address = address;
        Credential = credential;
        Patience = patience;
        Proxy = proxy;
        Time = time;
        Limiter = new AimdConcurrencyLimiter(SigmaHttpClient.MaxInFlight, patience.TotalTimeout, time);
        _tokens = tokens;
    }

    public Uri Address { get; }

    public Credential Credential { get; }

    public RetryOptions Patience { get; }

    public IWebProxy? Proxy { get; }

    public TimeProvider Time { get; }

    public AimdConcurrencyLimiter Limiter { get; }

    public Func<double> Random { get; } = new SharedRandom().NextDouble;

    public AccessTokenProvider Tokens => _tokens();
}
