using System.IO;
using System.Linq;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Specs;

/// <summary>The input of an export: the name of a model, or a spec in memory.</summary>
public sealed class ExportInputTests : ExportTestBed
{
    [Fact]
    public void Object_of_each_type_is_written_in_place_of_the_live_spec()
    {
        Run(
                "$h = @{ dataModelId = $id; name = 'Plugs Orders'; schemaVersion = 1; "
                    + "pages = @(@{ id = 'p'; name = 'Mine'; elements = @() }) }; "
                    + "$h | Export-SigmaDataModelSpec $folder; [pscustomobject]$h | Export-SigmaDataModelSpec $folder")
            .MustSucceed();
        Assert.Contains("\"Mine\"", File.ReadAllText(Path.Combine(Folder.FullName, PlugsFile)));
        Assert.Empty(Requests.All);
    }

    [Theory]
    [InlineData("$o")]
    [InlineData("[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($o, 20))")]
    [InlineData("Get-SigmaDataModelSpec $id")]
    public void Edited_object_from_each_source_is_written(string read)
    {
        // As ConvertFrom-Json gives it: its property dataModelId must not be taken for -DataModelId.
        Run(
                "$o = [pscustomobject]@{ dataModelId = $id; name = 'Plugs Orders'; schemaVersion = 1; "
                    + "pages = @([pscustomobject]@{ id = 'p'; name = 'Live'; elements = @() }) }")
            .MustSucceed();
        Run($"$s = {read}; $s.pages[0].name = 'Edited'").MustSucceed();
        Requests.Clear();
        Run("$s | Export-SigmaDataModelSpec $folder").MustSucceed();
        Assert.Contains("\"Edited\"", File.ReadAllText(Path.Combine(Folder.FullName, PlugsFile)));
        Assert.Empty(Requests.All);
    }

    [Theory]
    [InlineData("$id")]
    [InlineData("[guid]$id")]
    [InlineData("Get-SigmaDataModel -Name 'Plugs Orders'")]
    [InlineData("[pscustomobject]@{ DataModelId = $id }")]
    [InlineData("$o = [pscustomobject]@{ x = 1 }; $o.PSObject.Properties.Add([psscriptproperty]::new('DataModelId', { $id })); $o")]
    public void Object_that_names_a_model_exports_its_live_spec(string given)
    {
        Assert.Equal(
            "Written",
            Run($"& {{ {given} }} | Export-SigmaDataModelSpec $folder -PassThru").MustSucceed().Property("Status")!.ToString());
        Assert.Equal(1, Requests.Count("GET", "**/spec"));
    }

    [Fact]
    public void Property_that_cannot_be_read_is_one_item_s_error()
    {
        ShellResult result = Run(
            "$o = [pscustomobject]@{ x = 1 }; "
                + "$o.PSObject.Properties.Add([psscriptproperty]::new('DataModelId', { throw 'no' })); "
                + "$o, $id | Export-SigmaDataModelSpec $folder");
        Assert.Equal(["SigmaInvalidId", "SigmaExportIncomplete"], result.Errors.Select(e => e.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Contains("1 of 2", result.Errors[1].ErrorDetails.Message);
        Assert.Equal([PlugsFile], Files(""));
    }

    [Fact]
    [CoversParameter("Export-SigmaDataModelSpec", "Spec")]
    public void Spec_in_memory_is_written_as_it_is()
    {
        Run("$s = Get-SigmaDataModelSpec $id; $s.pages[0].name = 'In memory'; $s | Export-SigmaDataModelSpec $folder").MustSucceed();
        Assert.Contains("In memory", File.ReadAllText(Path.Combine(Folder.FullName, PlugsFile)));
        Assert.Equal(1, Requests.Count());
    }
}
