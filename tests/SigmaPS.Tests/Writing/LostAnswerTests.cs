using System;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Writing;

/// <summary>No answer came to a PUT: it is settled by looking, and nothing is written twice.</summary>
public sealed class LostAnswerTests : IAsyncLifetime
{
    private const string PlugsOrders = "467bc369-5db7-4963-8172-b24a49dbc75b";
    private SandboxServer _server = null!;
    private Shell _shell = null!;

    public async Task InitializeAsync()
    {
        _server = await SandboxServer.StartAsync();
        _shell = Shell.ConnectedTo(_server, retryTimeoutSec: 5);
        _shell.Run($"$s = Get-SigmaDataModelSpec {PlugsOrders}; $s.pages[0].elements[0].columns[0].description = 'mine'").MustSucceed();
        _server.Requests.Clear();
    }

    public async Task DisposeAsync()
    {
        _shell.Run("Disconnect-Sigma");
        _shell.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("dropped")]
    [InlineData("502")]
    public void A_write_that_was_applied_is_a_success_and_is_not_sent_again(string how)
    {
        _server.Faults.Arm(how switch
        {
            "dropped" => KnownFaults.AppliedThenDropped(),
            _ => KnownFaults.AppliedThenFailed(),
        });
        ShellResult result = _shell.Run("$s | Set-SigmaDataModelSpec -PassThru").MustSucceed();
        Assert.Equal("Updated", result.Property("Status")!.ToString());
        Assert.Equal(3L, result.Property("VersionAfter"));
        Assert.Equal(1, _server.Requests.Count("PUT"));
        Assert.Equal(3, _server.Organization.GetModel(PlugsOrders).LatestVersion);
    }

    [Fact]
    public void A_write_that_is_applied_between_two_looks_is_a_success_and_is_not_sent_again()
    {
        FakeTimeProvider time = new(DateTimeOffset.UtcNow);
        _server.Options.TimeProvider = time;
        _shell.Connect(_server, "", 60).MustSucceed();
        _server.Requests.Clear();
        _server.Faults.Arm(KnownFaults.AppliedLate(TimeSpan.FromSeconds(1)) with
        {
            Meanwhile = () =>
            {
                _server.Faults.Arm(new Fault
                {
                    Method = "GET",
                    PathContains = "/spec",
                    Skip = 1,
                    Meanwhile = () =>
                    {
                        time.Advance(TimeSpan.FromSeconds(1));
                        return _server.LateRequestsAsync();
                    },
                });
                return Task.CompletedTask;
            },
        });
        ShellResult result = _shell.Run("$s | Set-SigmaDataModelSpec -PassThru").MustSucceed();
        Assert.Equal("Updated", result.Property("Status")!.ToString());
        Assert.Equal(3L, result.Property("VersionAfter"));
        Assert.Equal(1, _server.Requests.Count("PUT"));
        Assert.Equal(3, _server.Organization.GetModel(PlugsOrders).LatestVersion);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_write_that_never_arrived_is_sent_once_more_onto_the_same_version(bool dropped)
    {
        _server.Faults.Arm((dropped ? KnownFaults.Dropped() : KnownFaults.Status(500)) with { Method = "PUT" });
        _shell.Run("$s | Set-SigmaDataModelSpec").MustSucceed();
        Assert.Equal(2, _server.Requests.Count("PUT"));
        Assert.Equal(3, _server.Organization.GetModel(PlugsOrders).LatestVersion);
    }

    [Fact]
    public void When_somebody_else_has_published_meanwhile_nothing_is_sent_and_the_outcome_is_unknown()
    {
        _server.Faults.Arm(KnownFaults.Dropped() with
        {
            Method = "PUT",
            Meanwhile = () =>
            {
                _server.Organization.EditAsColleague(PlugsOrders, spec => spec["pages"]![0]!["name"] = "Theirs");
                return Task.CompletedTask;
            },
        });
        ShellResult result = _shell.Run("$s | Set-SigmaDataModelSpec");
        Assert.Equal("SigmaWriteOutcomeUnknown", result.ErrorId);
        Assert.Contains("Version 2 was live before", result.ErrorText);
        Assert.Equal(1, _server.Requests.Count("PUT"));
    }

    [Fact]
    public void A_write_whose_sign_in_failed_was_never_sent_and_is_not_unknown()
    {
        _server.Organization.ExpireAccessTokens();
        _server.Faults.Arm(new Fault { PathContains = "/v2/auth/token", Status = 503, Times = 50 });
        ShellResult result = _shell.Run("$s | Set-SigmaDataModelSpec");
        Assert.Equal("SigmaServiceUnavailable", result.ErrorId);
        Assert.Equal(0, _server.Requests.Count("PUT"));
    }
}
