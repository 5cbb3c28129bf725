using System;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Writing;

/// <summary>A PUT without a response: it is confirmed by reading, and nothing is written twice.</summary>
public sealed class LostAnswerTests : SandboxTest
{
    private protected override SandboxOptions Options => new() { TimeProvider = new LeapingClock() };

    private protected override Shell Open() => Shell.ConnectedTo(Server, retryTimeoutSec: 5);

    private protected override void Arrange() => ReadChangedSpec();

    [Theory]
    [InlineData("dropped")]
    [InlineData("502")]
    [InlineData("408")]
    public void Write_that_was_applied_is_a_success_and_is_not_sent_again(string how)
    {
        Server.Faults.Arm(how switch
        {
            "dropped" => KnownFaults.AppliedThenDropped(),
            _ => KnownFaults.AppliedThenFailed(int.Parse(how, System.Globalization.CultureInfo.InvariantCulture)),
        });
        ShellResult result = Run("$s | Set-SigmaDataModelSpec -PassThru").MustSucceed();
        Assert.Equal("Updated", result.Property("Status")!.ToString());
        Assert.Equal(3L, result.Property("VersionAfter"));
        Assert.Equal(1, Requests.Count("PUT"));
        Assert.Equal(3, Organization.GetModel(PlugsOrders).LatestVersion);
    }

    [Fact]
    public void Write_that_is_applied_between_two_looks_is_a_success_and_is_not_sent_again()
    {
        // The waits of the session leap, and the time of the organization goes on only with the second look.
        Shell.Connect(Server, "", 60).MustSucceed();
        FakeTimeProvider time = new(DateTimeOffset.UtcNow);
        Server.Options.TimeProvider = time;
        Requests.Clear();
        Server.Faults.Arm(KnownFaults.AppliedLate(TimeSpan.FromSeconds(1)) with
        {
            Meanwhile = () =>
            {
                Server.Faults.Arm(new Fault
                {
                    Method = "GET",
                    PathContains = "/spec",
                    Skip = 1,
                    Meanwhile = () =>
                    {
                        time.Advance(TimeSpan.FromSeconds(1));
                        return Server.LateRequestsAsync();
                    },
                });
                return Task.CompletedTask;
            },
        });
        ShellResult result = Run("$s | Set-SigmaDataModelSpec -PassThru").MustSucceed();
        Assert.Equal("Updated", result.Property("Status")!.ToString());
        Assert.Equal(3L, result.Property("VersionAfter"));
        Assert.Equal(1, Requests.Count("PUT"));
        Assert.Equal(3, Organization.GetModel(PlugsOrders).LatestVersion);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Write_that_never_arrived_is_sent_once_more_onto_the_same_version(bool dropped)
    {
        Server.Faults.Arm((dropped ? KnownFaults.Dropped() : KnownFaults.Status(500)) with { Method = "PUT" });
        Run("$s | Set-SigmaDataModelSpec").MustSucceed();
        Assert.Equal(2, Requests.Count("PUT"));
        Assert.Equal(3, Organization.GetModel(PlugsOrders).LatestVersion);
    }

    [Fact]
    public void When_somebody_else_has_published_meanwhile_nothing_is_sent_and_the_outcome_is_unknown()
    {
        Server.Faults.Arm(KnownFaults.Dropped() with
        {
            Method = "PUT",
            Meanwhile = () =>
            {
                Organization.EditAsColleague(PlugsOrders, spec => spec["pages"]![0]!["name"] = "Theirs");
                return Task.CompletedTask;
            },
        });
        ShellResult result = Run("$s | Set-SigmaDataModelSpec");
        Assert.Equal("SigmaWriteOutcomeUnknown", result.ErrorId);
        Assert.Contains("Version 2 was live before", result.ErrorText);
        Assert.Equal(1, Requests.Count("PUT"));
    }

    [Fact]
    public void Write_whose_sign_in_failed_was_never_sent_and_is_not_unknown()
    {
        Organization.ExpireAccessTokens();
        Server.Faults.Arm(new Fault { PathContains = "/v2/auth/token", Status = 503, Times = 50 });
        ShellResult result = Run("$s | Set-SigmaDataModelSpec");
        Assert.Equal("SigmaServiceUnavailable", result.ErrorId);
        Assert.Equal(0, Requests.Count("PUT"));
    }
}
