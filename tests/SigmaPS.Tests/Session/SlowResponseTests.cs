using System;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Session;

/// <summary>A response that does not arrive.</summary>
public sealed class SlowResponseTests : SandboxTest
{
    private readonly LeapingClock _clock = new();

    private protected override SandboxOptions Options => new() { TimeProvider = _clock };

    [Fact]
    [CoversParameter("Connect-Sigma", "TimeoutSec")]
    public void Try_that_takes_too_long_is_given_up()
    {
        // The sign-in has this time too.
        Shell.Connect(Server, "-TimeoutSec 5").MustSucceed();
        TaskCompletionSource given = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Server.Faults.Arm(new Fault
        {
            // Without a limit, the response arrives in the end, and the command succeeds.
            Meanwhile = () =>
            {
                _clock.Pass(TimeSpan.FromSeconds(5));
                return Task.WhenAny(given.Task, Task.Delay(TimeSpan.FromSeconds(60)));
            },
        });
        ShellResult result = Run("Get-SigmaDataModel");
        given.SetResult();
        Assert.Equal("SigmaNetworkUnavailable", result.ErrorId);
        Assert.Contains("in time", result.ErrorText, StringComparison.Ordinal);
    }
}
