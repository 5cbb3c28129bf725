using System;
using System.Globalization;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

/// <summary>Whether the run that left a scratch model has ended.</summary>
public sealed class RunIdentityTests
{
    private const string Nobody = "7fffffff";
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Run_of_a_living_process_has_not_ended() => Assert.False(RunIdentity.Current.HasEnded());

    [Fact]
    public void Run_has_ended_when_its_process_has_ended_or_is_another_one()
    {
        var (machine, process, start) = Current();
        Assert.True(RunIdentity.Parse(machine, Nobody, start)!.HasEnded());
        var earlier = long.Parse(start, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) - 3600;
        Assert.True(RunIdentity.Parse(machine, process, earlier.ToString("x", CultureInfo.InvariantCulture))!.HasEnded());
    }

    [Fact]
    public void Run_of_another_machine_is_not_known()
    {
        var (_, process, start) = Current();
        Assert.Null(RunIdentity.Parse("00000000", process, start)!.HasEnded());
        Assert.Null(RunIdentity.Parse("00000000", "x", start));
    }

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, false)]
    [InlineData(61, true)]
    public void Scratch_model_of_another_machine_is_a_leftover_after_an_hour(int minutes, bool isLeftover)
    {
        var (_, process, start) = Current();
        Assert.Equal(isLeftover, Name("00000000", process, start).IsLeftover(Now.AddMinutes(-minutes), Now, isInUse: false));
        Assert.False(Name("00000000", process, start).IsLeftover(Now.AddMinutes(-minutes), Now, isInUse: true));
    }

    [Theory]
    [InlineData(-3, false)]
    [InlineData(-2, true)]
    [InlineData(0, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void Run_is_this_process_within_two_seconds_of_its_start(int seconds, bool expected)
    {
        var (machine, process, start) = Current();
        var other = long.Parse(start, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) + seconds;
        Assert.Equal(expected, RunIdentity.Parse(machine, process, other.ToString("x", CultureInfo.InvariantCulture))!.IsThisProcess);
        Assert.False(RunIdentity.Parse(machine, Nobody, start)!.IsThisProcess);
    }

    [Fact]
    public void Scratch_model_of_this_process_is_a_leftover_unless_it_is_in_use()
    {
        var (machine, process, start) = Current();
        Assert.True(Name(machine, process, start).IsLeftover(Now, Now, isInUse: false));
        Assert.False(Name(machine, process, start).IsLeftover(Now, Now, isInUse: true));
    }

    [Fact]
    public void Name_with_another_digest_is_not_that_of_a_scratch_model()
    {
        var text = ScratchName.Create().Text;
        Assert.Equal(text, ScratchName.Parse(text)?.Text);
        Assert.Null(ScratchName.Parse(text[..^1] + (text[^1] == '0' ? '1' : '0')));
    }

    [Fact]
    public void Scratch_model_of_an_ended_process_is_a_leftover_at_once()
    {
        var (machine, _, start) = Current();
        Assert.True(Name(machine, Nobody, start).IsLeftover(Now, Now, isInUse: false));
    }

    /// <summary>The name of a scratch model of a run.</summary>
    internal static ScratchName Name(string machine, string process, string start)
    {
        var marker = $"{machine}-{process}-{start}-0123456789ab";
        return ScratchName.Parse($"{ScratchName.Prefix}{marker}-{ScratchName.Digest(marker)}")!;
    }

    private static (string Machine, string Process, string Start) Current()
    {
        var parts = RunIdentity.Current.ToString().Split('-');
        return (parts[0], parts[1], parts[2]);
    }
}
