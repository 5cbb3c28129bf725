using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using SigmaPS.Core.Auth;
using Xunit;

namespace SigmaPS.Core.Tests.Auth;

public sealed class TokenCacheTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly TokenCache _cache = new();
    private int _renewals;

    [Fact]
    public async Task Unused_token_is_given_once()
    {
        _cache.Add(Token("first"));
        Assert.Equal("first", (await GetAsync(() => Task.FromResult(Token("second")))).Value);
        Assert.Equal("second", (await GetAsync(() => Task.FromResult(Token("second")))).Value);
        Assert.Equal(1, _renewals);
    }

    [Fact]
    public async Task Unused_token_that_became_old_is_renewed()
    {
        _cache.Add(Token("first"));
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("second", (await GetAsync(() => Task.FromResult(Token("second")))).Value);
    }

    [Fact]
    public async Task Stopped_wait_leaves_its_renewal_for_the_next()
    {
        var response = new TaskCompletionSource<AccessToken>();
        using var stop = new CancellationTokenSource();
        var stopped = GetAsync(() => response.Task, stop.Token);
        stop.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        var next = GetAsync(() => throw new InvalidOperationException("a second renewal"));
        response.SetResult(Token("renewed"));
        Assert.Equal("renewed", (await next).Value);
        Assert.Equal(1, _renewals);
    }

    [Fact]
    public async Task Failed_renewal_is_tried_again()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => GetAsync(() => throw new InvalidOperationException()));
        Assert.Equal("token", (await GetAsync(() => Task.FromResult(Token("token")))).Value);
    }

    private AccessToken Token(string value) => AccessToken.FromLifetime(value, _time.GetUtcNow(), TimeSpan.FromHours(1));

    private Task<AccessToken> GetAsync(Func<Task<AccessToken>> renew, CancellationToken cancel = default) =>
        _cache.GetAsync(
            () =>
            {
                Interlocked.Increment(ref _renewals);
                return renew();
            },
            _time,
            cancel);
}
