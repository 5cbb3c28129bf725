using System;
using System.Linq;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Views;

/// <summary>The layout of a cell: whole words and IDs, with names of each length.</summary>
public sealed class ViewTextTests : ShellTest
{
    [Theory]
    [InlineData("Orders by Region", 10, "Orders by|Region")]
    [InlineData("Retail/Models/Sandbox", 15, "Retail/Models/|Sandbox")]
    [InlineData("My Documents/Examples", 12, "My|Documents/|Examples")]
    [InlineData("CUSTOMER_LIFETIME_VALUE", 12, "CUSTOMER_|LIFETIME_|VALUE")]
    [InlineData("Kundenumsatzentwicklung", 10, "Kundenumsa|tzentwickl|ung")]
    [InlineData("売上分析ダッシュボード", 10, "売上分析ダ|ッシュボー|ド")]
    [InlineData("a🧮🧮🧮", 4, "a🧮|🧮🧮")]
    [InlineData("exactly ten", 11, "exactly ten")]
    [InlineData("", 10, "")]
    public void Cell_breaks_between_words_and_long_words_at_their_joints(string text, int width, string lines) =>
        Assert.Equal(lines.Replace('|', '\n'), Run("Cell($text, $width)", text, width));

    [Fact]
    public void Line_that_begins_with_an_agent_command_after_a_wrap_is_escaped()
    {
        Assert.DoesNotContain("\n::", Run("Cell($text, $width)", "aaaaaaa ::error::x", 9), StringComparison.Ordinal);
        Assert.DoesNotContain("##[", Run("Cell($text, $width)", "aaaaaaa ##[section]x", 9), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_too_long_ends_with_an_ellipsis_behind_a_whole_word()
    {
        string text = string.Join(' ', Enumerable.Repeat("seven77", 40));
        string[] lines = Run("Rest($text, $width, $null, 3)", text, 49).Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.EndsWith("seven77 …", lines[2], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 30));
    }

    [Fact]
    public void Name_and_ID_have_lines_of_their_own_and_a_missing_one_has_none()
    {
        Assert.Equal("Orders\nabc", Run("Named($text, 'abc', $width)", "Orders", 36));
        Assert.Equal("abc", Run("Named($null, 'abc', $width)", "", 36));
        Assert.Equal("Orders", Run("Named($text, $null, $width)", "Orders", 36));
    }

    [Fact]
    public void Member_is_shown_by_its_ID_without_a_session() => Assert.Equal("Gm0tRQp8", Run("Member($text)", "Gm0tRQp8", 0));

    private string Run(string call, string text, int width)
    {
        Shell.Set("text", text);
        Shell.Set("width", width);
        return Run($"[SigmaPS.ViewText]::{call}").MustSucceed().Texts.Single()!;
    }
}
