using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Http;

public sealed class RetryHandlerTests
{
    private static readonly Uri Address = new("https://api.test/");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly SteppedClock _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly Lines _log = new();
    private readonly List<HttpRequestMessage> _messages = [];
    private IReadOnlyList<string?> _bodies = [];
    private int _sent;

    [Fact]
    public async Task Success_is_given_after_as_many_waits_as_it_takes()
    {
        Task<ApiResponse> run = Run(() => _sent < 4 ? throw Fault(ErrorCode.Throttled) : Answer(), default);
        await _time.RunUntilAsync(run);
        Assert.Equal(200, (await run).Status);
        Assert.Equal(4, _sent);
        Assert.Equal(3, _log.All.FindAll(line => line.StartsWith("Retry ", StringComparison.Ordinal)).Count);
    }

    [Fact]
    public async Task Budget_is_never_exceeded_and_the_last_error_reports_how_often_it_was_tried()
    {
        Task<ApiResponse> run = Run(() => throw Fault(ErrorCode.ServiceUnavailable), default);
        await _time.RunUntilAsync(run);
        SigmaEngineException e = await Assert.ThrowsAsync<SigmaEngineException>(() => run);
        Assert.Contains($"{_sent} times", e.Message, StringComparison.Ordinal);
        Assert.InRange(_log.All.Sum(ChosenWait), 1, 100);
        Assert.InRange(_time.GetUtcNow() - _time.Start, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(100));
    }

    [Fact]
    public async Task Wait_beyond_the_budget_fails_at_once_and_reports_when()
    {
        SigmaEngineException e = await Assert.ThrowsAsync<SigmaEngineException>(() =>
            Run(() => throw Fault(ErrorCode.Throttled, TimeSpan.FromSeconds(101)), default));
        Assert.Contains("asks to wait until 2026-01-01 00:01:41Z", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("tried", e.Message, StringComparison.Ordinal);
        Assert.Equal(1, _sent);
    }

    [Fact]
    public async Task Wait_that_the_service_asks_for_is_waited_in_full()
    {
        List<DateTimeOffset> times = [];
        Task<ApiResponse> run = Run(
            () =>
            {
                times.Add(_time.GetUtcNow());
                return times.Count == 1 ? throw Fault(ErrorCode.Throttled, TimeSpan.FromSeconds(30)) : Answer();
            },
            default);
        await _time.RunUntilAsync(run);
        await run;
        Assert.InRange(times[1] - times[0], TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(31));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    public async Task Write_that_is_sent_again_is_checked_again(int sends, int expected)
    {
        var (checks, turn) = (0, new WriteTurn());
        FreshnessCheck freshness = new(_time.GetUtcNow(), new FakeTimeProvider(_time.Start), turn, 0, _ => Task.FromResult(checks++));
        ApiRequest request = new(HttpMethod.Put, "v2/x") { Freshness = freshness };
        Task<ApiResponse> run = Run(request, () => _sent < sends ? throw Fault(ErrorCode.Throttled) : Answer(), default);
        await _time.RunUntilAsync(run);
        await run;
        await freshness.SendAsync(() => Task.FromResult(true), default);
        Assert.Equal(expected, checks);
    }

    [Fact]
    public async Task Request_of_a_stopped_command_is_not_sent()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Run(Answer, new CancellationToken(true)));
        Assert.Equal(0, _sent);
    }

    [Fact]
    public async Task Stop_ends_a_wait()
    {
        using CancellationTokenSource stop = new();
        Task<ApiResponse> run = Run(() => throw Fault(ErrorCode.Throttled), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(Patience));
        Assert.Equal(1, _sent);
    }

    [Fact]
    public async Task Request_with_a_short_timeout_of_its_own_fails_sooner()
    {
        ApiRequest request = new(HttpMethod.Get, "v2/whoami") { MostPatience = TimeSpan.Zero };
        await Assert.ThrowsAsync<SigmaEngineException>(() => Run(request, () => throw Fault(ErrorCode.Throttled), default));
        Assert.Equal(1, _sent);
    }

    [Fact]
    public async Task Request_that_a_write_waits_for_is_not_retried()
    {
        ApiCall call = new(Address, new ApiRequest(HttpMethod.Get, "v2/x"), _log) { IsWithinWrite = true };
        await Assert.ThrowsAsync<SigmaEngineException>(() => RunAsync(call, () => throw Fault(ErrorCode.Throttled), default));
        Assert.Equal(1, _sent);
    }

    [Fact]
    public async Task Each_attempt_sends_a_message_of_its_own_with_the_same_body()
    {
        ApiRequest request = new(HttpMethod.Put, "v2/x") { Body = "{}" };
        Task<ApiResponse> run = Run(request, () => _sent < 3 ? throw Fault(ErrorCode.Throttled) : Answer(), default);
        await _time.RunUntilAsync(run);
        await run;
        Assert.Equal(3, _messages.Distinct().Count());
        Assert.Equal(["{}", "{}", "{}"], _bodies);
    }

    private Task<ApiResponse> Run(Func<ApiResponse> answer, CancellationToken stop) =>
        Run(new ApiRequest(HttpMethod.Get, "v2/x"), answer, stop);

    private Task<ApiResponse> Run(ApiRequest request, Func<ApiResponse> answer, CancellationToken stop) =>
        RunAsync(new ApiCall(Address, request, _log), answer, stop);

    private async Task<ApiResponse> RunAsync(ApiCall call, Func<ApiResponse> answer, CancellationToken stop)
    {
        RetryOptions patience = new() { TotalTimeout = TimeSpan.FromSeconds(100) };
        FakeService service = new((message, _) =>
        {
            _sent++;
            _messages.Add(message);
            return new ApiResponseMessage(answer());
        });
        using HttpMessageInvoker invoker = new(new RetryHandler(patience, _time, () => 1) { InnerHandler = service });
        using HttpRequestMessage message = call.CreateMessage();
        try
        {
            return ((ApiResponseMessage)await invoker.SendAsync(message, stop)).Response;
        }
        finally
        {
            _bodies = [.. service.Bodies];
        }
    }

    private static double ChosenWait(string line) =>
        double.Parse(Regex.Match(line, "^Retry .* in (?<wait>[0-9.]+) s:").Groups["wait"].Value, CultureInfo.InvariantCulture);

    private static ApiResponse Answer() => new(200, "application/json", "{}", null);

    private static SigmaEngineException Fault(ErrorCode kind, TimeSpan? after = null) =>
        new(kind, "no") { IsUnprocessed = kind == ErrorCode.Throttled, RetryAfter = after };

    private sealed class Lines : ILog
    {
        public List<string> All { get; } = [];

        public void Verbose(string message) => All.Add(message);

        public void Warning(string message) => All.Add(message);
    }
}
