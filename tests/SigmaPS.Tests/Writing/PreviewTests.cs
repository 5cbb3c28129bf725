using System.Linq;
using System.Management.Automation;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Writing;

/// <summary>The output of -WhatIf and -Confirm.</summary>
public sealed class PreviewTests : SandboxTest
{
    private protected override void Arrange() => ReadSpec();

    [Fact]
    public void Under_WhatIf_a_second_spec_for_one_model_is_reported_as_it_would_be_for_real()
    {
        ShellResult result = Run(
            "$b = $s.PSObject.Copy(); $el.columns[0].description = 'A'; $b.pages[0].elements[0].columns[0].description = 'B'; $s, $b | "
                + "Set-SigmaDataModelSpec -WhatIf"
        );
        Assert.Equal("SigmaSpecDuplicateTarget", result.ErrorId);
    }

    [Fact]
    [CoversParameter("Set-SigmaDataModelSpec", "WhatIf")]
    public void WhatIf_shows_the_change_and_what_it_would_need_and_sends_nothing()
    {
        ShellResult result = Run(
            "$el.columns = $el.columns | Where-Object name -in 'Order Number', 'Date'; $s | Set-SigmaDataModelSpec -WhatIf"
        ).MustSucceed();
        string table = "Page 1 / PLUGS_ELECTRONICS_HANDS_ON_LAB_DATA / ";
        string[] removed =
        [
            "Sku Number",
            "Quantity",
            "Cost",
            "Price",
            "Product Type",
            "Product Family",
            "Product Line",
            "Brand",
            "Product Name",
            "Store Name",
            "Store Key",
            "Store Region",
            "Store State",
            "Store City",
            "Store Zip Code",
            "Store Latitude",
        ];
        string[] expected =
        [
            "What if: Replace the content of \"Plugs Orders\" (467bc369-5db7-4963-8172-b24a49dbc75b, version 2) on "
                + $"{Server.BaseUrl.Authority}, organization {Organization.Id}.",
            .. removed.Select(name => $"  removed column \"{table}{name}\""),
            "  … and 4 more",
            "  would be refused: needs -AllowRemoval",
            "  in all: 20 columns removed",
        ];
        Assert.Equal(expected, result.Host.TrimEnd('\n').Split('\n'));
        Assert.True(expected.Length <= 20);
        Assert.Equal(0, Requests.Count("PUT"));
    }

    [Fact]
    public void Changes_also_go_out_as_an_information_record()
    {
        ShellResult result = Run("$el.columns[0].name = 'Order No'; $s | Set-SigmaDataModelSpec -WhatIf").MustSucceed();
        InformationRecord record = Assert.Single(result.Information, r => r.Tags.Contains("SigmaPS.Plan"));
        Shell.Set("changes", record.MessageData);
        Assert.Equal(
            ["Renamed", "column", "Order Number", "Order No"],
            Run("$p = $changes.Changes[0]; $p.Change; $p.Kind; $p.OldValue; $p.NewValue").Texts);
    }

    [Fact]
    public void Preference_for_WhatIf_is_heard_too()
    {
        ShellResult result = Run(
            "$WhatIfPreference = $true; $el.columns[0].name = 'Order No'; $s.name = 'Other'; $s | Set-SigmaDataModelSpec"
        ).MustSucceed();
        Assert.Contains("renamed column \"Order Number\"", result.Host);
        Assert.Contains("rename it to \"Other\"", result.Host);
        Assert.DoesNotContain(Requests.All, r => r.Method is "PUT" or "PATCH");
    }

    [Fact]
    [CoversParameter("Set-SigmaDataModelSpec", "Confirm")]
    public void Confirm_asks_and_by_default_nobody_is_asked()
    {
        ShellResult asked = Run("$el.columns[0].name = 'Order No'; $s | Set-SigmaDataModelSpec -Confirm");
        Assert.NotEmpty(asked.Errors);
        Assert.Equal(0, Requests.Count("PUT"));
        Run("$s | Set-SigmaDataModelSpec").MustSucceed();
        Assert.Equal(1, Requests.Count("PUT"));
    }

    [Theory]
    [InlineData("$s | Set-SigmaDataModelSpec", "same")]
    [InlineData("$s | Set-SigmaDataModelSpec -WhatIf", "same")]
    [InlineData("$s.pages[0].id = 'other'; $s | Set-SigmaDataModelSpec", "-SendEquivalent")]
    [InlineData("$s.pages[0].id = 'other'; $s | Set-SigmaDataModelSpec -WhatIf", "-SendEquivalent")]
    [InlineData("Restore-SigmaDataModelSpec $s.dataModelId -DocumentVersion 2 -Confirm:$false", "same")]
    [InlineData("Set-SigmaDataModel $s.dataModelId -Name 'Plugs Orders'", "already")]
    [InlineData("Set-SigmaDataModel $s.dataModelId -Name 'Plugs Orders' -WhatIf", "already")]
    [InlineData("Restore-SigmaDataModel $s.dataModelId", "trash")]
    public void Command_reports_in_one_visible_line_that_nothing_differs(string command, string word)
    {
        ShellResult result = Run(command).MustSucceed();
        Assert.Empty(result.Output);
        string line = Assert.Single(result.Host.TrimEnd('\n').Split('\n'));
        Assert.Contains("\"Plugs Orders\" (467bc369-5db7-4963-8172-b24a49dbc75b)", line);
        Assert.Contains(word, line);
        InformationRecord record = Assert.Single(result.Information, r => r.Tags.Contains("SigmaPS.Plan"));
        Assert.Equal(line, record.ToString());
        Assert.Equal(0, Requests.Count("PUT") + Requests.Count("PATCH"));
    }

    [Fact]
    public void Line_about_no_difference_stays_out_of_the_output()
    {
        ShellResult result = Run("$s | Set-SigmaDataModelSpec -PassThru").MustSucceed();
        Assert.Equal("Unchanged", result.Property("Status")!.ToString());
        Assert.Empty(Run("$s | Set-SigmaDataModelSpec 6> $null").MustSucceed().Host);
    }
}
