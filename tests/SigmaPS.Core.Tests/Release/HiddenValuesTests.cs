using System;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Release;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>Values of environment variables show as their references in everything that a person reads.</summary>
public sealed class HiddenValuesTests
{
    [Fact]
    public void Longer_value_is_hidden_before_a_shorter_one_inside_of_it()
    {
        var hidden = new HiddenValues([Variable("SHORT", "acme-key"), Variable("LONG", "acme-key-of-production")], null);
        Assert.Equal("is ${env:LONG} or ${env:SHORT}.", hidden.Mask("is acme-key-of-production or acme-key."));
    }

    [Fact]
    public void Session_hides_the_values_too()
    {
        using SecretRedactor session = new();
        var hidden = new HiddenValues([Variable("KEY", "acme-key-of-production")], session);
        Assert.False(hidden.IsEmpty);
        Assert.DoesNotContain("acme-key-of-production", session.Redact("is acme-key-of-production."), StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_of_the_session_are_hidden_too()
    {
        using SecretRedactor session = new();
        session.Add("secret-of-the-session");
        var shown = new HiddenValues([Variable("KEY", "acme-key")], session).Mask("is secret-of-the-session or acme-key.");
        Assert.DoesNotContain("secret-of-the-session", shown, StringComparison.Ordinal);
        Assert.EndsWith(" or ${env:KEY}.", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("is acme.", "is ${env:NAME}.")]
    [InlineData("is xab1.", "is x${env:KEY}.")]
    [InlineData("is xab1 yab1.", "is x${env:KEY} y${env:KEY}.")]
    [InlineData("is ab1.", "is ab1.")]
    public void Text_is_hidden_from_four_characters_on(string text, string shown)
    {
        var hidden = new HiddenValues([Variable("KEY", "ab1"), Variable("NAME", "acme")], null);
        hidden.Add(
        [
            new HiddenText("ab1", "${env:KEY}"),
            new HiddenText("xab1", "x${env:KEY}"),
            new HiddenText("xab1 yab1", "x${env:KEY} y${env:KEY}"),
        ]);
        Assert.Equal(shown, hidden.Mask(text));
    }

    [Theory]
    [InlineData("from ${env:KEY}", "from earlier", "from ***")]
    [InlineData("from ${ENV:KEY} on", "from earlier on", "from *** on")]
    [InlineData("from ${env:KEY}", "from two\nlines", "from ***")]
    [InlineData("from ${env:KEY}", "something else", "***")]
    public void Earlier_value_is_known_by_the_text_around_it(string shown, string earlier, string expected) =>
        Assert.Equal(expected, new HiddenText("from today", shown).ShowEarlier(earlier));

    [Fact]
    public void Plan_without_values_hides_nothing()
    {
        Assert.True(HiddenValues.None.IsEmpty);
        Assert.Equal("is acme-key.", HiddenValues.None.Mask("is acme-key."));
        SpecChange[] changes = [new SpecChange(ChangeKind.Added, "element", ["Facts"], "/pages/0")];
        Assert.Same(changes, HiddenValues.None.Mask(changes));
    }

    [Fact]
    public void Value_in_a_list_is_hidden_at_its_place_and_an_earlier_one_at_the_same_place()
    {
        var hidden = new HiddenValues([Variable("KEY", "today-key-1")], null);
        hidden.Add([new HiddenText("from today-key-1", "from ${env:KEY}")]);
        var change = new SpecChange(ChangeKind.Changed, "element", ["Facts"], "/pages/0")
        {
            Property = "future",
            Old = Trees.Object("""{"a":["x","from earlier-key-9","y","z"]}""")["a"],
            New = Trees.Object("""{"a":["x","from today-key-1","y"]}""")["a"],
        };
        var masked = hidden.Mask([change]).Single();
        Assert.Equal("""["x","from ***","y","z"]""", Trees.Compact(masked.Old!));
        Assert.Equal("""["x","from ${env:KEY}","y"]""", Trees.Compact(masked.New!));
    }

    private static VariableValue Variable(string name, string value) =>
        VariableValue.Read("${env:" + name + "}", _ => value, problem => Assert.Fail(problem));
}
