using System;
using System.Net.Http;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using Xunit;

namespace SigmaPS.Core.Tests.Http;

public sealed class RetryPolicyTests
{
    [Theory]
    [InlineData("GET", ErrorCode.Throttled, true, true)]
    [InlineData("PUT", ErrorCode.Throttled, true, true)]
    [InlineData("POST", ErrorCode.NetworkUnavailable, true, true)]
    [InlineData("DELETE", ErrorCode.ProxyFailed, true, true)]
    [InlineData("GET", ErrorCode.ServiceUnavailable, false, true)]
    [InlineData("GET", ErrorCode.NetworkUnavailable, false, true)]
    [InlineData("PUT", ErrorCode.ServiceUnavailable, false, false)]
    [InlineData("POST", ErrorCode.NetworkUnavailable, false, false)]
    [InlineData("PATCH", ErrorCode.ServiceUnavailable, false, false)]
    [InlineData("DELETE", ErrorCode.ServiceUnavailable, false, false)]
    [InlineData("GET", ErrorCode.TlsFailed, true, false)]
    [InlineData("GET", ErrorCode.AuthenticationFailed, true, false)]
    [InlineData("GET", ErrorCode.PermissionDenied, false, false)]
    [InlineData("GET", ErrorCode.BlockedByEdge, false, false)]
    [InlineData("GET", ErrorCode.NotJson, false, false)]
    public void Known_outcome_of_an_attempt_decides_its_repetition(string method, ErrorCode kind, bool unprocessed, bool repeated) =>
        Assert.Equal(
            repeated,
            RetryPolicy.MayRepeat(new HttpMethod(method), new SigmaEngineException(kind, "x") { IsUnprocessed = unprocessed }));

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 2)]
    [InlineData(2, 1, 4)]
    [InlineData(4, 0, 8)]
    [InlineData(20, 1, 60)]
    [InlineData(1000000, 0, 30)]
    public void Waits_double_up_to_a_minute_and_are_jittered(int tries, double random, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryPolicy.Wait(new SigmaEngineException(ErrorCode.Throttled, "x"), tries, random));

    [Theory]
    [InlineData(1)]
    [InlineData(97)]
    public void Requested_delay_is_waited_in_full(int seconds) =>
        Assert.Equal(
            TimeSpan.FromSeconds(seconds),
            RetryPolicy.Wait(new SigmaEngineException(ErrorCode.Throttled, "x") { RetryAfter = TimeSpan.FromSeconds(seconds) }, 1, 1));
}
