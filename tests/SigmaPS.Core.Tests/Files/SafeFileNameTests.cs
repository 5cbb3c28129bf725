using System;
using System.Text;
using FsCheck.Xunit;
using SigmaPS.Core.Files;
using Xunit;

namespace SigmaPS.Core.Tests.Files;

public sealed class SafeFileNameTests
{
    [Theory]
    [InlineData("Plugs Orders", "Plugs Orders")]
    [InlineData("Sales (EU), v1.2 + tax = all_in", "Sales (EU), v1.2 + tax = all_in")]
    [InlineData("Umsätze 数据", "Umsätze 数据")]
    [InlineData("a/b\\c:d*e?f\"g<h>i|j", "a-b-c-d-e-f-g-h-i-j")]
    [InlineData("[x]`$y;%z%", "x---y--z")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("line\r\nbreak\t\0", "line--break")]
    [InlineData("dots and blanks. . .", "dots and blanks")]
    [InlineData("-rf", "rf")]
    [InlineData("con", "_con")]
    [InlineData("CON", "_CON")]
    [InlineData("nul.txt", "_nul.txt")]
    [InlineData("AUX .b", "_AUX .b")]
    [InlineData("LPT1:", "_LPT1")]
    [InlineData("COM10", "COM10")]
    [InlineData("Console", "Console")]
    [InlineData("", "model")]
    [InlineData("???", "model")]
    [InlineData(" . ", "model")]
    public void Model_name_becomes_a_file_name_for_every_system(string name, string safe) =>
        Assert.Equal(safe, SafeFileName.FromName(name));

    [Fact]
    public void Symbol_beyond_the_first_plane_does_not_break_in_half()
    {
        Assert.Equal("Sales --x", SafeFileName.FromName("Sales \U0001F600x"));
        Assert.DoesNotContain(SafeFileName.FromName(new string('a', 79) + "\U00020000"), char.IsSurrogate);
    }

    [Theory]
    [InlineData('x', 80)]
    [InlineData('é', 80)]
    [InlineData('数', 53)]
    public void Long_name_leaves_room_for_the_rest_of_a_file_name(char letter, int length)
    {
        var safe = SafeFileName.FromName(new string(letter, 300));
        Assert.Equal(length, safe.Length);
        Assert.InRange(Encoding.UTF8.GetByteCount(safe), 20, 160);
    }

    [Property(MaxTest = 1000)]
    public void Any_text_becomes_a_safe_name(string? text)
    {
        var safe = SafeFileName.FromName(text ?? "");
        Assert.NotEmpty(safe);
        Assert.DoesNotContain(safe, c => char.IsControl(c) || "/\\:*?\"<>|[]`$%;'".Contains(c, StringComparison.Ordinal));
        Assert.False(safe[^1] is '.' or ' ' || safe[0] is ' ' or '.' or '-');
        Assert.Equal(safe, SafeFileName.FromName(safe));
    }
}
