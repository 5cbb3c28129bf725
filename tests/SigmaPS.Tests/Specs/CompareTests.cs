using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Specs;

/// <summary>Compare-SigmaDataModelSpec: its input and its output.</summary>
public sealed class CompareTests : SandboxTest
{
    private protected override void Arrange()
    {
        Shell.Set("id", PlugsOrders);
        Shell.Set("folder", Folder.FullName);
        Run("$s = Get-SigmaDataModelSpec $id; $t = $s.PSObject.Copy(); $el = $t.pages[0].elements[0]").MustSucceed();
    }

    [Fact]
    [CoversParameter("Compare-SigmaDataModelSpec", "Spec")]
    public void Spec_alone_is_compared_with_what_it_was_read_from()
    {
        Assert.Empty(Run("$s | Compare-SigmaDataModelSpec").MustSucceed().Output);
        ShellResult result = Run("$el.columns[0].formula = '[A/B]'; Compare-SigmaDataModelSpec $t").MustSucceed();
        Assert.Equal("SigmaPS.SpecChange", Assert.IsType<PSObject>(Assert.Single(result.Output)).BaseObject.GetType().FullName);
        Assert.Equal(
            ("Changed", "column", "formula", "[A/B]"),
            (result.Property("Change"), result.Property("Kind"), result.Property("Property"), result.Property("NewValue")));
        Assert.Equal("[PLUGS_ELECTRONICS_HANDS_ON_LAB_DATA/Order Number]", result.Property("OldValue"));
        Assert.Equal("/pages/0/elements/0/columns/0/formula", result.Property("Pointer"));
        Assert.Equal((IEnumerable<string>)result.Property("Names")!, ((string)result.Property("Name")!).Split(" / "));
        Assert.Equal((PlugsOrders, "Plugs Orders"), (result.Property("DataModelId"), result.Property("DataModelName")));
        Assert.Equal(0, Requests.Count());
    }

    [Theory]
    [InlineData("Compare-SigmaDataModelSpec $s $t")]
    [InlineData("$s | Compare-SigmaDataModelSpec -DifferenceSpec $t")]
    [InlineData("Compare-SigmaDataModelSpec $s -DifferencePath $file")]
    [InlineData("Compare-SigmaDataModelSpec $s ([System.IO.FileInfo]$file)")]
    [InlineData("Compare-SigmaDataModelSpec $s $file")]
    [InlineData("Compare-SigmaDataModelSpec -DataModelId $id -DifferencePath $file")]
    [InlineData("Compare-SigmaDataModelSpec -DataModelId 'Plugs Orders' -DifferenceSpec $t -ReferenceVersion 2")]
    [InlineData("Get-SigmaDataModel $id | Compare-SigmaDataModelSpec -DifferencePath $file")]
    public void Two_sides_are_compared_in_the_order_in_which_they_are_given(string command)
    {
        Run("$el.columns[0].formula = '[A/B]'; $file = ($t | Export-SigmaDataModelSpec $folder -PassThru).Path").MustSucceed();
        ShellResult result = Run(command).MustSucceed();
        Assert.Equal(("formula", "[A/B]"), (result.Property("Property"), result.Property("NewValue")));
    }

    [Theory]
    [InlineData("-DataModelId $id -DifferenceSpec $t -DifferenceVersion 1")]
    [InlineData("-DataModelId $id -DifferenceSpec $t -DifferencePath x.json")]
    [InlineData("$s -DifferenceSpec $t -DifferencePath x.json")]
    public void Two_new_sides_are_refused(string arguments) =>
        Assert.Equal("SigmaInvalidArgument", Run($"Compare-SigmaDataModelSpec {arguments}").ErrorId);

    [Fact]
    public void After_a_write_nothing_differs_any_more()
    {
        Run("$el.columns[0].description = 'x'; $t | Set-SigmaDataModelSpec").MustSucceed();
        Assert.Empty(Run("$t | Compare-SigmaDataModelSpec").MustSucceed().Output);
    }

    [Fact]
    public void Spec_that_remembers_nothing_is_an_error_of_its_own_and_the_others_still_come()
    {
        ShellResult result = Run(
            "$el.columns[0].description = 'x'; @{ schemaVersion = 1; pages = @() }, $t | Compare-SigmaDataModelSpec");
        Assert.Equal("SigmaSpecNoBase", result.ErrorId);
        Assert.Contains("-ReferenceSpec", result.ErrorText);
        Assert.Single(result.Output);
    }

    [Fact]
    [CoversParameter("Compare-SigmaDataModelSpec", "ReferenceSpec", "DifferenceSpec")]
    public void Two_objects_of_any_shape_are_compared_and_either_way_round()
    {
        Run("$el.columns = @($el.columns | Where-Object name -ne 'Order Number')").MustSucceed();
        Assert.Equal(
            ["Removed"],
            Run("(Compare-SigmaDataModelSpec -ReferenceSpec $s -DifferenceSpec $t).Change").MustSucceed().Texts);
        Assert.Equal(["Added"], Run("(Compare-SigmaDataModelSpec -ReferenceSpec $t -DifferenceSpec $s).Change").MustSucceed().Texts);
        ShellResult table = Run("Compare-SigmaDataModelSpec -ReferenceSpec $s -DifferenceSpec @{ schemaVersion = 1; pages = @() }")
            .MustSucceed();
        Assert.Equal(["page", "element"], table.Output.Select(change => ((PSObject)change!).Properties["Kind"].Value));
    }

    [Fact]
    [CoversParameter("Compare-SigmaDataModelSpec", "ReferencePath", "DifferencePath")]
    public void Files_in_both_formats_and_objects_are_compared_without_a_session()
    {
        Run(
            "Export-SigmaDataModelSpec -DataModelId $id -DestinationPath \"$folder/j\"; Export-SigmaDataModelSpec -DataModelId $id "
                + "-DestinationPath \"$folder/y\" -Format Yaml"
        ).MustSucceed();
        Shell.Set("json", Path.Combine(Folder.FullName, "plugs [1].json"));
        File.Copy(
            Directory.GetFiles(Path.Combine(Folder.FullName, "j"), "*Plugs*.json").Single(),
            Path.Combine(Folder.FullName, "plugs [1].json"));
        Shell.Set("yaml", Directory.GetFiles(Path.Combine(Folder.FullName, "y"), "*.yaml").Single());
        Run("Disconnect-Sigma").MustSucceed();
        Assert.Empty(Run("Compare-SigmaDataModelSpec -ReferencePath $json -DifferencePath $yaml").MustSucceed().Output);
        Assert.Equal(
            ["Renamed"],
            Run("$el.columns[0].name = 'No'; (Compare-SigmaDataModelSpec -ReferencePath $yaml -DifferenceSpec $t).Change")
                .MustSucceed()
                .Texts);
        Assert.Equal(
            "SigmaFileFailed",
            Run("Compare-SigmaDataModelSpec -ReferencePath \"$folder/none.json\" -DifferenceSpec $t").ErrorId);
        Assert.Equal("SigmaNotConnected", Run("Compare-SigmaDataModelSpec -DataModelId $id -ReferenceVersion 1").ErrorId);
    }

    [Fact]
    [CoversParameter("Compare-SigmaDataModelSpec", "DataModelId", "ReferenceVersion", "DifferenceVersion", "Session")]
    public void Versions_of_a_live_model_are_compared()
    {
        Run(
            "$el.columns[0].name = 'One'; $t | Set-SigmaDataModelSpec; $el.columns[0].name = 'Two'; $t | Set-SigmaDataModelSpec; $all "
                + "= Get-SigmaSession"
        ).MustSucceed();
        Assert.Equal(["Two"], Run("(Compare-SigmaDataModelSpec -DataModelId $id -ReferenceVersion 2).NewValue").MustSucceed().Texts);
        Assert.Equal(
            ["One"],
            Run("(Compare-SigmaDataModelSpec -DataModelId $id -ReferenceVersion 2 -DifferenceVersion 3 -Session $all).NewValue")
                .MustSucceed()
                .Texts);
        Assert.Equal(
            ["One"],
            Run("(Get-SigmaDataModel $id | Compare-SigmaDataModelSpec -ReferenceVersion 3).OldValue").MustSucceed().Texts);
        Assert.Equal("SigmaInvalidArgument", Run("Compare-SigmaDataModelSpec -DataModelId $id").ErrorId);
    }

    [Theory]
    [InlineData("Compare-SigmaDataModelSpec")]
    [InlineData("Compare-SigmaDataModelSpec -ReferenceSpec $s")]
    [InlineData("Compare-SigmaDataModelSpec -ReferenceSpec $s -ReferencePath x.json -DifferenceSpec $t")]
    public void Missing_and_duplicate_arguments_are_named(string command) => Assert.Equal("SigmaInvalidArgument", Run(command).ErrorId);
}
