using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.DataModels;

/// <summary>Find-SigmaDataModelColumn: the daily questions, over live models and over exported files.</summary>
public sealed class FindColumnTests : SandboxTest
{
    private protected override void Arrange()
    {
        Shell.Set("model", PlugsOrders);
        Shell.Set("folder", Folder.FullName);
        Shell.Set("joined", Organization.GetModelByName("Orders Joined").Id);
    }

    [Fact]
    [CoversParameter("Find-SigmaDataModelColumn", "DataModelId", "Name", "Formula")]
    public void Columns_are_found_by_the_name_they_show_and_by_a_part_of_their_formula()
    {
        ShellResult named = Run("Find-SigmaDataModelColumn $model -Name 'order number'").MustSucceed();
        Assert.Equal(
            ("Plugs Orders", PlugsOrders, "Order Number", null, null),
            (
                named.Property("DataModelName"),
                named.Property("DataModelId"),
                named.Property("Name"),
                named.Property("Path"),
                named.Property("IsBroken")));
        Assert.Equal(1, Requests.Count());
        Assert.Equal(2, Run("Find-SigmaDataModelColumn $model -Name 'order number', 'DATE'").MustSucceed().Output.Count);
        Organization.EditAsColleague(PlugsOrders, spec =>
            spec["pages"]![0]!["elements"]![0]!["columns"]![1]!["formula"] = "Sum([Order Number]) * 2");
        Assert.Equal(
            ["Sum([Order Number]) * 2"],
            Run("($model | Find-SigmaDataModelColumn -Formula 'sum([order').Formula").MustSucceed().Texts);
        Assert.Equal(
            ["Sum([Order Number]) * 2"],
            Run("($model | Find-SigmaDataModelColumn -Formula '[Order*]*2').Formula").MustSucceed().Texts);
        Assert.Empty(Run("Find-SigmaDataModelColumn $model -Formula '[Order*]*3'").MustSucceed().Output);
        Assert.Empty(Run("Find-SigmaDataModelColumn $model -Formula 'sum(' -Name 'Nope*'").MustSucceed().Output);
    }

    [Fact]
    [CoversParameter("Find-SigmaDataModelColumn", "Table")]
    public void Columns_are_found_by_the_table_they_come_from_in_the_end()
    {
        ShellResult all = Run("Find-SigmaDataModelColumn -Table RETAIL.SALES.ORDERS").MustSucceed();
        Assert.Contains("Orders Joined", all.Output.Select(column => (string)((PSObject)column!).Properties["DataModelName"].Value));
        Assert.Equal(all.Output.Count, Run("Find-SigmaDataModelColumn -Table 'retail.*.orders'").MustSucceed().Output.Count);
        Assert.True(Run("Find-SigmaDataModelColumn -Table ORDERS").MustSucceed().Output.Count >= all.Output.Count);
        Assert.Empty(Run("Find-SigmaDataModelColumn -Table 'custom SQL*'").MustSucceed().Output);
        Assert.NotEmpty(
            Run("Find-SigmaDataModelColumn -Name '*' | Where-Object { $_.Sources -like 'custom SQL*' }").MustSucceed().Output);
    }

    [Fact]
    [CoversParameter("Find-SigmaDataModelColumn", "Broken")]
    public void Broken_columns_come_from_Sigma_with_one_request_for_an_intact_model()
    {
        Assert.Empty(Run("Find-SigmaDataModelColumn $model -Broken").MustSucceed().Output);
        Assert.Equal(1, Requests.Count());
        Organization.EditAsColleague(PlugsOrders, spec =>
            spec["pages"]![0]!["elements"]![0]!["columns"]![1]!["formula"] = "[Nothing/Here]");
        ShellResult broken = Run("Find-SigmaDataModelColumn $model -Broken").MustSucceed();
        Assert.Equal(
            ("[Nothing/Here]", true, "Sigma cannot resolve the formula."),
            (broken.Property("Formula"), broken.Property("IsBroken"), broken.Property("Problem")));
        Assert.Equal(3, Requests.Count());
        Assert.Empty(Run("Find-SigmaDataModelColumn $model -Broken -Name 'Order Number'").MustSucceed().Output);
    }

    [Fact]
    public void Without_an_ID_all_models_but_those_in_the_trash_are_searched_and_an_empty_pipeline_searches_none()
    {
        string[] searched = [.. Run("(Find-SigmaDataModelColumn).DataModelId").MustSucceed().Texts.Select(id => id!).Distinct()];
        Assert.Equal(
            Organization.Models.Where(m => !m.IsArchived && m.SpecJson.Contains("\"formula\"", StringComparison.Ordinal))
                .Select(m => m.Id),
            searched);
        Requests.Clear();
        Assert.Empty(Run("@() | Find-SigmaDataModelColumn").MustSucceed().Output);
        Assert.Equal("SigmaInvalidArgument", Run("Find-SigmaDataModelColumn -DataModelId $null").ErrorId);
        Assert.Equal(0, Requests.Count());
    }

    [Fact]
    [CoversParameter("Find-SigmaDataModelColumn", "ThrottleLimit", "Session")]
    public void Models_are_read_side_by_side_and_given_in_order_and_one_that_is_missing_stops_nobody()
    {
        string[] ids =
        [
            .. Enumerable
                .Range(0, 12)
                .Select(i =>
                    Organization.AddModel(
                        Organization.GetModel(PlugsOrders)
                            .SpecJson.Replace(PlugsOrders, $"467bc369-5db7-4963-8172-0000000000{i:00}", StringComparison.Ordinal),
                        $"Model {i:00}",
                        null)),
        ];
        Shell.Set("ids", ids);
        Server.Faults.Gather("467bc369-5db7-4963-8172-0000000000", 5);
        Assert.Equal(ids, Run("($ids | Find-SigmaDataModelColumn -Name 'Order Number').DataModelId").MustSucceed().Texts);
        Assert.Equal(5, Requests.MaxInFlight);
        Server.Faults.Disarm();
        Requests.Clear();
        ShellResult result = Run(
            "@('467bc369-5db7-4963-8172-999999999999') + $ids | Find-SigmaDataModelColumn -Name 'Order Number' -ThrottleLimit 1 -Session "
                + "(Get-SigmaSession)"
        );
        Assert.Equal(("SigmaModelNotFound", 12, 1), (result.ErrorId, result.Output.Count, Requests.MaxInFlight));
    }

    [Fact]
    [CoversParameter("Find-SigmaDataModelColumn", "Path", "LiteralPath")]
    public void Exported_files_are_searched_without_a_session()
    {
        Organization.EditAsColleague(PlugsOrders, spec =>
            spec["pages"]![0]!["elements"]![0]!["columns"]![1]!["formula"] = "[Order Nr] + 1");
        Run("$model, $joined | Export-SigmaDataModelSpec \"$folder/[models]\" -ContentOnly; Disconnect-Sigma").MustSucceed();
        Requests.Clear();
        ShellResult broken = Run("Find-SigmaDataModelColumn -Path $folder -Broken").MustSucceed();
        Assert.Equal(
            (PlugsOrders, "Plugs Orders", true),
            (broken.Property("DataModelId"), broken.Property("DataModelName"), broken.Property("IsBroken")));
        Assert.Contains("[Order Nr]", (string)broken.Property("Problem")!);
        Assert.EndsWith(".json", (string)broken.Property("Path")!);
        Assert.NotEmpty(
            Run("Find-SigmaDataModelColumn -LiteralPath \"$folder/[models]\" -Table RETAIL.SALES.ORDERS").MustSucceed().Output);
        File.WriteAllText(System.IO.Path.Combine(Folder.FullName, "[models]", "A.json"), "{");
        ShellResult partly = Run("Find-SigmaDataModelColumn -Path $folder -Broken");
        Assert.Equal(("SigmaInvalidSpec", 1), (partly.ErrorId, partly.Output.Count));
        Assert.Equal(0, Requests.Count());
    }
}
