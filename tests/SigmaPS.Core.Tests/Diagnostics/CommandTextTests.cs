using SigmaPS.Core.Diagnostics;
using Xunit;

namespace SigmaPS.Core.Tests.Diagnostics;

public sealed class CommandTextTests
{
    [Theory]
    [InlineData("", "''")]
    [InlineData("plain", "'plain'")]
    [InlineData("it's \u2018so\u2019 \u201a\u201b", "'it''s \u2018\u2018so\u2019\u2019 \u201a\u201a\u201b\u201b'")]
    [InlineData("$x `n \"q\"", "'$x `n \"q\"'")]
    [InlineData("a\nb", "\"a`nb\"")]
    [InlineData("a\r\n\t$x `b \"q\" \u201cr\u201d\u201e 'i'\u0007", "\"a`r`n`t`$x ``b `\"q`\" `\u201cr`\u201d`\u201e 'i'$([char]7)\"")]
    public void Quote_gives_one_line_that_PowerShell_reads_as_the_same_text(string text, string quoted) =>
        Assert.Equal(quoted, CommandText.Quote(text));
}
