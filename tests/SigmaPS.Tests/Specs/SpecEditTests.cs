using System;
using System.Linq;
using System.Text.Json.Nodes;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Specs;

/// <summary>The edits that are a trap by hand, from a live spec in memory and back.</summary>
public sealed class SpecEditTests : SandboxTest
{
    private protected override void Arrange() => Run("$s = Get-SigmaDataModelSpec 06de7885-847b-468d-a96e-7db8f5b84bb1").MustSucceed();

    [Theory]
    [InlineData("-Spec $s", "")]
    [InlineData("-Spec $s -Element Orders", "Orders")]
    [InlineData("-Spec $s -Element tblOrd*", "Orders")]
    [InlineData("-Spec $s -Name 'order id' -Element Orders", "Orders")]
    [InlineData("-Spec $s -Id *ORDER_ID -Element Orders", "Orders")]
    [CoversParameter("Get-SigmaSpecColumn", "Spec", "Element", "Name", "Id")]
    public void Columns_are_listed_by_what_they_show(string arguments, string element)
    {
        ShellResult found = Run($"Get-SigmaSpecColumn {arguments}").MustSucceed();
        Assert.NotEmpty(found.Output);
        Assert.All(found.Output, column => Assert.Contains(element, column!.ToString(), StringComparison.Ordinal));
        Assert.Equal(arguments.Contains("id", StringComparison.OrdinalIgnoreCase) ? 1 : found.Output.Count, found.Output.Count);
    }

    [Fact]
    public void Column_has_its_path()
    {
        ShellResult found = Run("Get-SigmaSpecColumn $s -Element Orders -Name 'Order Id'").MustSucceed();
        Assert.Equal("[ORDERS/Order Id]", found.Property("Formula"));
        Assert.Equal("tblOrders1", found.Property("ElementId"));
        string pointer = (string)found.Property("Pointer")!;
        Assert.StartsWith("/pages/", pointer, StringComparison.Ordinal);
        Assert.Equal("06de7885-847b-468d-a96e-7db8f5b84bb1", found.Property("DataModelId"));
    }

    [Fact]
    [CoversParameter("Rename-SigmaSpecColumn", "Spec", "Element", "Name", "NewName")]
    public void Rename_changes_the_given_spec_and_goes_live_on_its_base_version()
    {
        ShellResult renamed = Run(
            "Rename-SigmaSpecColumn -Spec $s -Element Orders -Name Region -NewName 'Sales/Region' -Verbose -InformationVariable said "
                + "-OutVariable copy; $said"
        ).MustSucceed();
        Assert.NotEmpty(renamed.Verbose);
        Assert.NotEmpty(renamed.Information);
        Assert.Contains("SigmaPS.Edit", renamed.Information[0].Tags);
        Assert.Equal("1", Run("@(Get-SigmaSpecColumn $s -Name 'Sales/Region').Count").Texts[0]);
        Assert.Equal("SigmaBreaksConsumers", Run("$s | Set-SigmaDataModelSpec").ErrorId);
        ShellResult put = Run("$s | Set-SigmaDataModelSpec -AllowBreak -PassThru").MustSucceed();
        Assert.Equal("Updated", put.Property("Status")!.ToString());
        Assert.DoesNotContain(put.Warnings, warning => warning.Contains("does not resolve", StringComparison.Ordinal));
        Assert.Contains("Sales\\\\/Region]", Requests.Last("PUT")!.Body, StringComparison.Ordinal);

        // A colleague's edit in between is still noticed: the spec is based on the version that the write made.
        Organization.EditAsColleague("06de7885-847b-468d-a96e-7db8f5b84bb1", spec => spec["pages"]![0]!["name"] = "Theirs");
        Assert.Equal(
            "SigmaSpecConflict",
            Run("$s | Rename-SigmaSpecColumn -Element Orders -Name 'Sales/Region' -NewName Area | Set-SigmaDataModelSpec").ErrorId);
    }

    [Theory]
    [InlineData("Rename-SigmaSpecColumn -Spec $s -Element Orders -Name Nothing -NewName X", "SigmaSpecItemNotFound")]
    [InlineData("Rename-SigmaSpecColumn -Spec $s -Element Orders -Name Region -NewName 'Order Id'", "SigmaEditRefused")]
    [InlineData("Rename-SigmaSpecColumn -Spec $s -Element Orders -Name Region", "SigmaInvalidArgument")]
    [InlineData("Rename-SigmaSpecColumn -Element Orders -Name Region -NewName X", "SigmaInvalidArgument")]
    [InlineData("Remove-SigmaSpecColumn -Spec $s -Element Orders -Name Region", "SigmaEditRefused")]
    [InlineData("Add-SigmaSpecColumn -Spec $s -Element Orders -Name Region -Formula 1", "SigmaEditRefused")]
    [InlineData("Add-SigmaSpecMetric -Spec $s -Element Nothing -Name Region -Formula 1", "SigmaSpecItemNotFound")]
    [InlineData("Add-SigmaSpecColumn -Spec $s -Element Orders -Name X -Formula 1 -Format { 1 }", "SigmaSpecNotRepresentable")]
    [InlineData("Set-SigmaSpecSource -Spec $s", "SigmaInvalidArgument")]
    public void Impossible_edit_is_an_error_without_output(string script, string id)
    {
        ShellResult result = Run(script);
        Assert.Equal(id, result.ErrorId);
        Assert.Empty(result.Output);
    }

    [Fact]
    [CoversParameter("Add-SigmaSpecColumn", "Spec", "Element", "Name", "Formula", "Description", "Format", "Id", "Hidden")]
    public void Column_is_added_with_all_that_belongs_to_it()
    {
        Run(
            "$s | Add-SigmaSpecColumn -Element Orders -Name Half -Formula '1.50 / 2' -Description 'One half.' -Format @{ kind = "
                + "'number'; formatString = ',.2f' } -Id half -Hidden | Set-SigmaDataModelSpec"
        ).MustSucceed();
        JsonNode added = Sent("Orders")["columns"]!.AsArray().Last()!;
        Assert.Equal(
            """{"id":"half","formula":"1.50 / 2","name":"Half","hidden":true,"description":"One half.","format":{"kind":"number","formatString":",.2f"}}""",
            added.ToJsonString());
        Assert.Equal("half", Sent("Orders")["order"]!.AsArray().Last()!.GetValue<string>());
    }

    [Fact]
    [CoversParameter("Add-SigmaSpecMetric", "Spec", "Element", "Name", "Formula", "Description", "Format", "Id")]
    public void Metric_is_added_with_all_that_belongs_to_it_and_what_it_does_not_find_is_a_warning()
    {
        ShellResult result = Run(
            "$s | Add-SigmaSpecMetric -Element Customers -Name Heads -Formula 'Count([Nobody])' -Description 'How many.' -Format @{ "
                + "kind = 'number' } -Id heads | Set-SigmaDataModelSpec -SkipValidation"
        ).MustSucceed();
        Assert.Contains(result.Warnings, warning => warning.Contains("[Nobody]", StringComparison.Ordinal));
        Assert.Equal(
            """[{"id":"heads","formula":"Count([Nobody])","name":"Heads","description":"How many.","format":{"kind":"number"}}]""",
            Sent("Customers")["metrics"]!.ToJsonString());
    }

    [Fact]
    [CoversParameter("Remove-SigmaSpecColumn", "Spec", "Element", "Name")]
    public void Removal_of_an_added_item_gives_the_original_spec()
    {
        ShellResult result = Run(
            "$s | Add-SigmaSpecColumn -Element Orders -Name Half -Formula '1' | Remove-SigmaSpecColumn -Element Orders -Name Half | "
                + "Set-SigmaDataModelSpec -PassThru"
        ).MustSucceed();
        Assert.Equal("Unchanged", result.Property("Status")!.ToString());
    }

    [Fact]
    [CoversParameter("Set-SigmaSpecSource", "Spec", "ConnectionMap", "PathMap")]
    public void Sources_are_swapped_by_maps()
    {
        ShellResult result = Run(
            "$s | Set-SigmaSpecSource -ConnectionMap @{ ([string]$s.pages.elements.source.connectionId[0]) = 'other' } -PathMap @{ "
                + "'RETAIL.SALES' = 'LAB.SALES'; 'NO.WHERE' = 'X' } -OutVariable swapped"
        ).MustSucceed();
        Assert.Contains("NO.WHERE", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Equal(
            ["LAB"],
            Run("$swapped[0].pages.elements.source | Where-Object kind -eq 'warehouse-table' | ForEach-Object { $_.path[0] } ")
                .Texts.Distinct());
        Assert.Equal(
            ["other"],
            Run("$swapped[0].pages.elements.source | Where-Object kind -eq 'warehouse-table' | ForEach-Object { $_.connectionId }")
                .Texts.Distinct());
    }

    [Fact]
    [CoversParameter("Set-SigmaSpecSource", "Element")]
    public void Sources_of_single_elements_are_swapped()
    {
        Run(
            "$all = $s.pages.elements | Where-Object { $_.source.kind -eq 'warehouse-table' }; $swapped = $s | Set-SigmaSpecSource "
                + "-PathMap @{ 'RETAIL.SALES' = 'LAB.SALES' } -Element $all[0].id, 'no such*'"
        ).MustSucceed();
        Assert.Equal(
            ["LAB"],
            Run(
                "@($swapped.pages.elements | Where-Object { $_.source.kind -eq 'warehouse-table' -and $_.source.path[0] -eq 'LAB' "
                    + "}).source.path[0]"
            ).Texts);
        Assert.Equal(
            "SigmaSpecItemNotFound",
            Run("$s | Set-SigmaSpecSource -PathMap @{ 'RETAIL.SALES' = 'LAB.SALES' } -Element 'no such*'").ErrorId);
    }

    [Fact]
    public void Hashtables_and_files_converted_elsewhere_are_taken_too()
    {
        ShellResult result = Run(
            "@{ schemaVersion = 1; pages = @(@{ id = 'p'; name = 'P'; elements = @(@{ id = 'e'; kind = 'table'; name = 'E'; source = "
                + "@{ kind = 'sql'; connectionId = 'x'; statement = 's' }; columns = @(@{ id = 'a'; formula = '[Custom SQL/A]' }) }) "
                + "}) } | Rename-SigmaSpecColumn -Element E -Name A -NewName B | Get-SigmaSpecColumn"
        ).MustSucceed();
        Assert.Equal("B", result.Property("Name"));
    }

    private JsonNode Sent(string element) =>
        JsonNode.Parse(Requests.Last("PUT")!.Body)!["pages"]!
            .AsArray()
            .SelectMany(page => page!["elements"]!.AsArray())
            .Single(e => e!["name"]?.GetValue<string>() == element)!;
}
