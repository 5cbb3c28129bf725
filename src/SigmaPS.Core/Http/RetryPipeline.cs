using System;
using System.Globalization;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Polly;
using Polly.Retry;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>Continues a request whose first attempt failed, while <see cref="RetryPolicy"/> and the total timeout allow it. Polly does
/// the waiting.</summary>
internal sealed class RetryPipeline
{
    // A timer may fire a few milliseconds early, but the service measures Retry-After by its own clock.
    private static readonly TimeSpan Coarseness = TimeSpan.FromMilliseconds(50);

    private static readonly ResiliencePropertyKey<RetryAttempt> AttemptKey = new("attempt");

    private readonly RetryOptions _patience;
    private readonly TimeProvider _time;
    private readonly Func<double> _random;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public RetryPipeline(RetryOptions patience, TimeProvider time, Func<double> random)
    {
        _patience = patience;
        _time = time;
        _random = random;
        _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(
                new RetryStrategyOptions<HttpResponseMessage>
                {
                    MaxRetryAttempts = int.MaxValue,
                    ShouldHandle = arguments => new ValueTask<bool>(
                        arguments.Outcome.Exception is SigmaEngineException error && IsWorthIt(GetAttempt(arguments.Context), error)),
                    DelayGenerator = arguments => new ValueTask<TimeSpan?>(GetAttempt(arguments.Context).Wait + Coarseness),
                    OnRetry = arguments => Report(GetAttempt(arguments.Context), arguments.Outcome.Exception!),
                })
            .Build();
    }

    /// <summary>Waits and sends again until a response succeeds, an error is final, or the total timeout ends.</summary>
    /// <param name="attempt">The request and its first attempt.</param>
    /// <param name="first">The error of the first attempt.</param>
    /// <param name="send">Sends the request once.</param>
    /// <param name="cancel">Cancels the request and any wait.</param>
    /// <exception cref="SigmaEngineException">The last error.</exception>
    public async Task<HttpResponseMessage> ContinueAsync(
        RetryAttempt attempt,
        SigmaEngineException first,
        Func<ApiCall, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancel)
    {
        var context = ResilienceContextPool.Shared.Get(cancel);
        context.Properties.Set(AttemptKey, attempt);
        SigmaEngineException? failed = first;
        try
        {
            return await _pipeline
                .ExecuteAsync(
                    async (running, sendOnce) =>
                    {
                        // The first attempt was made before this pipeline existed.
                        if (Interlocked.Exchange(ref failed, null) is { } known)
                        {
                            throw known;
                        }

                        attempt.Tries++;
                        return await sendOnce(attempt.Call, running.CancellationToken).ConfigureAwait(false);
                    },
                    context,
                    send)
                .ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static RetryAttempt GetAttempt(ResilienceContext context) => context.Properties.GetValue(AttemptKey, null!);

    private bool IsWorthIt(RetryAttempt attempt, SigmaEngineException error)
    {
        if (!RetryPolicy.MayRepeat(attempt.Call.Request.Method, error))
        {
            return false;
        }

        var budget = attempt.Call.Request.MostPatience is { } most && most < _patience.TotalTimeout ? most : _patience.TotalTimeout;
        attempt.Wait = RetryPolicy.Wait(error, attempt.Tries, _random());
        return _time.GetUtcNow() - attempt.Started + attempt.Wait <= budget;
    }

    private static ValueTask Report(RetryAttempt attempt, Exception error)
    {
        var wait = attempt.Wait.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
        var request = attempt.Call.Request;
        attempt.Call.Log.Verbose($"Retry {request.Method} {request.Path} in {wait} s: {error.Message}");
        return default;
    }
}
