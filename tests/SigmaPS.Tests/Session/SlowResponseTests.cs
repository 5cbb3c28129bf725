using System;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Session;

/// <summary>A response that does not arrive.</summary>
public sealed class SlowResponseTests : SandboxTest
{
    [Fact]
    [CoversParameter("Connect-Sigma", "TimeoutSec")]
    public void A_try_that_takes_too_long_is_given_up()
    {
        // The sign-in has this time too.
        Shell.Connect(Server, "-TimeoutSec 5").MustSucceed();
        Server.Faults.Arm(KnownFaults.Slow(TimeSpan.FromHours(1)));
        ShellResult result = Run("Get-SigmaDataModel");
        Assert.Equal("SigmaNetworkUnavailable", result.ErrorId);
        Assert.Contains("in time", result.ErrorText, StringComparison.Ordinal);
    }
}
