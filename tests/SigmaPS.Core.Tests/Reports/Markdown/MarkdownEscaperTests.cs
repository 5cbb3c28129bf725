using System;
using SigmaPS.Core.Reports;
using Xunit;

namespace SigmaPS.Core.Tests.Reports;

public sealed class MarkdownEscaperTests
{
    [Theory]
    [InlineData("[Orders/Amount] * 2", "`[Orders/Amount] * 2`")]
    [InlineData("<b>@octocat</b>", "`<b>@octocat</b>`")]
    [InlineData("a|b", "<code>a&#124;b</code>")]
    [InlineData("a\\|b", "<code>a&#92;&#124;b</code>")]
    [InlineData("say `x`", "<code>say &#96;x&#96;</code>")]
    [InlineData("one\r\ntwo\nthree", "<code>one<br>two<br>three</code>")]
    [InlineData(" padded ", "<code>&#32;padded&#32;</code>")]
    [InlineData("##vso[task.setvariable]x", "<code>&#35;&#35;vso&#91;task&#46;setvariable&#93;x</code>")]
    [InlineData("a\u001b[2Jb", "<code>a\u241b&#91;2Jb</code>")]
    [InlineData("a\u202eb", "<code>a\ufffdb</code>")]
    [InlineData("</code><img src=x>`", "<code>&#60;&#47;code&#62;&#60;img src&#61;x&#62;&#96;</code>")]
    [InlineData("", "(empty)")]
    public void Code_shows_a_text_exactly_and_stays_in_its_cell(string text, string markdown) =>
        Assert.Equal(markdown, MarkdownEscaper.Code(text));

    [Fact]
    public void Long_texts_are_cut_between_characters_with_a_mark()
    {
        var text = new string('x', 1999) + "\U0001F600" + new string('y', 98);
        var shown = MarkdownEscaper.Code(text);
        Assert.EndsWith("x` … and 100 more characters", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_text_is_not_markup() => Assert.Equal("&#42;a&#42; &#60;b&#62; &#35;1<br>c", MarkdownEscaper.Plain("*a* <b> #1\nc"));

    [Fact]
    public void Table_fills_the_cells_that_are_missing()
    {
        var table = new MarkdownTable("A", "B");
        table.Add("1");
        Assert.Equal("| A | B |\n| --- | --- |\n| 1 |  |\n", table.ToString());
    }
}
