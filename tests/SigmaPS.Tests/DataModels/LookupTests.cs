using System;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.DataModels;

/// <summary>What a live model consists of, through the staged module.</summary>
public sealed class LookupTests : IAsyncLifetime
{
    private const string PlugsOrders = "467bc369-5db7-4963-8172-b24a49dbc75b";
    private SandboxServer _server = null!;
    private Shell _shell = null!;

    public async Task InitializeAsync()
    {
        _server = await SandboxServer.StartAsync();
        _shell = Shell.ConnectedTo(_server);
        _shell.Set("joined", _server.Organization.GetModelByName("Orders Joined").Id);
        _server.Requests.Clear();
    }

    public async Task DisposeAsync()
    {
        _shell.Run("Disconnect-Sigma");
        _shell.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    [CoversParameter("Get-SigmaDataModelElement", "DataModelId")]
    public void Elements_come_with_their_columns_and_with_what_no_spec_shows()
    {
        Assert.Equal("22", _shell.Run($"(Get-SigmaDataModelElement {PlugsOrders}).Columns.Count").MustSucceed().Texts.Single());
        Assert.Contains(
            "input-table",
            _shell.Run("(Get-SigmaDataModel -Name 'Empty Page' | Get-SigmaDataModelElement).Type").MustSucceed().Texts);
    }

    [Fact]
    [CoversParameter("Get-SigmaDataModelElement", "Tag")]
    public void A_tag_asks_for_the_elements_of_its_version()
    {
        _server.Organization.EditAsColleague(_server.Organization.GetModelByName("Orders Joined").Id, spec =>
            spec["pages"]![0]!["elements"]!.AsArray().Clear());
        Assert.NotEmpty(_shell.Run("Get-SigmaDataModelElement $joined -Tag Production").MustSucceed().Output);
        Assert.True(
            _shell
                .Run("@(Get-SigmaDataModelElement $joined).Count -lt @(Get-SigmaDataModelElement $joined -Tag Production).Count")
                .MustSucceed()
                .Output[0]
                is System.Management.Automation.PSObject { BaseObject: true });
        Assert.Equal("SigmaModelNotFound", _shell.Run("Get-SigmaDataModelElement $joined -Tag Nope").ErrorId);
    }

    [Fact]
    [CoversParameter("Get-SigmaDataModelColumn", "DataModelId", "Broken")]
    public void Only_columns_whose_formula_does_not_resolve_are_broken()
    {
        _server.Organization.EditAsColleague(PlugsOrders, spec =>
            spec["pages"]![0]!["elements"]![0]!["columns"]![1]!["formula"] = "[Nothing/Here]");
        Assert.Equal(22, _shell.Run($"Get-SigmaDataModelColumn {PlugsOrders}").MustSucceed().Output.Count);
        ShellResult broken = _shell.Run($"'{PlugsOrders}' | Get-SigmaDataModelColumn -Broken").MustSucceed();
        Assert.Equal(
            ("[Nothing/Here]", "error", true, PlugsOrders),
            (broken.Property("Formula"), broken.Property("Type"), broken.Property("IsBroken"), broken.Property("DataModelId")));
    }

    [Fact]
    public void The_pages_of_both_families_are_followed_and_a_consumer_that_stops_has_cost_one_request()
    {
        _server.Options.PageSizeCap = 2;
        Assert.Equal(22, _shell.Run($"Get-SigmaDataModelColumn {PlugsOrders}").MustSucceed().Output.Count);
        int sources = _shell.Run("Get-SigmaDataModelSource $joined").MustSucceed().Output.Count;
        Assert.True(sources > 2, "the model has too few sources for this test");
        Assert.Equal(
            (sources + 1) / 2,
            _server.Requests.Count("GET", $"/v2/dataModels/{_server.Organization.GetModelByName("Orders Joined").Id}/sources"));
        _server.Requests.Clear();
        _shell.Run($"do {{ Get-SigmaDataModelColumn {PlugsOrders} | ForEach-Object {{ $_; break }} }} while ($false)").MustSucceed();
        Assert.Equal(1, _server.Requests.Count());
    }

    [Fact]
    [CoversParameter("Get-SigmaDataModelSource", "DataModelId")]
    [CoversParameter("Get-SigmaTable", "TableId")]
    public void Sources_lead_to_the_warehouse_tables()
    {
        ShellResult tables = _shell.Run("Get-SigmaDataModelSource $joined | Where-Object Type -eq table | Get-SigmaTable").MustSucceed();
        Assert.Contains("RETAIL / SALES / ORDERS", tables.Texts);
        Assert.Equal("SigmaItemNotFound", _shell.Run($"Get-SigmaTable -TableId {PlugsOrders}").ErrorId);
    }

    [Fact]
    [CoversParameter("Get-SigmaDataModelLineage", "DataModelId")]
    public void Lineage_names_elements_and_what_they_read()
    {
        ShellResult lineage = _shell.Run("Get-SigmaDataModelLineage $joined").MustSucceed();
        Assert.Contains("element", lineage.Texts);
        Assert.Contains("table", lineage.Texts);
        Assert.NotEmpty(_shell.Run("(Get-SigmaDataModelLineage $joined | Where-Object Type -eq element).SourceIds").MustSucceed().Output);
    }

    [Fact]
    [CoversParameter("Get-SigmaDataModelTag", "DataModelId")]
    public void Tags_tell_their_version()
    {
        ShellResult tag = _shell.Run("Get-SigmaDataModelTag $joined").MustSucceed();
        Assert.Equal(
            ("Production", (long)_server.Organization.GetModelByName("Orders Joined").LatestVersion),
            (tag.Property("TagName"), tag.Property("Version")));
        Assert.IsType<DateTimeOffset>(tag.Property("TaggedAt"));
    }

    [Theory]
    [InlineData("Element")]
    [InlineData("Column")]
    [InlineData("Source")]
    [InlineData("Lineage")]
    [InlineData("Tag")]
    public void An_unknown_model_is_an_error_and_the_next_one_still_comes(string noun)
    {
        ShellResult result = _shell.Run($"'467bc369-5db7-4963-8172-000000000000', $joined | Get-SigmaDataModel{noun}");
        Assert.Equal("SigmaModelNotFound", result.ErrorId);
        Assert.NotEmpty(result.Output);
        Assert.Equal("SigmaInvalidArgument", _shell.Run($"Get-SigmaDataModel{noun}").ErrorId);
    }
}
