using System;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Session;

/// <summary>Promise 4: gentle and patient, and never more patient than it was asked to be.</summary>
[Collection(ProcessWide.Name)]
public sealed class RetryTests : SandboxTest
{
    private readonly LeapingClock _clock = new();

    private protected override SandboxOptions Options => new() { TimeProvider = _clock };

    private protected override Shell Open() => Shell.ConnectedTo(Server, retryTimeoutSec: 20);

    private protected override void Arrange() => ReadChangedSpec();

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(430)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(0)]
    public void Read_is_repeated_until_it_arrives(int status)
    {
        Server.Faults.Arm(status == 0 ? KnownFaults.Dropped() : KnownFaults.Status(status));
        ShellResult result = Run("Get-SigmaDataModel -Verbose").MustSucceed();
        Assert.NotEmpty(result.Output);
        Assert.Equal(2, Requests.Count());
        Assert.Contains(result.Verbose, line => line.StartsWith("Retry GET v2/dataModels", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(200)]
    public void Throttle_page_of_the_edge_is_a_wait_with_each_status_and_for_a_write_too(int status)
    {
        Server.Faults.Arm(KnownFaults.ThrottlePage(status) with { Method = "PUT" });
        Run("$s | Set-SigmaDataModelSpec").MustSucceed();
        Assert.Equal(2, Requests.Count("PUT"));
        Assert.Equal(3, Organization.GetModel(PlugsOrders).LatestVersion);
    }

    [Fact]
    public void Write_whose_token_is_refused_again_and_again_is_not_a_conflict_although_a_colleague_published()
    {
        Fault refused = KnownFaults.Status(401) with { Method = "PUT" };

        // After a 401, the write is sent again with a new token, at most twice.
        Server.Faults.Arm(refused with { Times = 2 });
        Server.Faults.Arm(refused with
        {
            Meanwhile = () =>
            {
                Organization.EditAsColleague(PlugsOrders, spec => spec["pages"]![0]!["name"] = "Theirs");
                return Task.CompletedTask;
            },
        });
        Assert.Equal("SigmaAuthenticationFailed", Run("$s | Set-SigmaDataModelSpec").ErrorId);
        Assert.Equal(3, Requests.Count("PUT"));
        Assert.Equal("SigmaSpecConflict", Run("$s | Set-SigmaDataModelSpec").ErrorId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [CoversParameter("Connect-Sigma", "RetryTimeoutSec")]
    public void Retry_After_is_honored_in_full_in_both_forms(bool seconds)
    {
        DateTimeOffset until = _clock.GetUtcNow().AddSeconds(3);
        Server.Faults.Arm(seconds ? KnownFaults.Throttled(2) : KnownFaults.Throttled(until));
        Run("Get-SigmaDataModel | Out-Null").MustSucceed();
        RecordedRequest[] requests = [.. Requests.All];
        Assert.Equal(2, requests.Length);

        // The header's date has whole seconds.
        DateTimeOffset due = seconds ? requests[0].Time.AddSeconds(2) : until.AddTicks(-(until.Ticks % TimeSpan.TicksPerSecond));
        Assert.True(requests[1].Time >= due, $"{requests[1].Time} is before {due}");
    }

    [Fact]
    public void Wait_that_is_longer_than_the_budget_fails_at_once_and_reports_when_to_try_again()
    {
        Server.Faults.Arm(KnownFaults.Throttled(3600));
        ShellResult result = Run("Get-SigmaDataModel");
        Assert.Equal("SigmaThrottled", result.ErrorId);
        Assert.Contains("asks to wait until", result.ErrorText);
        Assert.Contains("(3600 s)", result.ErrorText);
        Assert.Equal(1, Requests.Count());
    }

    [Fact]
    public void Last_error_reports_how_often_and_how_long_it_was_tried()
    {
        Shell.Connect(Server, "", 4).MustSucceed();
        Server.Faults.Arm(KnownFaults.Status(503) with { Times = 50 });
        ShellResult result = Run("Get-SigmaDataModel");
        Assert.Equal("SigmaServiceUnavailable", result.ErrorId);
        Assert.Matches(@" [2-4] times in \d", result.ErrorText);
        Assert.InRange(Requests.Find("GET", "/v2/dataModels").Count, 2, 4);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    public void Permanent_error_is_not_retried(int status)
    {
        Server.Faults.Arm(KnownFaults.Status(status) with { Times = 5 });
        Assert.NotEmpty(Run("Get-SigmaDataModel").Errors);
        Assert.Equal(1, Requests.Count());
    }

    [Fact]
    public async Task Redirect_is_not_followed_to_any_host()
    {
        await using SandboxServer elsewhere = await SandboxServer.StartAsync();
        Server.Faults.Arm(KnownFaults.Redirect(new Uri(elsewhere.BaseUrl, "v2/dataModels"), 307));
        Assert.Equal("SigmaUnexpectedAnswer", Run("Get-SigmaDataModel").ErrorId);
        Assert.Empty(elsewhere.Requests.All);
    }

    [Fact]
    public async Task Stop_ends_a_wait()
    {
        _clock.Leaps = false;
        Shell.Connect(Server, "", 3600).MustSucceed();
        Server.Faults.Arm(KnownFaults.Throttled(1500));
        using System.Management.Automation.PowerShell shell = System.Management.Automation.PowerShell.Create(Shell.Runspace);
        shell.AddScript("Get-SigmaDataModel -Verbose");
        IAsyncResult running = shell.BeginInvoke();

        // Before that line it is the request that would be ended, and not the wait.
        while (
            !Enumerable
                .Range(0, shell.Streams.Verbose.Count)
                .Any(i => shell.Streams.Verbose[i].Message.Contains(" in 1500 s: ", StringComparison.Ordinal)))
        {
            await Task.Yield();
        }

        await Task.Run(shell.Stop).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.True(running.IsCompleted);
    }
}
