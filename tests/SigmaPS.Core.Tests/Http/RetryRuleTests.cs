using System;
using System.Net.Http;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using Xunit;

namespace SigmaPS.Core.Tests.Http;

public sealed class RetryRuleTests
{
    [Theory]
    [InlineData("GET", FaultKind.Throttled, true, true)]
    [InlineData("PUT", FaultKind.Throttled, true, true)]
    [InlineData("POST", FaultKind.NetworkUnavailable, true, true)]
    [InlineData("DELETE", FaultKind.ProxyFailed, true, true)]
    [InlineData("GET", FaultKind.ServiceUnavailable, false, true)]
    [InlineData("GET", FaultKind.NetworkUnavailable, false, true)]
    [InlineData("PUT", FaultKind.ServiceUnavailable, false, false)]
    [InlineData("POST", FaultKind.NetworkUnavailable, false, false)]
    [InlineData("PATCH", FaultKind.ServiceUnavailable, false, false)]
    [InlineData("DELETE", FaultKind.ServiceUnavailable, false, false)]
    [InlineData("GET", FaultKind.TlsFailed, true, false)]
    [InlineData("GET", FaultKind.AuthenticationFailed, true, false)]
    [InlineData("GET", FaultKind.PermissionDenied, false, false)]
    [InlineData("GET", FaultKind.BlockedByEdge, false, false)]
    [InlineData("GET", FaultKind.NotJson, false, false)]
    public void What_is_repeated_follows_from_what_is_known(string method, FaultKind kind, bool unprocessed, bool repeated) =>
        Assert.Equal(repeated, RetryRule.MayRepeat(new HttpMethod(method), new SigmaFaultException(kind, "x") { IsUnprocessed = unprocessed }));

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 2)]
    [InlineData(2, 1, 4)]
    [InlineData(4, 0, 8)]
    [InlineData(20, 1, 60)]
    [InlineData(1000000, 0, 30)]
    public void Waits_double_up_to_a_minute_and_are_jittered(int tries, double random, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryRule.Wait(new SigmaFaultException(FaultKind.Throttled, "x"), tries, random));

    [Fact]
    public void What_the_service_asks_for_is_waited_in_full() =>
        Assert.Equal(TimeSpan.FromSeconds(97), RetryRule.Wait(new SigmaFaultException(FaultKind.Throttled, "x") { RetryAfter = TimeSpan.FromSeconds(97) }, 1, 0));
}
