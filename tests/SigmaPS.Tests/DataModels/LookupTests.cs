using System;
using System.Linq;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.DataModels;

/// <summary>The parts of a live model, through the staged module.</summary>
public sealed class LookupTests : SandboxTest
{
    private protected override void Arrange() => Shell.Set("joined", Organization.GetModelByName("Orders Joined").Id);

    [Fact]
    [CoversParameter("Get-SigmaDataModelElement", "DataModelId")]
    public void Elements_come_with_their_columns_and_with_what_no_spec_shows()
    {
        Assert.Equal("22", Run($"(Get-SigmaDataModelElement {PlugsOrders}).Columns.Count").MustSucceed().Texts.Single());
        Assert.Contains(
            "input-table",
            Run("(Get-SigmaDataModel -Name 'Empty Page' | Get-SigmaDataModelElement).Type").MustSucceed().Texts);
    }

    [Fact]
    [CoversParameter("Get-SigmaDataModelElement", "Tag")]
    public void Tag_asks_for_the_elements_of_its_version()
    {
        Organization.EditAsColleague(Organization.GetModelByName("Orders Joined").Id, spec =>
            spec["pages"]![0]!["elements"]!.AsArray().Clear());
        Assert.NotEmpty(Run("Get-SigmaDataModelElement $joined -Tag Production").MustSucceed().Output);
        Assert.True(
            Run("@(Get-SigmaDataModelElement $joined).Count -lt @(Get-SigmaDataModelElement $joined -Tag Production).Count")
                .MustSucceed()
                .Output[0]
                is System.Management.Automation.PSObject { BaseObject: true });
        Assert.Equal("SigmaModelNotFound", Run("Get-SigmaDataModelElement $joined -Tag Nope").ErrorId);
    }

    [Fact]
    [CoversParameter("Get-SigmaDataModelColumn", "DataModelId", "Broken")]
    public void Only_columns_whose_formula_does_not_resolve_are_broken()
    {
        Organization.EditAsColleague(PlugsOrders, spec =>
            spec["pages"]![0]!["elements"]![0]!["columns"]![1]!["formula"] = "[Nothing/Here]");
        Assert.Equal(22, Run($"Get-SigmaDataModelColumn {PlugsOrders}").MustSucceed().Output.Count);
        ShellResult broken = Run($"'{PlugsOrders}' | Get-SigmaDataModelColumn -Broken").MustSucceed();
        Assert.Equal(
            ("[Nothing/Here]", "error", true, PlugsOrders),
            (broken.Property("Formula"), broken.Property("Type"), broken.Property("IsBroken"), broken.Property("DataModelId")));
    }

    [Fact]
    public void Pages_of_both_families_are_followed_and_a_consumer_that_stops_has_cost_one_request()
    {
        Server.Options.PageSizeCap = 2;
        Assert.Equal(22, Run($"Get-SigmaDataModelColumn {PlugsOrders}").MustSucceed().Output.Count);
        int sources = Run("Get-SigmaDataModelSource $joined").MustSucceed().Output.Count;
        Assert.True(sources > 2, "the model has too few sources for this test");
        Assert.Equal(
            (sources + 1) / 2,
            Requests.Count("GET", $"/v2/dataModels/{Organization.GetModelByName("Orders Joined").Id}/sources"));
        Requests.Clear();
        Run($"do {{ Get-SigmaDataModelColumn {PlugsOrders} | ForEach-Object {{ $_; break }} }} while ($false)").MustSucceed();
        Assert.Equal(1, Requests.Count());
    }

    [Fact]
    [CoversParameter("Get-SigmaDataModelSource", "DataModelId")]
    [CoversParameter("Get-SigmaTable", "TableId")]
    public void Sources_lead_to_the_warehouse_tables()
    {
        ShellResult tables = Run("Get-SigmaDataModelSource $joined | Where-Object Type -eq table | Get-SigmaTable").MustSucceed();
        Assert.Contains("RETAIL / SALES / ORDERS", tables.Texts);
        Assert.Equal("SigmaItemNotFound", Run($"Get-SigmaTable -TableId {PlugsOrders}").ErrorId);
    }

    [Fact]
    [CoversParameter("Get-SigmaDataModelLineage", "DataModelId")]
    public void Lineage_names_elements_and_what_they_read()
    {
        ShellResult lineage = Run("Get-SigmaDataModelLineage $joined").MustSucceed();
        Assert.Contains("element", lineage.Texts);
        Assert.Contains("table", lineage.Texts);
        Assert.NotEmpty(Run("(Get-SigmaDataModelLineage $joined | Where-Object Type -eq element).SourceIds").MustSucceed().Output);
    }

    [Fact]
    [CoversParameter("Get-SigmaDataModelTag", "DataModelId")]
    public void Tags_show_their_version()
    {
        ShellResult tag = Run("Get-SigmaDataModelTag $joined").MustSucceed();
        Assert.Equal(
            ("Production", (long)Organization.GetModelByName("Orders Joined").LatestVersion),
            (tag.Property("TagName"), tag.Property("Version")));
        Assert.IsType<DateTimeOffset>(tag.Property("TaggedAt"));
    }

    [Theory]
    [InlineData("Element")]
    [InlineData("Column")]
    [InlineData("Source")]
    [InlineData("Lineage")]
    [InlineData("Tag")]
    public void Unknown_model_is_an_error_and_the_next_one_still_comes(string noun)
    {
        ShellResult result = Run($"'467bc369-5db7-4963-8172-000000000000', $joined | Get-SigmaDataModel{noun}");
        Assert.Equal("SigmaModelNotFound", result.ErrorId);
        Assert.NotEmpty(result.Output);
        Assert.Equal("SigmaInvalidArgument", Run($"Get-SigmaDataModel{noun}").ErrorId);
    }
}
