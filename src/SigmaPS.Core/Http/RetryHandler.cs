using System;
using System.Globalization;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>Retries a request while <see cref="RetryPolicy"/> and the total timeout allow it.</summary>
/// <remarks>The last error reports the number of attempts and their duration.</remarks>
internal sealed class RetryHandler(RetryOptions patience, TimeProvider time, Func<double> random) : DelegatingHandler
{
    private readonly RetryOptions _patience = patience;
    private readonly TimeProvider _time = time;
    private readonly Func<double> _random = random;

    // Built at the first error that is worth a retry: most sessions have none, and it takes long to compile.
    private RetryPipeline? _pipeline;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request is RedactedRequestMessage { Call: { IsWithinWrite: false } call }
            ? SendAsync(request, call, cancellationToken)
            : base.SendAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, ApiCall call, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var started = _time.GetUtcNow();
        SigmaEngineException first;
        try
        {
            return await base.SendAsync(request, cancel).ConfigureAwait(false);
        }
        catch (SigmaEngineException e) when (RetryPolicy.MayRepeat(call.Request.Method, e))
        {
            first = e;
        }

        return await RetryAsync(new RetryAttempt(call, started), first, cancel).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> RetryAsync(RetryAttempt attempt, SigmaEngineException first, CancellationToken cancel)
    {
        var pipeline = LazyInitializer.EnsureInitialized(ref _pipeline, () => new RetryPipeline(_patience, _time, _random))!;
        try
        {
            return await pipeline.ContinueAsync(attempt, first, SendAgainAsync, cancel).ConfigureAwait(false);
        }
        catch (SigmaEngineException e) when (RetryPolicy.MayRepeat(attempt.Call.Request.Method, e))
        {
            throw BudgetExceeded(e, attempt.Tries, _time.GetUtcNow() - attempt.Started);
        }
    }

    private async Task<HttpResponseMessage> SendAgainAsync(ApiCall call, CancellationToken cancel)
    {
        call.Request.Freshness?.Waited();
        using var message = call.CreateMessage();
        return await base.SendAsync(message, cancel).ConfigureAwait(false);
    }

    private SigmaEngineException BudgetExceeded(SigmaEngineException error, int tries, TimeSpan spent)
    {
        // A Retry-After below the minimum did not end the attempts; the total timeout did.
        var asked =
            error.RetryAfter is { } after && after >= RetryPolicy.Least
                ? " Sigma asks to wait until "
                    + $"{(_time.GetUtcNow() + after).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}Z ({Seconds(after)}), "
                    + "which is longer than this session waits (-RetryTimeoutSec)."
                : "";
        var tried = tries > 1 ? $" The command tried {tries.ToString(CultureInfo.InvariantCulture)} times in {Seconds(spent)}." : "";
        return error.With(message: error.Message + asked + tried);
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture) + " s";
}
