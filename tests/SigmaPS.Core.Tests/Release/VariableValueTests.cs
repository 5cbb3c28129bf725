using System;
using System.Collections.Generic;
using SigmaPS.Core.Release;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>Variables of an environment, whose values can come from environment variables of the process.</summary>
public sealed class VariableValueTests
{
    [Fact]
    public void Value_contains_that_of_the_environment_variable_and_shows_its_reference()
    {
        var value = VariableValue.Read("of ${env:KEY}.", name => name == "KEY" ? "acme-key" : null, Assert.Fail);
        Assert.Equal(("of acme-key.", "of ${env:KEY}."), (value.Text, value.Shown));
        Assert.Equal([new HiddenValue("${env:KEY}", "acme-key")], value.Hidden);
    }

    [Theory]
    [InlineData("A=B", "value", "'${env:A=B}'")]
    [InlineData("KEY", null, "KEY is not set")]
    [InlineData("KEY", "", "KEY is not set")]
    [InlineData("KEY", "$(Secret.Key)", "KEY contains a pipeline variable")]
    public void Environment_variable_without_a_usable_value_is_a_problem(string name, string? found, string expected)
    {
        var problems = new List<string>();
        var asked = new List<string>();
        var value = VariableValue.Read("of ${env:" + name + "}.", Ask, problems.Add);
        Assert.Contains(expected, Assert.Single(problems), StringComparison.Ordinal);
        Assert.Equal("of .", value.Text);
        Assert.Empty(value.Hidden);
        Assert.Equal(name == "KEY" ? ["KEY"] : [], asked);

        string? Ask(string name)
        {
            asked.Add(name);
            return found;
        }
    }

    [Fact]
    public void Variables_are_replaced_in_the_content_and_those_without_a_value_are_missing()
    {
        var environment = new ReleaseEnvironment("prod", "sigma.environments.json")
        {
            KnownVariables = ["year", "month"],
            Variables = new Dictionary<string, VariableValue> { ["year"] = VariableValue.Read("2026", _ => null, Assert.Fail) },
        };
        var document = SampleModel.With("set /description \"${year}-${month}-${day}\"", "set /name \"${year}\"");
        var substituted = VariableSubstitution.Apply(document, environment);
        Assert.Equal(("${year}", "2026-${month}-${day}"), (document.Name, document.Description));
        Assert.Equal("month", Assert.Single(substituted.Missing));
    }

    [Fact]
    public void Variables_are_replaced_at_any_depth_and_a_text_with_a_secret_is_hidden()
    {
        var environment = new ReleaseEnvironment("prod", "sigma.environments.json")
        {
            KnownVariables = ["year", "key"],
            Variables = new Dictionary<string, VariableValue>
            {
                ["year"] = VariableValue.Read("2026", _ => null, Assert.Fail),
                ["key"] = VariableValue.Read("${env:KEY}", _ => "acme", Assert.Fail),
            },
        };
        var document = SampleModel.With("set $orders/description \"in ${year}\"", "set $orders/source/path/1 \"${key}_${year}\"");
        var substituted = VariableSubstitution.Apply(document, environment);
        var expected = SampleModel.With("set $orders/description \"in 2026\"", "set $orders/source/path/1 \"acme_2026\"");
        Assert.Equal(Trees.Compact(expected.Root), Trees.Compact(document.Root));
        var hidden = Assert.Single(substituted.Hidden);
        Assert.Equal(("acme_2026", "${env:KEY}_2026"), (hidden.Text, hidden.Shown));
        Assert.Empty(substituted.Missing);
    }

    [Theory]
    [InlineData("${day} of ${year}", true)]
    [InlineData("${day} of year", false)]
    [InlineData("year", false)]
    public void Text_uses_a_variable_when_one_of_its_uses_is_declared(string text, bool expected) =>
        Assert.Equal(expected, VariableSubstitution.Uses(text, new HashSet<string> { "year" }));
}
