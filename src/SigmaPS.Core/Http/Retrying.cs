using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Polly;
using Polly.Retry;
using SigmaPS.Core.Api;
using SigmaPS.Core.Ports;

namespace SigmaPS.Core.Http;

/// <summary>Repeats a request as long as the rule and the budget allow. The waiting is Polly's; what to wait for is <see cref="RetryRule"/>.</summary>
internal sealed class Retrying
{
    // A timer may fire a few milliseconds early, and "in full" means in full by the other side's clock.
    private static readonly TimeSpan Coarseness = TimeSpan.FromMilliseconds(50);

    private readonly RetryPatience _patience;
    private readonly TimeProvider _time;
    private readonly Func<double> _random;

    public Retrying(RetryPatience patience, TimeProvider time, Func<double> random)
    {
        _patience = patience;
        _time = time;
        _random = random;
    }

    /// <summary>Sends until an answer comes that is worth having, or patience ends.</summary>
    /// <param name="request">The request.</param>
    /// <param name="send">Sends it once.</param>
    /// <param name="log">Where each wait is said.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <exception cref="SigmaFaultException">The last fault; its message says how often and how long was tried.</exception>
    public async Task<ApiResponse> RunAsync(ApiRequest request, Func<CancellationToken, Task<ApiResponse>> send, ILog log, CancellationToken cancel)
    {
        var budget = request.MostPatience is { } most && most < _patience.Budget ? most : _patience.Budget;
        var started = _time.GetUtcNow();
        var tries = 0;
        var wait = TimeSpan.Zero;
        var pipeline = new ResiliencePipelineBuilder<ApiResponse> { TimeProvider = _time }.AddRetry(new RetryStrategyOptions<ApiResponse>
        {
            MaxRetryAttempts = int.MaxValue,
            ShouldHandle = arguments => new ValueTask<bool>(arguments.Outcome.Exception is SigmaFaultException fault && WorthIt(fault)),
            DelayGenerator = _ => new ValueTask<TimeSpan?>(wait + Coarseness),
        }).Build();
        try
        {
            return await pipeline.ExecuteAsync(async token =>
            {
                tries++;
                return await send(token).ConfigureAwait(false);
            }, cancel).ConfigureAwait(false);
        }
        catch (SigmaFaultException e) when (RetryRule.MayRepeat(request.Method, e))
        {
            throw GivenUp(e, tries, _time.GetUtcNow() - started);
        }

        bool WorthIt(SigmaFaultException fault)
        {
            if (!RetryRule.MayRepeat(request.Method, fault))
            {
                return false;
            }

            wait = RetryRule.Wait(fault, tries, _random());
            if (_time.GetUtcNow() - started + wait > budget)
            {
                return false;
            }

            log.Verbose($"Waiting {Seconds(wait)} before {request.Method} {request.Path} is sent again: {fault.Message}");
            return true;
        }
    }

    private SigmaFaultException GivenUp(SigmaFaultException fault, int tries, TimeSpan spent)
    {
        var asked = fault.RetryAfter is { } after ? $" Sigma asks to wait until {_time.GetUtcNow() + after:yyyy-MM-dd HH:mm:ss}Z ({Seconds(after)}), which is longer than this session waits (-RetryTimeoutSec)." : "";
        var tried = tries > 1 ? $" Tried {tries.ToString(CultureInfo.InvariantCulture)} times in {Seconds(spent)}." : "";
        return new SigmaFaultException(fault.Kind, fault.Message + asked + tried, fault)
        {
            Target = fault.Target,
            Status = fault.Status,
            Code = fault.Code,
            RequestId = fault.RequestId,
            IsUnprocessed = fault.IsUnprocessed,
            RetryAfter = fault.RetryAfter,
        };
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture) + " s";
}
