using System;
using System.Globalization;
using System.Net.Http;
using SigmaPS.Core.Http;
using Xunit;

namespace SigmaPS.Core.Tests.Http;

public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("7", 7)]
    [InlineData("3600", 3600)]
    [InlineData("Thu, 01 Jan 2026 12:00:09 GMT", 9)]
    [InlineData("Thu, 01 Jan 2026 11:59:00 GMT", 0)]
    public void Seconds_and_dates_are_understood_and_a_past_date_is_not_a_wait(string header, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), GetDelay(header));

    [Theory]
    [InlineData(null)]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("1.5")]
    [InlineData("")]
    public void Unusable_header_is_ignored_like_an_absent_one(string? header) => Assert.Null(GetDelay(header));

    [Fact]
    public void Date_counts_by_the_given_clock_and_not_by_the_machine_s() =>
        Assert.Equal(TimeSpan.FromHours(1), GetDelay(Now.AddHours(1).ToString("R", CultureInfo.InvariantCulture)));

    private static TimeSpan? GetDelay(string? header)
    {
        using var response = new HttpResponseMessage();
        if (header is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", header);
        }

        return RetryAfter.GetDelay(response, Now);
    }
}
