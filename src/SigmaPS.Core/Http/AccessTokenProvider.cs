using System;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Auth;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>Provides a valid token for every request. Token requests run one at a time, at least a second apart; tokens are renewed
/// early.</summary>
/// <remarks>The first request that finds the token old renews it under its own cancellation token. If it is stopped, the next waiter
/// renews it.</remarks>
internal sealed class AccessTokenProvider : IDisposable
{
    // The token endpoint accepts one request per second (sigma-api section 2). The extra 50 ms allow for a coarse clock.
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(1050);

    private readonly Func<CancellationToken, Task<AccessToken>> _ask;
    private readonly Credential _credential;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile AccessToken? _current;
    private volatile FailedAttempt? _failedAttempt;
    private int _attempts;
    private DateTimeOffset _lastEnd = DateTimeOffset.MinValue;

    public AccessTokenProvider(Credential credential, Func<Credential, CancellationToken, Task<AccessToken>> ask, TimeProvider time)
    {
        _credential = credential;
        _time = time;
        credential.Tell(Secrets);
        _ask = credential is StaticTokenCredential given ? _ => Task.FromResult(given.Token()) : cancel => ask(credential, cancel);
    }

    /// <summary>Whether the credential can replace a token that the service refuses.</summary>
    public bool CanRenew => _credential.CanRenew;

    /// <summary>When the current token expires; null if that is unknown.</summary>
    public DateTimeOffset? ExpiresAt => _current is { } token && token.ExpiresAt < DateTimeOffset.MaxValue ? token.ExpiresAt : null;

    /// <summary>The redactor for every secret and token that the session has ever had.</summary>
    public SecretRedactor Secrets { get; } = new();

    /// <summary>Removes the secret and the tokens from a text of the service.</summary>
    public string Redact(string text)
    {
        var plain = _credential.Redact(text);
        return Secrets.Redact(_current is { } token ? Credential.Without(plain, token.Value) : plain);
    }

    /// <summary>Returns a token to send; it requests a new one if the current one is old or refused.</summary>
    /// <param name="rejected">The token that the service has just refused; null if none was.</param>
    /// <param name="cancel">Cancels the wait and the token request.</param>
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

            // Waiters share the failed attempt's error, so that a wrong secret is sent once.
            // If the service asked to wait, later requests within that time share the error too.
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
        var wait = _lastEnd + Gap - _time.GetUtcNow();
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

    /// <summary>Converts a token response to an access token.</summary>
    internal static AccessToken Read(TokenResponse response, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(response.AccessToken))
        {
            throw HttpErrors.NoAccessToken();
        }

        if (!AccessToken.CanBeSent(response.AccessToken!))
        {
            throw HttpErrors.InvalidAccessToken();
        }

        var seconds = response.ExpiresIn > 0 ? response.ExpiresIn : 3600;
        return seconds <= AccessToken.LongestLife.TotalSeconds
            ? AccessToken.FromLifetime(response.AccessToken!, now, TimeSpan.FromSeconds(seconds))
            : throw HttpErrors.InvalidTokenLifetime(seconds);
    }

    private sealed class FailedAttempt
    {
        private readonly SigmaEngineException _error;

        public FailedAttempt(int attempt, SigmaEngineException error, DateTimeOffset at)
        {
            Attempt = attempt;
            _error = error;
            Until = error.RetryAfter is { } asked ? at + asked : at;
        }

        public int Attempt { get; }

        /// <summary>The end of the wait that the service asks for.</summary>
        public DateTimeOffset Until { get; }

        /// <summary>Copies the error for another request, with the remaining wait.</summary>
        public SigmaEngineException Shared(DateTimeOffset now) =>
            _error.RetryAfter is null ? _error.With() : _error.With(retryAfter: now < Until ? Until - now : TimeSpan.Zero);
    }
}
