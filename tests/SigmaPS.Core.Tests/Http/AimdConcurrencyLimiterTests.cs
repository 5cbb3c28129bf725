using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Http;

public sealed class AimdConcurrencyLimiterTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly SteppedClock _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly Lines _log = new();
    private readonly List<TaskCompletionSource<ApiResponse>> _sent = [];
    private readonly Tally _sends = new();
    private readonly AimdConcurrencyLimiter _limit;

    public AimdConcurrencyLimiterTests() => _limit = new AimdConcurrencyLimiter(5, TimeSpan.FromSeconds(300), _time);

    [Fact]
    public async Task Five_are_in_flight_and_the_sixth_waits_for_its_turn()
    {
        Task<ApiResponse>[] all = [.. Enumerable.Range(0, 8).Select(_ => Send())];
        Assert.Equal(5, _sent.Count);
        await SucceedAsync(all, 0);
        await UntilSent(6);
        Assert.Equal(6, _sent.Count);

        // One that leaves the queue counts as in flight, so a later one still waits.
        _ = Send();
        Assert.Equal(6, _sent.Count);
    }

    [Fact]
    public async Task Caller_learns_that_its_request_has_to_wait_and_only_then()
    {
        List<int> waited = [];
        Task<ApiResponse>[] all = [.. Enumerable.Range(1, 6).Select(n => Send(_limit, default, () => waited.Add(n)))];
        Assert.Equal([6], waited);
        await SucceedAsync(all, 0, 1, 2, 3, 4);
        await UntilSent(6);
        await SucceedAsync(all, 5);
    }

    [Fact]
    public async Task Throttling_halves_the_limit_down_to_one()
    {
        foreach (int expected in new[] { 2, 1, 1, 1 })
        {
            await ThrottleOneAsync();
            Assert.Equal(expected, _limit.Allowed);
        }

        Assert.Contains(_log.All, line => line.Contains("2 request(s)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_burst_of_refusals_is_one_lowering()
    {
        Task<ApiResponse>[] all = [.. Enumerable.Range(0, 5).Select(_ => Send())];
        foreach (TaskCompletionSource<ApiResponse> sent in _sent.ToArray())
        {
            sent.SetException(Fault(ErrorCode.Throttled));
        }

        await Task.WhenAll(all.Select(task => Assert.ThrowsAsync<SigmaEngineException>(() => task)));
        Assert.Equal(2, _limit.Allowed);
    }

    [Fact]
    public async Task Successes_raise_it_one_by_one_and_never_above_the_most()
    {
        await ThrottleOneAsync();
        await ThrottleOneAsync();
        List<int> seen = [];
        for (int i = 0; i < 40; i++)
        {
            await SucceedAsync([Send()], 0);
            seen.Add(_limit.Allowed);
        }

        Assert.Equal([1, 2, 3, 4, 5], seen.Prepend(1).Distinct());
        Assert.Equal(
            ["2", "3", "4", "5"],
            _log.All.Where(line => line.StartsWith("Raise", StringComparison.Ordinal)).Select(line => line.Split(' ')[4]));
        Assert.True(seen.FindIndex(n => n == 3) > seen.FindIndex(n => n == 2));
        Assert.Equal(5, _limit.Allowed);
    }

    [Fact]
    public async Task Lowered_limit_lets_none_in_until_enough_have_left()
    {
        Task<ApiResponse>[] all = [.. Enumerable.Range(0, 7).Select(_ => Send())];
        _sent[0].SetException(Fault(ErrorCode.Throttled));
        await Assert.ThrowsAsync<SigmaEngineException>(() => all[0]);
        await SucceedAsync(all, 1, 2);
        Assert.Equal(5, _sent.Count);
        await SucceedAsync(all, 3);
        await UntilSent(6);
        Assert.Equal(6, _sent.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Wait_that_one_is_asked_for_holds_back_the_others_in_full(bool throttled)
    {
        await ThrottleOneAsync(TimeSpan.FromSeconds(30), throttled ? ErrorCode.Throttled : ErrorCode.ServiceUnavailable);
        Task<ApiResponse> other = Send();
        _time.Advance(TimeSpan.FromSeconds(29));
        await Task.Yield();
        Assert.Single(_sent);
        Assert.Contains(_log.All, line => line.Contains("30 s", StringComparison.Ordinal));
        _time.Advance(TimeSpan.FromSeconds(1));
        await UntilSent(2);
        await SucceedAsync([_sent[0].Task, other], 1);
    }

    [Fact]
    public async Task Those_in_line_are_held_back_too()
    {
        Task<ApiResponse>[] all = [.. Enumerable.Range(0, 6).Select(_ => Send())];
        _sent[0].SetException(Fault(ErrorCode.Throttled, TimeSpan.FromSeconds(30)));
        await Assert.ThrowsAsync<SigmaEngineException>(() => all[0]);
        await SucceedAsync(all, 1, 2, 3, 4);
        Assert.Equal(5, _sent.Count);
        await _time.RunUntilAsync(_sends.ReachAsync(6));
        await SucceedAsync(all, 5);
    }

    [Fact]
    public async Task Place_is_free_again_when_a_request_in_line_was_held_back()
    {
        var limit = new AimdConcurrencyLimiter(1, TimeSpan.FromSeconds(300), _time);
        Task<ApiResponse>[] all = [.. Enumerable.Range(0, 3).Select(_ => Send(limit))];
        _sent[0].SetException(Fault(ErrorCode.Throttled, TimeSpan.FromSeconds(30)));
        await Assert.ThrowsAsync<SigmaEngineException>(() => all[0]);
        await _time.RunUntilAsync(_sends.ReachAsync(2));
        _sent[1].SetResult(new ApiResponse(200, "application/json", "{}", null));
        await UntilSent(3);
    }

    [Fact]
    public async Task Successes_of_requests_before_a_lowering_do_not_raise_the_limit()
    {
        Task<ApiResponse>[] all = [.. Enumerable.Range(0, 5).Select(_ => Send())];
        _sent[0].SetException(Fault(ErrorCode.Throttled));
        await Assert.ThrowsAsync<SigmaEngineException>(() => all[0]);
        await SucceedAsync(all, 1, 2, 3, 4);
        Assert.Equal(2, _limit.Allowed);
    }

    [Fact]
    public async Task Pause_longer_than_each_timeout_does_not_block_other_requests()
    {
        await ThrottleOneAsync(TimeSpan.FromSeconds(301));
        Task<ApiResponse> other = Send();
        Assert.Equal(2, _sent.Count);
        await SucceedAsync([_sent[0].Task, other], 1);
    }

    [Fact]
    public async Task Stop_ends_the_wait_and_takes_no_place()
    {
        using CancellationTokenSource stop = new();
        Task<ApiResponse>[] all = [.. Enumerable.Range(0, 5).Select(_ => Send())];
        Task<ApiResponse> stopped = Send(stop.Token);
        Task<ApiResponse> next = Send();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped.WaitAsync(Patience));
        await SucceedAsync(all, 0);
        await UntilSent(6);
        await SucceedAsync([.. all, next], 5);
    }

    private Task<ApiResponse> Send(CancellationToken stop = default) => Send(_limit, stop);

    private Task<ApiResponse> Send(AimdConcurrencyLimiter limit, CancellationToken stop = default, Action? waited = null) => limit.RunAsync(
        () =>
        {
            lock (_sent)
            {
                _sent.Add(new TaskCompletionSource<ApiResponse>(TaskCreationOptions.RunContinuationsAsynchronously));
                _sends.Add();
                return _sent[^1].Task;
            }
        },
        _log,
        stop,
        waited);

    private async Task ThrottleOneAsync(TimeSpan? after = null, ErrorCode kind = ErrorCode.Throttled)
    {
        Task<ApiResponse> one = Send();
        _sent[^1].SetException(Fault(kind, after));
        await Assert.ThrowsAsync<SigmaEngineException>(() => one.WaitAsync(Patience));
    }

    private async Task SucceedAsync(Task<ApiResponse>[] all, params int[] which)
    {
        foreach (int i in which)
        {
            _sent[all.Length == 1 ? ^1 : i].SetResult(new ApiResponse(200, "application/json", "{}", null));
            await all[i].WaitAsync(Patience);
        }
    }

    private Task UntilSent(int count) => _sends.ReachAsync(count).WaitAsync(Patience);

    private static SigmaEngineException Fault(ErrorCode kind, TimeSpan? after = null) => new(kind, "no") { RetryAfter = after };

    private sealed class Lines : ILog
    {
        public List<string> All { get; } = [];

        public void Verbose(string message) => All.Add(message);

        public void Warning(string message) => All.Add(message);
    }
}
