using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Polly;
using Polly.Retry;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>Repeats a request as long as the rule and the budget allow. The waiting is Polly's; what to wait for is <see cref="RetryPolicy"/>.</summary>
internal sealed class RetryHandler
{
    // A timer may fire a few milliseconds early, and "in full" means in full by the other side's clock.
    private static readonly TimeSpan Coarseness = TimeSpan.FromMilliseconds(50);

    private static readonly ResiliencePropertyKey<RetryAttempt> AttemptKey = new("course");

    private readonly RetryOptions _patience;
    private readonly TimeProvider _time;
    private readonly Func<double> _random;

    // Built once for a session: building one costs more than a request on this machine does.
    private readonly ResiliencePipeline<ApiResponse> _pipeline;

    public RetryHandler(RetryOptions patience, TimeProvider time, Func<double> random)
    {
        _patience = patience;
        _time = time;
        _random = random;
        _pipeline = new ResiliencePipelineBuilder<ApiResponse> { TimeProvider = time }.AddRetry(new RetryStrategyOptions<ApiResponse>
        {
            MaxRetryAttempts = int.MaxValue,
            ShouldHandle = arguments => new ValueTask<bool>(arguments.Outcome.Exception is SigmaEngineException fault && IsWorthIt(GetAttempt(arguments.Context), fault)),
            DelayGenerator = arguments => new ValueTask<TimeSpan?>(GetAttempt(arguments.Context).Wait + Coarseness),
        }).Build();
    }

    /// <summary>Sends until an answer comes that is worth having, or patience ends.</summary>
    /// <param name="request">The request.</param>
    /// <param name="send">Sends it once.</param>
    /// <param name="log">Where each wait is said.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <exception cref="SigmaEngineException">The last fault; its message says how often and how long was tried.</exception>
    public async Task<ApiResponse> RunAsync(ApiRequest request, Func<CancellationToken, Task<ApiResponse>> send, ILog log, CancellationToken cancel)
    {
        var retryAttempt = new RetryAttempt(request, log, _time.GetUtcNow());
        var context = ResilienceContextPool.Shared.Get(cancel);
        context.Properties.Set(AttemptKey, retryAttempt);
        try
        {
            return await _pipeline.ExecuteAsync(async (running, sendOnce) =>
            {
                retryAttempt.Tries++;
                return await sendOnce(running.CancellationToken).ConfigureAwait(false);
            }, context, send).ConfigureAwait(false);
        }
        catch (SigmaEngineException e) when (RetryPolicy.MayRepeat(request.Method, e))
        {
            throw BudgetExceeded(e, retryAttempt.Tries, _time.GetUtcNow() - retryAttempt.Started);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static RetryAttempt GetAttempt(ResilienceContext context) => context.Properties.GetValue(AttemptKey, null!);

    private bool IsWorthIt(RetryAttempt retryAttempt, SigmaEngineException fault)
    {
        if (!RetryPolicy.MayRepeat(retryAttempt.Request.Method, fault))
        {
            return false;
        }

        var budget = retryAttempt.Request.MostPatience is { } most && most < _patience.TotalTimeout ? most : _patience.TotalTimeout;
        retryAttempt.Wait = RetryPolicy.Wait(fault, retryAttempt.Tries, _random());
        if (_time.GetUtcNow() - retryAttempt.Started + retryAttempt.Wait > budget)
        {
            return false;
        }

        retryAttempt.Log.Verbose($"Waiting {Seconds(retryAttempt.Wait)} before {retryAttempt.Request.Method} {retryAttempt.Request.Path} is sent again: {fault.Message}");
        return true;
    }

    private SigmaEngineException BudgetExceeded(SigmaEngineException fault, int tries, TimeSpan spent)
    {
        // What asks for no wait worth the name has not ended the tries; the session's patience has.
        var asked = fault.RetryAfter is { } after && after >= RetryPolicy.Least
            ? $" Sigma asks to wait until {(_time.GetUtcNow() + after).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}Z ({Seconds(after)}), which is longer than this session waits (-RetryTimeoutSec)."
            : "";
        var tried = tries > 1 ? $" Tried {tries.ToString(CultureInfo.InvariantCulture)} times in {Seconds(spent)}." : "";
        return fault.With(message: fault.Message + asked + tried);
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture) + " s";

    /// <summary>One request on its way through its tries.</summary>
    private sealed class RetryAttempt
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

        public int Tries { get; set; }

        public TimeSpan Wait { get; set; }
    }
}
