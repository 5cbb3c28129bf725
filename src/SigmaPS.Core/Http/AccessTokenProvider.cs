using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>Gives every request a live token: one token request in flight, at least a second apart, renewed early.</summary>
/// <remarks>Whoever finds the token old renews it under its own cancellation; if it is stopped, the next one in line does.</remarks>
internal sealed class AccessTokenProvider : IDisposable
{
    // The token endpoint takes one request a second (sigma-api section 2); a little is added for a clock's coarseness.
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(1050);

    private readonly Func<CancellationToken, Task<AccessToken>> _ask;
    private readonly Credential _credential;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile AccessToken? _current;
    private volatile FailedAttempt? _failedAttempt;
    private int _attempts;
    private DateTimeOffset _lastEnd = DateTimeOffset.MinValue;

    public AccessTokenProvider(Credential credential, Func<ClientCredential, CancellationToken, Task<AccessToken>> ask, TimeProvider time)
    {
        _credential = credential;
        _time = time;
        CanRenew = credential.CanRenew;
        credential.Tell(Secrets);
        _ask = credential is ClientCredential client
            ? cancel => ask(client, cancel)
            : _ => Task.FromResult(((StaticTokenCredential)credential).Token());
    }

    /// <summary>Whether a token that the service refuses can be replaced.</summary>
    public bool CanRenew { get; }

    /// <summary>When the current token ends; null where that is not known.</summary>
    public DateTimeOffset? ExpiresAt => _current is { } token && token.ExpiresAt < DateTimeOffset.MaxValue ? token.ExpiresAt : null;

    /// <summary>Every secret and token that the session has ever had.</summary>
    public SecretRedactor Secrets { get; } = new();

    /// <summary>Takes secret and tokens out of a text of the service.</summary>
    public string Redact(string text)
    {
        var plain = _credential.Redact(text);
        return Secrets.Redact(_current is { } token ? Credential.Without(plain, token.Value) : plain);
    }

    /// <summary>A token to send.</summary>
    /// <param name="rejected">A token that the service has just refused, or null.</param>
    /// <param name="cancel">Stops the wait.</param>
    public async Task<AccessToken> GetTokenAsync(AccessToken? rejected, CancellationToken cancel)
    {
        if (Usable(rejected) is { } ready)
        {
            return ready;
        }

        var seen = Volatile.Read(ref _attempts);
        await _gate.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (Usable(rejected) is { } renewed)
            {
                return renewed;
            }

            // Those who queued behind a refusal share it: a hundred requests must not ask a hundred times with a wrong secret.
            // Where the service asked to wait, so does whoever comes within that time.
            if (_failedAttempt is { } failedAttempt && (failedAttempt.Attempt > seen || _time.GetUtcNow() < failedAttempt.Until))
            {
                throw failedAttempt.Shared(_time.GetUtcNow());
            }

            var token = await RequestTokenAsync(cancel).ConfigureAwait(false);
            Secrets.Add(token.Value);
            return _current = token;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        _gate.Dispose();
        Secrets.Dispose();
    }

    private AccessToken? Usable(AccessToken? rejected)
    {
        var current = _current;
        return current is not null && !ReferenceEquals(current, rejected) && _time.GetUtcNow() < current.RenewAt ? current : null;
    }

    private async Task<AccessToken> RequestTokenAsync(CancellationToken cancel)
    {
        var wait = _lastEnd == DateTimeOffset.MinValue ? TimeSpan.Zero : _lastEnd + Gap - _time.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            await _time.Delay(wait, cancel).ConfigureAwait(false);
        }

        try
        {
            return await _ask(cancel).ConfigureAwait(false);
        }
        catch (SigmaEngineException e)
        {
            _failedAttempt = new FailedAttempt(Interlocked.Increment(ref _attempts), e, _time.GetUtcNow());
            throw;
        }
        finally
        {
            _lastEnd = _time.GetUtcNow();
        }
    }

    /// <summary>A token answer as an access token.</summary>
    internal static AccessToken Read(TokenResponse answer, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(answer.AccessToken))
        {
            throw new SigmaEngineException(ErrorCode.UnexpectedAnswer, "Sigma's answer to the sign-in holds no access token.");
        }

        if (!AccessToken.CanBeSent(answer.AccessToken!))
        {
            throw new SigmaEngineException(ErrorCode.UnexpectedAnswer, "Sigma's response to the sign-in holds an access token with characters that no token has, so it was not used.");
        }

        var seconds = answer.ExpiresIn > 0 ? answer.ExpiresIn : 3600;
        return seconds <= AccessToken.LongestLife.TotalSeconds
            ? AccessToken.FromLifetime(answer.AccessToken!, now, TimeSpan.FromSeconds(seconds))
            : throw new SigmaEngineException(ErrorCode.UnexpectedAnswer, $"Sigma's response to the sign-in gives the access token a life of {seconds.ToString(CultureInfo.InvariantCulture)} seconds, so it was not used.");
    }

    private sealed class FailedAttempt
    {
        private readonly SigmaEngineException _fault;

        public FailedAttempt(int attempt, SigmaEngineException fault, DateTimeOffset at)
        {
            Attempt = attempt;
            _fault = fault;
            Until = fault.RetryAfter is { } asked ? at + asked : at;
        }

        public int Attempt { get; }

        /// <summary>Until when the service asks to wait.</summary>
        public DateTimeOffset Until { get; }

        /// <summary>The same refusal for another request, which has to wait for what is left of the time.</summary>
        public SigmaEngineException Shared(DateTimeOffset now) => _fault.RetryAfter is null || now >= Until ? _fault.With() : _fault.With(retryAfter: Until - now);
    }
}
