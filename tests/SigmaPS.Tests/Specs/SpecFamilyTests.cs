using System.Linq;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Specs;

/// <summary>The commands for elements and metrics of a spec in memory.</summary>
public sealed class SpecFamilyTests : SandboxTest
{
    private protected override void Arrange() => Run("$s = Get-SigmaDataModelSpec 06de7885-847b-468d-a96e-7db8f5b84bb1").MustSucceed();

    [Theory]
    [InlineData("Get-SigmaSpecElement -Spec $s -Name ord*", "Orders|Orders by Region")]
    [InlineData("$s | Get-SigmaSpecElement -Id tblOrders1", "Orders")]
    [InlineData("$s | Get-SigmaSpecMetric -Name disc*", "Orders / Discounts")]
    [InlineData("Get-SigmaSpecMetric -Spec $s -Element Orders -Id mCount0005", "Orders / mCount0005")]
    [CoversParameter("Get-SigmaSpecElement", "Spec", "Name", "Id")]
    [CoversParameter("Get-SigmaSpecMetric", "Spec", "Element", "Name", "Id")]
    public void Get_lists_items_by_display_name(string script, string names) =>
        Assert.Equal(names.Split('|'), Run(script).MustSucceed().Texts);

    [Fact]
    [CoversParameter("Rename-SigmaSpecElement", "Spec", "Name", "NewName")]
    public void Rename_element_updates_formulas_and_shows_one_line()
    {
        ShellResult renamed = Run(
            "$kept = $s.pages[0].elements[0]; $same = Rename-SigmaSpecElement -Spec $s -Name Orders -NewName 'Sales/Orders'; "
                + "[object]::ReferenceEquals($same, $s); $kept.name"
        ).MustSucceed();
        Assert.Equal(["True", "Sales/Orders"], renamed.Texts);
        Assert.Single(renamed.Information, record => record.Tags.Contains("PSHOST"));
        Assert.Equal(
            "[Sales\\/Orders/Region]",
            Run("(Get-SigmaSpecColumn -Spec $s -Element 'Orders by Region' -Name Region).Formula").Texts[0]);
        ShellResult put = Run("$s | Set-SigmaDataModelSpec -PassThru -AllowBreak").MustSucceed();
        Assert.Equal("Updated", put.Property("Status")!.ToString());
        Assert.Empty(Run("Get-SigmaDataModelColumn 06de7885-847b-468d-a96e-7db8f5b84bb1 -Broken").Output);
    }

    [Fact]
    [CoversParameter("Rename-SigmaSpecMetric", "Spec", "Element", "Name", "NewName")]
    [CoversParameter("Remove-SigmaSpecMetric", "Spec", "Element", "Name")]
    public void Metric_is_renamed_renamed_back_and_removed()
    {
        Run("Rename-SigmaSpecMetric -Spec $s -Element Orders -Name mCount0005 -NewName 'Order Count' | Out-Null").MustSucceed();
        Assert.Equal("Orders / Order Count", Run("Get-SigmaSpecMetric -Spec $s -Name 'Order Count'").Texts.Single());
        Assert.Equal(
            "Unchanged",
            Run(
                "$s | Rename-SigmaSpecMetric -Element Orders -Name 'Order Count' -NewName mCount0005 | Set-SigmaDataModelSpec -PassThru"
            ).MustSucceed().Property("Status")!
                .ToString());
        Assert.Equal(
            "4",
            Run("@(Remove-SigmaSpecMetric -Spec $s -Element Orders -Name mCount0005 | Get-SigmaSpecMetric).Count").MustSucceed().Texts[0]);
    }

    [Fact]
    [CoversParameter("Remove-SigmaSpecElement", "Spec", "Name")]
    public void Elements_are_removed_together()
    {
        ShellResult removed = Run("Remove-SigmaSpecElement -Spec $s -Name 'Region Totals', byRegion04 | Get-SigmaSpecElement")
            .MustSucceed();
        Assert.Equal(["Orders", "Customers", "Stores"], removed.Texts);
    }

    [Theory]
    [InlineData("Rename-SigmaSpecElement -Spec $s -Name Nothing -NewName X", "SigmaSpecItemNotFound")]
    [InlineData("Rename-SigmaSpecElement -Spec $s -Name Orders -NewName Stores", "SigmaEditRefused")]
    [InlineData("Rename-SigmaSpecElement -Spec $s -Name Orders", "SigmaInvalidArgument")]
    [InlineData("Rename-SigmaSpecMetric -Spec $s -Element Orders -Name Discounts -NewName Region", "SigmaEditRefused")]
    [InlineData("Rename-SigmaSpecMetric -Spec $s -Element Orders -Name 'Avg Order Value' -NewName X", "SigmaEditRefused")]
    [InlineData("Remove-SigmaSpecMetric -Spec $s -Element Orders", "SigmaInvalidArgument")]
    [InlineData("Remove-SigmaSpecElement -Spec $s -Name Orders", "SigmaEditRefused")]
    [InlineData("Remove-SigmaSpecElement -Name Orders", "SigmaInvalidArgument")]
    public void Failed_edit_leaves_the_spec_as_it_was(string script, string id)
    {
        string? before = Run("$s.pages | ForEach-Object { [string]$_.elements.Count + ($_.elements.columns.formula -join '|') }").Texts[0];
        ShellResult result = Run(script);
        Assert.Equal(id, result.ErrorId);
        Assert.Empty(result.Output);
        Assert.Equal(
            before,
            Run("$s.pages | ForEach-Object { [string]$_.elements.Count + ($_.elements.columns.formula -join '|') }").Texts[0]);
    }
}
