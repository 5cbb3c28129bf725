using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Auth;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Http;

public sealed class AccessTokenProviderTests : IDisposable
{
    private readonly SteppedClock _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly List<Ask> _asks = new();
    private readonly Tally _asked = new();
    private readonly AccessTokenProvider _tokens;

    public AccessTokenProviderTests() =>
        _tokens = new AccessTokenProvider(new ClientCredential("id", Secrets.Secure("secret")), AskAsync, _time);

    public void Dispose() => _tokens.Dispose();

    [Fact]
    public async Task However_many_need_a_token_one_ask_is_in_flight()
    {
        var waiting = Enumerable.Range(0, 50).Select(_ => _tokens.GetTokenAsync(null, default)).ToList();
        var ask = Assert.Single(_asks);
        Assert.All(waiting, task => Assert.False(task.IsCompleted));
        ask.Answer.SetResult(Token("a", 3600));
        Assert.All(await Task.WhenAll(waiting).WaitAsync(Patience), token => Assert.Equal("a", token.Value));
        Assert.Single(_asks);
    }

    [Theory]
    [InlineData(3600, 3300)] // five minutes early
    [InlineData(10, 8)] // a fifth of a short life
    public async Task Token_is_renewed_early(int life, int renewed)
    {
        await GetAsync(Token("a", life));
        _time.Advance(TimeSpan.FromSeconds(renewed - 1));
        Assert.Equal("a", (await _tokens.GetTokenAsync(null, default)).Value);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("b", (await GetAsync(Token("b", life))).Value);
        Assert.Equal(2, _asks.Count);
    }

    [Fact]
    public async Task Two_asks_are_at_least_a_second_apart()
    {
        var first = await GetAsync(Token("a", 3600));
        var second = _tokens.GetTokenAsync(first, default);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Single(_asks);
        await _time.RunUntilAsync(_asked.ReachAsync(2));
        Assert.True(_asks[1].At - _asks[0].At > TimeSpan.FromSeconds(1));
        _asks[1].Answer.SetResult(Token("b", 3600));
        Assert.Equal("b", (await second.WaitAsync(Patience)).Value);
    }

    [Fact]
    public async Task After_a_second_there_is_no_wait()
    {
        var first = await GetAsync(Token("a", 3600));
        _time.Advance(TimeSpan.FromSeconds(2));
        _ = _tokens.GetTokenAsync(first, default);
        Assert.Equal(2, _asks.Count);
    }

    [Fact]
    public async Task Refused_token_is_renewed_once_for_all_whom_it_was_refused()
    {
        var old = await GetAsync(Token("a", 3600));
        _time.Advance(TimeSpan.FromSeconds(5));
        var renewing = Enumerable.Range(0, 20).Select(_ => _tokens.GetTokenAsync(old, default)).ToList();
        _asks[1].Answer.SetResult(Token("b", 3600));
        Assert.All(await Task.WhenAll(renewing).WaitAsync(Patience), token => Assert.Equal("b", token.Value));
        Assert.Equal("b", (await _tokens.GetTokenAsync(old, default)).Value);
        Assert.Equal(2, _asks.Count);
    }

    [Fact]
    public async Task When_the_one_who_asks_is_stopped_another_takes_over()
    {
        using var stop = new CancellationTokenSource();
        var stopped = _tokens.GetTokenAsync(null, stop.Token);
        var next = _tokens.GetTokenAsync(null, default);
        stop.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped.WaitAsync(Patience));
        await _time.RunUntilAsync(_asked.ReachAsync(2));
        Assert.True(_asks[1].At - _asks[0].At > TimeSpan.FromSeconds(1));
        _asks[1].Answer.SetResult(Token("b", 3600));
        Assert.Equal("b", (await next.WaitAsync(Patience)).Value);
    }

    [Fact]
    public async Task One_who_queues_can_be_stopped_without_harm_to_the_others()
    {
        using var stop = new CancellationTokenSource();
        var asking = _tokens.GetTokenAsync(null, default);
        var stopped = _tokens.GetTokenAsync(null, stop.Token);
        stop.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped.WaitAsync(Patience));
        _asks[0].Answer.SetResult(Token("a", 3600));
        Assert.Equal("a", (await asking.WaitAsync(Patience)).Value);
    }

    [Fact]
    public async Task One_who_waits_out_the_second_can_be_stopped()
    {
        var first = await GetAsync(Token("a", 3600));
        using var stop = new CancellationTokenSource();
        var waiting = _tokens.GetTokenAsync(first, stop.Token);
        stop.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(Patience));
        Assert.Single(_asks);
    }

    [Fact]
    public async Task Refusal_is_shared_by_those_who_queued_and_by_nobody_later()
    {
        var queued = Enumerable.Range(0, 10).Select(_ => _tokens.GetTokenAsync(null, default)).ToList();
        _asks[0]
            .Answer.SetException(
                new SigmaEngineException(ErrorCode.AuthenticationFailed, "Wrong secret.")
                {
                    Status = 401,
                    Code = "unauthorized",
                    RequestId = "r",
                    Target = "the sign-in",
                });
        foreach (var task in queued)
        {
            var fault = await Assert.ThrowsAsync<SigmaEngineException>(() => task.WaitAsync(Patience));
            Assert.Equal(
                (ErrorCode.AuthenticationFailed, "Wrong secret.", 401, "unauthorized", "r", "the sign-in"),
                (fault.Kind, fault.Message, fault.Status, fault.Code, fault.RequestId, fault.Target));
            Assert.Null(fault.RetryAfter);
        }

        Assert.Single(_asks);
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("b", (await GetAsync(Token("b", 3600))).Value);
    }

    [Fact]
    public async Task Remaining_wait_is_reported_when_the_service_asked_to_wait()
    {
        var first = _tokens.GetTokenAsync(null, default);
        _asks[0].Answer.SetException(
            new SigmaEngineException(ErrorCode.Throttled, "Too many sign-ins.") { RetryAfter = TimeSpan.FromSeconds(30) });
        await Assert.ThrowsAsync<SigmaEngineException>(() => first.WaitAsync(Patience));
        _time.Advance(TimeSpan.FromSeconds(10));
        var error = await Assert.ThrowsAsync<SigmaEngineException>(() => _tokens.GetTokenAsync(null, default).WaitAsync(Patience));
        Assert.Equal((ErrorCode.Throttled, TimeSpan.FromSeconds(20)), (error.Kind, error.RetryAfter));
        Assert.Single(_asks);
    }

    [Fact]
    public async Task No_wait_is_left_for_those_who_queued_when_its_time_is_over()
    {
        var queued = Enumerable.Range(0, 2).Select(_ => _tokens.GetTokenAsync(null, default)).ToList();
        _time.AutoAdvanceAmount = TimeSpan.FromSeconds(40);
        _asks[0].Answer.SetException(
            new SigmaEngineException(ErrorCode.Throttled, "Too many sign-ins.") { RetryAfter = TimeSpan.FromSeconds(30) });
        var waits = new List<TimeSpan?>();
        foreach (var task in queued)
        {
            waits.Add((await Assert.ThrowsAsync<SigmaEngineException>(() => task.WaitAsync(Patience))).RetryAfter);
        }

        Assert.Equal([TimeSpan.FromSeconds(30), TimeSpan.Zero], waits);
    }

    [Fact]
    public async Task End_of_the_token_is_known_once_there_is_one()
    {
        Assert.Null(_tokens.ExpiresAt);
        await GetAsync(Token("a", 3600));
        Assert.Equal(_time.Start.AddHours(1), _tokens.ExpiresAt);
        Assert.True(_tokens.CanRenew);
    }

    [Fact]
    public async Task Token_that_somebody_gave_is_used_as_it_is()
    {
        using var tokens = new AccessTokenProvider(new StaticTokenCredential(Secrets.Secure("given")), AskAsync, _time);
        _time.Advance(TimeSpan.FromDays(2));
        Assert.Equal("given", (await tokens.GetTokenAsync(null, default)).Value);
        Assert.Equal((false, null), (tokens.CanRenew, tokens.ExpiresAt));
        Assert.Empty(_asks);
    }

    [Fact]
    public void Response_without_a_token_is_an_error_and_one_without_a_lifetime_gives_an_hour()
    {
        Assert.Equal(
            ErrorCode.UnexpectedAnswer,
            Assert.Throws<SigmaEngineException>(() => AccessTokenProvider.Read(new TokenResponse(), _time.Start)).Kind);
        Assert.Equal(_time.Start.AddHours(1), AccessTokenProvider.Read(new TokenResponse { AccessToken = "t" }, _time.Start).ExpiresAt);
        Assert.Equal(
            _time.Start.AddSeconds(3),
            AccessTokenProvider.Read(new TokenResponse { AccessToken = "t", ExpiresIn = 3 }, _time.Start).ExpiresAt);
        var longest = new TokenResponse { AccessToken = "t", ExpiresIn = AccessToken.LongestLife.TotalSeconds };
        Assert.Equal(_time.Start + AccessToken.LongestLife, AccessTokenProvider.Read(longest, _time.Start).ExpiresAt);
    }

    // How long a test waits for what happens at once, before it calls it a hang.
    private static TimeSpan Patience => TimeSpan.FromSeconds(60);

    private AccessToken Token(string value, int life) => AccessToken.FromLifetime(value, _time.GetUtcNow(), TimeSpan.FromSeconds(life));

    private async Task<AccessToken> GetAsync(AccessToken answer)
    {
        var task = _tokens.GetTokenAsync(null, default);
        _asks[^1].Answer.SetResult(answer);
        return await task.WaitAsync(Patience);
    }

    private Task<AccessToken> AskAsync(Credential credential, CancellationToken cancel)
    {
        var ask = new Ask(_time.GetUtcNow());
        _asks.Add(ask);
        _asked.Add();
        return ask.Answer.Task.WaitAsync(cancel);
    }

    private sealed class Ask(DateTimeOffset at)
    {
        public DateTimeOffset At { get; } = at;

        public TaskCompletionSource<AccessToken> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
