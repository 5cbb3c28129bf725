using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.DataModels;

/// <summary>The first thing that anybody types: a command and the name of a data model.</summary>
public sealed class ModelByNameTests : SandboxTest
{
    public static IEnumerable<object[]> Readers() =>
        [
            ["Get-SigmaDataModel"],
            ["Get-SigmaDataModelSpec"],
            ["Get-SigmaDataModelVersion"],
            ["Get-SigmaDataModelElement"],
            ["Get-SigmaDataModelColumn"],
            ["Get-SigmaDataModelSource"],
            ["Get-SigmaDataModelLineage"],
            ["Get-SigmaDataModelTag"],
            ["Find-SigmaDataModelColumn -DataModelId"],
        ];

    [Theory]
    [MemberData(nameof(Readers))]
    public void Command_finds_the_model_by_name_ID_and_object(string command)
    {
        string?[] byId = Run($"{command} {PlugsOrders} | ForEach-Object {{ \"$_\" }}").MustSucceed().Texts.ToArray();
        Assert.Equal(byId, Run($"{command} 'plugs orders' | ForEach-Object {{ \"$_\" }}").MustSucceed().Texts);
        Assert.Equal(
            byId,
            Run($"$m = Get-SigmaDataModel 'Plugs Orders'; {command} $m | ForEach-Object {{ \"$_\" }}").MustSucceed().Texts);
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void Command_lists_the_existing_names_when_no_model_has_the_name(string command)
    {
        ShellResult result = Run($"{command} 'Plugs Order'");
        Assert.Equal("SigmaModelNotFound", result.ErrorId);
        Assert.Contains("'Plugs Orders'", result.ErrorText);
        Assert.Empty(result.Output);
        Assert.Equal(Requests.All.Count, Requests.Count("GET", "/v2/dataModels"));
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void Command_lists_the_models_when_several_have_the_name(string command)
    {
        string[] ids = Organization.Models.Where(model => model.Name == "Sales Core" && !model.IsArchived)
            .Select(model => model.Id)
            .ToArray();
        ShellResult result = Run($"{command} 'Sales Core'");
        if (command == "Get-SigmaDataModel")
        {
            Assert.Equal(ids.Length, result.MustSucceed().Output.Count);
            return;
        }

        AssertAmbiguous(ids, result);
    }

    [Theory]
    [InlineData("Find-SigmaUsage 'Sales Core'")]
    [InlineData("Find-SigmaUsage 'sales core' -Unused")]
    [InlineData("Get-SigmaChange 'Sales Core'")]
    [InlineData("Get-SigmaChange 'Sales Core' -Version 1")]
    [InlineData("Undo-SigmaChange 'Sales Core' 1")]
    [InlineData("Compare-SigmaDataModelSpec -DataModelId 'Sales Core' -ReferenceVersion 1")]
    [InlineData("Rename-SigmaColumn 'Sales Core' Orders Amount Net")]
    public void Command_over_versions_and_consumers_lists_the_models_when_several_have_the_name(string command)
    {
        string[] ids = Organization.Models.Where(model => model.Name == "Sales Core" && !model.IsArchived)
            .Select(model => model.Id)
            .ToArray();
        AssertAmbiguous(ids, Run(command));
    }

    private static void AssertAmbiguous(string[] ids, ShellResult result)
    {
        Assert.True(ids.Length > 1);
        Assert.Equal("SigmaModelAmbiguous", result.ErrorId);
        Assert.All(ids, id => Assert.Contains(id, result.ErrorText));
        Assert.Contains(" in folder \"", result.ErrorText);
    }

    [Fact]
    public void Names_in_a_pipeline_keep_their_order_and_cost_one_list()
    {
        Organization.AddModel("""{"schemaVersion":1,"pages":[]}""", "A model", "Retail/Models");
        Assert.Equal(
            ["Plugs Orders", "A model"],
            Run("'Plugs Orders', 'A model' | Get-SigmaDataModel | ForEach-Object Name").MustSucceed().Texts);
        Assert.Equal(1, Requests.Count("GET", "/v2/dataModels"));
        Run("'Plugs Orders', 'A model' | Get-SigmaDataModelSpec").MustSucceed();
        Assert.Equal((2, 2), (Requests.Count("GET", "/v2/dataModels"), Requests.Count("GET", "**/spec")));
    }

    [Fact]
    public void Name_without_digits_that_could_be_a_short_ID_is_found()
    {
        Organization.AddModel("""{"schemaVersion":1,"pages":[]}""", "CustomerLifetimeValue", "Retail/Models");
        Assert.Equal(["CustomerLifetimeValue"], Run("(Get-SigmaDataModel CustomerLifetimeValue).Name").MustSucceed().Texts);
    }

    [Fact]
    public void Pattern_finds_several_models_and_stays_silent_when_it_finds_none()
    {
        Assert.Equal(["Plugs Orders"], Run("(Get-SigmaDataModel 'Plugs*').Name").MustSucceed().Texts);
        Assert.Empty(Run("Get-SigmaDataModel 'Nothing*'").MustSucceed().Output);
    }

    [Fact]
    public void Export_takes_a_name()
    {
        string folder = System.IO.Path.Combine(System.IO.Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        Shell.Set("folder", folder);
        Assert.Equal(
            ["Written"],
            Run("(Export-SigmaDataModelSpec -DataModelId 'Plugs Orders' -DestinationPath $folder -PassThru).Status").MustSucceed().Texts);
        System.IO.Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Command_that_changes_a_model_names_the_command_that_finds_it()
    {
        ShellResult result = Run("Remove-SigmaDataModel 'Plugs Orders' -Confirm:$false");
        Assert.Equal("SigmaInvalidId", result.ErrorId);
        Assert.Contains("Get-SigmaDataModel -Name 'Plugs Orders'", result.ErrorText);
        Assert.Empty(Requests.All);
    }
}
