using System;
using System.Linq;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Specs;

/// <summary>ConvertTo-SigmaMarkdown: the text for a reviewer.</summary>
public sealed class MarkdownTests : SandboxTest
{
    private protected override void Arrange() => ReadSpec();

    [Fact]
    [CoversParameter("ConvertTo-SigmaMarkdown", "InputObject", "Title")]
    public void Changes_are_counted_and_listed_by_element_with_old_and_new_formulas()
    {
        Run(
            "$el.columns[0].formula = '[A/B]'; $el.columns[1].formula = 'If([A] = \"x|y\", `z`)'; $el.metrics += @{ id = 'm'; name = "
                + "'Orders'; formula = 'Count()' }"
        ).MustSucceed();
        string text = Text("$s | Compare-SigmaDataModelSpec | ConvertTo-SigmaMarkdown -Title 'A *title*'");
        Assert.StartsWith(
            "# A &#42;title&#42;\n\n## `Plugs Orders`\n\n**2 columns changed, 1 metric added**\n\n### `Page 1` / ",
            text,
            StringComparison.Ordinal);
        Assert.Contains(
            "| Changed | column `Order Number` | `formula` | `[PLUGS_ELECTRONICS_HANDS_ON_LAB_DATA/Order Number]` → `[A/B]` |\n",
            text,
            StringComparison.Ordinal);
        Assert.Contains(
            " → <code>If&#40;&#91;A&#93; &#61; &#34;x&#124;y&#34;, &#96;z&#96;&#41;</code> |\n",
            text,
            StringComparison.Ordinal);
        Assert.Contains("| Added | metric `Orders` |  | `Count()` |\n", text, StringComparison.Ordinal);
        Assert.Equal(text, Text("ConvertTo-SigmaMarkdown -InputObject @($s | Compare-SigmaDataModelSpec) -Title 'A *title*'"));
    }

    [Fact]
    public void Results_of_a_write_and_several_models_make_one_text()
    {
        Run(
            "$el.columns[0].description = 'x'; $a = $s | Set-SigmaDataModelSpec -PassThru; $t = @(Get-SigmaDataModel -Name 'Orders "
                + "Joined')[0] | Get-SigmaDataModelSpec; $t.pages[0].name = 'First'"
        ).MustSucceed();
        string text = Text("@($a.Changes) + @($t | Compare-SigmaDataModelSpec) | ConvertTo-SigmaMarkdown");
        Assert.Equal(2, text.Split('\n').Count(line => line.StartsWith("## ", StringComparison.Ordinal)));
        Assert.Contains("### Pages\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_an_equal_spec_states_that()
    {
        Assert.Equal("No change.\n", Text("$s | Compare-SigmaDataModelSpec | ConvertTo-SigmaMarkdown"));
        Assert.Equal(
            "No change.\n",
            Text("1, 2 | ForEach-Object { $s | Compare-SigmaDataModelSpec | Where-Object Path } | ConvertTo-SigmaMarkdown"));
    }

    [Fact]
    public void Markdown_writes_nothing_after_an_object_that_it_does_not_know()
    {
        ShellResult result = Run("$el.columns[0].name = 'No'; @(7) + @($s | Compare-SigmaDataModelSpec) | ConvertTo-SigmaMarkdown");
        Assert.Equal("SigmaInvalidSpec", result.ErrorId);
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("ConvertTo-SigmaMarkdown")]
    [InlineData("ConvertTo-SigmaMarkdown $null")]
    [InlineData("@() | ConvertTo-SigmaMarkdown")]
    [InlineData(
        "Get-SigmaDataModelSpec aaaaaaaa-0000-4000-8000-000000000000 -ErrorAction Ignore | Compare-SigmaDataModelSpec | "
            + "ConvertTo-SigmaMarkdown"
    )]
    [InlineData("$s | Compare-SigmaDataModelSpec | Out-Null; @() | ConvertTo-SigmaMarkdown")]
    [InlineData("$s | Compare-SigmaDataModelSpec; @() | ConvertTo-SigmaMarkdown")]
    [InlineData("Compare-SigmaDataModelSpec $s; ConvertTo-SigmaMarkdown")]
    public void Markdown_refuses_input_that_no_comparison_gave(string script)
    {
        ShellResult result = Run(script);
        Assert.Equal("SigmaInvalidArgument", result.ErrorId);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void Comparison_that_failed_is_not_hidden_by_one_that_completed()
    {
        ShellResult result = Run(
            "[pscustomobject]@{ pages = 7 }, $s | ForEach-Object { $_ | Compare-SigmaDataModelSpec } | ConvertTo-SigmaMarkdown");
        Assert.Equal(2, result.Errors.Count);
        Assert.StartsWith("SigmaInvalidArgument,", result.Errors[1].FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void Change_from_a_job_reads_as_the_original()
    {
        Run("$el.columns[0].formula = '[A/B]'; $c = $s | Compare-SigmaDataModelSpec").MustSucceed();
        Shell.Set(
            "back",
            System.Management.Automation.PSSerializer.Deserialize(
                System.Management.Automation.PSSerializer.Serialize(Run("$c").Output.Single(), 5)));
        Assert.Equal(Text("$c | ConvertTo-SigmaMarkdown"), Text("$back | ConvertTo-SigmaMarkdown"));
    }

    private string Text(string script) => Run(script).MustSucceed().Texts.Single()!;
}
