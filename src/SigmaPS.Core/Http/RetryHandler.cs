using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>Retries a request while <see cref="RetryPolicy"/> and the total timeout allow it.</summary>
internal sealed class RetryHandler
{
    private readonly RetryOptions _patience;
    private readonly TimeProvider _time;
    private readonly Func<double> _random;

    // Built once per session, at the first error that is worth a retry: most sessions have none, and it takes long to compile.
    private RetryPipeline? _pipeline;

    public RetryHandler(RetryOptions patience, TimeProvider time, Func<double> random)
    {
        _patience = patience;
        _time = time;
        _random = random;
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
        cancel.ThrowIfCancellationRequested();
        var started = _time.GetUtcNow();
        SigmaEngineException first;
        try
        {
            return await send(cancel).ConfigureAwait(false);
        }
        catch (SigmaEngineException e) when (RetryPolicy.MayRepeat(request.Method, e))
        {
            first = e;
        }

        return await RetryAsync(new RetryAttempt(request, log, started), first, send, cancel).ConfigureAwait(false);
    }

    private async Task<ApiResponse> RetryAsync(
        RetryAttempt attempt,
        SigmaEngineException first,
        Func<CancellationToken, Task<ApiResponse>> send,
        CancellationToken cancel)
    {
        var pipeline = LazyInitializer.EnsureInitialized(ref _pipeline, () => new RetryPipeline(_patience, _time, _random))!;
        try
        {
            return await pipeline.ContinueAsync(attempt, first, send, cancel).ConfigureAwait(false);
        }
        catch (SigmaEngineException e) when (RetryPolicy.MayRepeat(attempt.Request.Method, e))
        {
            throw BudgetExceeded(e, attempt.Tries, _time.GetUtcNow() - attempt.Started);
        }
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
}
