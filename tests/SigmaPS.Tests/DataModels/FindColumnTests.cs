using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.DataModels;

/// <summary>Find-SigmaDataModelColumn: the daily questions, over live models and over exported files.</summary>
public sealed class FindColumnTests : IAsyncLifetime
{
    private const string PlugsOrders = "467bc369-5db7-4963-8172-b24a49dbc75b";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sigmaps-");
    private SandboxServer _server = null!;
    private Shell _shell = null!;

    public async Task InitializeAsync()
    {
        _server = await SandboxServer.StartAsync();
        _shell = Shell.ConnectedTo(_server);
        _shell.Set("model", PlugsOrders);
        _shell.Set("folder", _folder.FullName);
        _shell.Set("joined", _server.Organization.GetModelByName("Orders Joined").Id);
        _server.Requests.Clear();
    }

    public async Task DisposeAsync()
    {
        _shell.Run("Disconnect-Sigma");
        _shell.Dispose();
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    [CoversParameter("Find-SigmaDataModelColumn", "DataModelId", "Name", "Formula")]
    public void Columns_are_found_by_the_name_they_show_and_by_a_part_of_their_formula()
    {
        ShellResult named = _shell.Run("Find-SigmaDataModelColumn $model -Name 'order number'").MustSucceed();
        Assert.Equal(
            ("Plugs Orders", PlugsOrders, "Order Number", null, null),
            (
                named.Property("DataModelName"),
                named.Property("DataModelId"),
                named.Property("Name"),
                named.Property("Path"),
                named.Property("IsBroken")));
        Assert.Equal(1, _server.Requests.Count());
        Assert.Equal(2, _shell.Run("Find-SigmaDataModelColumn $model -Name 'order number', 'DATE'").MustSucceed().Output.Count);
        _server.Organization.EditAsColleague(PlugsOrders, spec =>
            spec["pages"]![0]!["elements"]![0]!["columns"]![1]!["formula"] = "Sum([Order Number]) * 2");
        Assert.Equal(
            ["Sum([Order Number]) * 2"],
            _shell.Run("($model | Find-SigmaDataModelColumn -Formula 'sum([order').Formula").MustSucceed().Texts);
        Assert.Equal(
            ["Sum([Order Number]) * 2"],
            _shell.Run("($model | Find-SigmaDataModelColumn -Formula '[Order*]*2').Formula").MustSucceed().Texts);
        Assert.Empty(_shell.Run("Find-SigmaDataModelColumn $model -Formula '[Order*]*3'").MustSucceed().Output);
        Assert.Empty(_shell.Run("Find-SigmaDataModelColumn $model -Formula 'sum(' -Name 'Nope*'").MustSucceed().Output);
    }

    [Fact]
    [CoversParameter("Find-SigmaDataModelColumn", "Table")]
    public void Columns_are_found_by_the_table_they_come_from_in_the_end()
    {
        ShellResult all = _shell.Run("Find-SigmaDataModelColumn -Table RETAIL.SALES.ORDERS").MustSucceed();
        Assert.Contains("Orders Joined", all.Output.Select(column => (string)((PSObject)column!).Properties["DataModelName"].Value));
        Assert.Equal(all.Output.Count, _shell.Run("Find-SigmaDataModelColumn -Table 'retail.*.orders'").MustSucceed().Output.Count);
        Assert.True(_shell.Run("Find-SigmaDataModelColumn -Table ORDERS").MustSucceed().Output.Count >= all.Output.Count);
        Assert.Empty(_shell.Run("Find-SigmaDataModelColumn -Table 'custom SQL*'").MustSucceed().Output);
        Assert.NotEmpty(
            _shell.Run("Find-SigmaDataModelColumn -Name '*' | Where-Object { $_.Sources -like 'custom SQL*' }").MustSucceed().Output);
    }

    [Fact]
    [CoversParameter("Find-SigmaDataModelColumn", "Broken")]
    public void Broken_is_what_Sigma_says_and_costs_one_request_for_a_model_that_is_well()
    {
        Assert.Empty(_shell.Run("Find-SigmaDataModelColumn $model -Broken").MustSucceed().Output);
        Assert.Equal(1, _server.Requests.Count());
        _server.Organization.EditAsColleague(PlugsOrders, spec =>
            spec["pages"]![0]!["elements"]![0]!["columns"]![1]!["formula"] = "[Nothing/Here]");
        ShellResult broken = _shell.Run("Find-SigmaDataModelColumn $model -Broken").MustSucceed();
        Assert.Equal(
            ("[Nothing/Here]", true, "Sigma cannot resolve the formula."),
            (broken.Property("Formula"), broken.Property("IsBroken"), broken.Property("Problem")));
        Assert.Equal(3, _server.Requests.Count());
        Assert.Empty(_shell.Run("Find-SigmaDataModelColumn $model -Broken -Name 'Order Number'").MustSucceed().Output);
    }

    [Fact]
    public void Without_an_id_all_models_but_those_in_the_trash_are_searched_and_an_empty_pipeline_searches_none()
    {
        string[] searched = [.. _shell.Run("(Find-SigmaDataModelColumn).DataModelId").MustSucceed().Texts.Select(id => id!).Distinct()];
        Assert.Equal(
            _server
                .Organization.Models.Where(m => !m.IsArchived && m.SpecJson.Contains("\"formula\"", StringComparison.Ordinal))
                .Select(m => m.Id),
            searched);
        _server.Requests.Clear();
        Assert.Empty(_shell.Run("@() | Find-SigmaDataModelColumn").MustSucceed().Output);
        Assert.Equal("SigmaInvalidArgument", _shell.Run("Find-SigmaDataModelColumn -DataModelId $null").ErrorId);
        Assert.Equal(0, _server.Requests.Count());
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
                    _server.Organization.AddModel(
                        _server
                            .Organization.GetModel(PlugsOrders)
                            .SpecJson.Replace(PlugsOrders, $"467bc369-5db7-4963-8172-0000000000{i:00}", StringComparison.Ordinal),
                        $"Model {i:00}",
                        null)),
        ];
        _shell.Set("ids", ids);
        _server.Faults.Gather("467bc369-5db7-4963-8172-0000000000", 5);
        Assert.Equal(ids, _shell.Run("($ids | Find-SigmaDataModelColumn -Name 'Order Number').DataModelId").MustSucceed().Texts);
        Assert.Equal(5, _server.Requests.MaxInFlight);
        _server.Faults.Disarm();
        _server.Requests.Clear();
        ShellResult result = _shell.Run(
            "@('467bc369-5db7-4963-8172-999999999999') + $ids | Find-SigmaDataModelColumn -Name 'Order Number' -ThrottleLimit 1 -Session "
                + "(Get-SigmaSession)"
        );
        Assert.Equal(("SigmaModelNotFound", 12, 1), (result.ErrorId, result.Output.Count, _server.Requests.MaxInFlight));
    }

    [Fact]
    [CoversParameter("Find-SigmaDataModelColumn", "Path", "LiteralPath")]
    public void Exported_files_are_searched_without_a_session()
    {
        _server.Organization.EditAsColleague(PlugsOrders, spec =>
            spec["pages"]![0]!["elements"]![0]!["columns"]![1]!["formula"] = "[Order Nr] + 1");
        _shell.Run("$model, $joined | Export-SigmaDataModelSpec \"$folder/[models]\" -ContentOnly; Disconnect-Sigma").MustSucceed();
        _server.Requests.Clear();
        ShellResult broken = _shell.Run("Find-SigmaDataModelColumn -Path $folder -Broken").MustSucceed();
        Assert.Equal(
            (PlugsOrders, "Plugs Orders", true),
            (broken.Property("DataModelId"), broken.Property("DataModelName"), broken.Property("IsBroken")));
        Assert.Contains("[Order Nr]", (string)broken.Property("Problem")!);
        Assert.EndsWith(".json", (string)broken.Property("Path")!);
        Assert.NotEmpty(
            _shell.Run("Find-SigmaDataModelColumn -LiteralPath \"$folder/[models]\" -Table RETAIL.SALES.ORDERS").MustSucceed().Output);
        File.WriteAllText(System.IO.Path.Combine(_folder.FullName, "[models]", "A.json"), "{");
        ShellResult partly = _shell.Run("Find-SigmaDataModelColumn -Path $folder -Broken");
        Assert.Equal(("SigmaInvalidSpec", 1), (partly.ErrorId, partly.Output.Count));
        Assert.Equal(0, _server.Requests.Count());
    }
}
