using System;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using Xunit;

namespace SigmaPS.Core.Tests.Diagnostics;

/// <summary>An error is copied in one way, and a copy loses nothing.</summary>
public sealed class SigmaEngineExceptionTests
{
    private static readonly SigmaEngineException Full = new(ErrorCode.Throttled, "Wait.")
    {
        Target = "it",
        Status = 429,
        Code = "too_many",
        RequestId = "r-1",
        IsUnprocessed = true,
        RetryAfter = TimeSpan.FromHours(1),
        Switch = "AllowX",
        Issues = [new SpecIssue("rule", IssueSeverity.Error, "broken")],
    };

    [Fact]
    public void Copy_has_every_value_of_the_original()
    {
        var copy = Full.With(message: "Wait longer.");
        Assert.Equal("Wait longer.", copy.Message);
        Assert.Same(Full, copy.InnerException);
        foreach (
            var property in typeof(SigmaEngineException)
                .GetProperties()
                .Where(property => property.DeclaringType == typeof(SigmaEngineException)))
        {
            Assert.NotNull(property.GetValue(Full));
            Assert.Equal(property.GetValue(Full), property.GetValue(copy));
        }
    }

    [Fact]
    public void Redacted_error_keeps_its_numbers_and_loses_its_inner_exception()
    {
        var shown = Full.With(message: "Echo: secret")
            .Redacted(text => text.Replace("secret", "***", StringComparison.Ordinal).Replace("r-1", "***", StringComparison.Ordinal));
        Assert.Equal(
            ("Echo: ***", "***", 429, TimeSpan.FromHours(1), "AllowX"),
            (shown.Message, shown.RequestId, shown.Status, shown.RetryAfter, shown.Switch));
        Assert.Null(shown.InnerException);
        Assert.Same(Full, Full.Redacted(text => text));
    }
}
