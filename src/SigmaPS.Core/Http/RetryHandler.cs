using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Polly;
using Polly.Retry;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>Retries a request while <see cref="RetryPolicy"/> and the total timeout allow it. Polly does the waiting.</summary>
internal sealed class RetryHandler
{
    // A timer may fire a few milliseconds early, but the service measures Retry-After by its own clock.
    private static readonly TimeSpan Coarseness = TimeSpan.FromMilliseconds(50);

    private static readonly ResiliencePropertyKey<RetryAttempt> AttemptKey = new("course");

    private readonly RetryOptions _patience;
    private readonly TimeProvider _time;
    private readonly Func<double> _random;

    // Built once per session, because building a pipeline costs more than a local request.
    private readonly ResiliencePipeline<ApiResponse> _pipeline;

    public RetryHandler(RetryOptions patience, TimeProvider time, Func<double> random)
    {
        _patience = patience;
        _time = time;
        _random = random;
        _pipeline = new ResiliencePipelineBuilder<ApiResponse> { TimeProvider = time }
            .AddRetry(
                new RetryStrategyOptions<ApiResponse>
                {
                    MaxRetryAttempts = int.MaxValue,
                    ShouldHandle = arguments => new ValueTask<bool>(
                        arguments.Outcome.Exception is SigmaEngineException fault && IsWorthIt(GetAttempt(arguments.Context), fault)),
                    DelayGenerator = arguments => new ValueTask<TimeSpan?>(GetAttempt(arguments.Context).Wait + Coarseness),
                })
            .Build();
    }

    /// <summary>Sends until a response succeeds, an error is final, or the total timeout ends.</summary>
    /// <param name="request">The request.</param>
    /// <param name="send">Sends the request once.</param>
    /// <param name="log">Receives a verbose line per wait.</param>
    /// <param name="cancel">Cancels the request and any wait.</param>
    /// <exception cref="SigmaEngineException">The last error; its message gives the number of attempts and their duration.</exception>
    public async Task<ApiResponse> RunAsync(
        ApiRequest request,
        Func<CancellationToken, Task<ApiResponse>> send,
        ILog log,
        CancellationToken cancel)
    {
        var retryAttempt = new RetryAttempt(request, log, _time.GetUtcNow());
        var context = ResilienceContextPool.Shared.Get(cancel);
        context.Properties.Set(AttemptKey, retryAttempt);
        try
        {
            return await _pipeline
                .ExecuteAsync(
                    async (running, sendOnce) =>
                    {
                        retryAttempt.Tries++;
                        return await sendOnce(running.CancellationToken).ConfigureAwait(false);
                    },
                    context,
                    send)
                .ConfigureAwait(false);
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

        retryAttempt.Log.Verbose(
            $"Retry {retryAttempt.Request.Method} {retryAttempt.Request.Path} in {Seconds(retryAttempt.Wait)}: {fault.Message}");
        return true;
    }

    private SigmaEngineException BudgetExceeded(SigmaEngineException fault, int tries, TimeSpan spent)
    {
        // A Retry-After below the minimum did not end the attempts; the total timeout did.
        var asked =
            fault.RetryAfter is { } after && after >= RetryPolicy.Least
                ? " Sigma asks to wait until "
                    + $"{(_time.GetUtcNow() + after).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}Z ({Seconds(after)}), "
                    + "which is longer than this session waits (-RetryTimeoutSec)."
                : "";
        var tried = tries > 1 ? $" The command tried {tries.ToString(CultureInfo.InvariantCulture)} times in {Seconds(spent)}." : "";
        return fault.With(message: fault.Message + asked + tried);
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture) + " s";

    /// <summary>The state of one request during its attempts.</summary>
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
