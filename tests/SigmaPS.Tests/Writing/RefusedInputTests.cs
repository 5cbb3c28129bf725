using System.IO;
using System.Text;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Writing;

/// <summary>An incomplete spec is refused before anything is sent.</summary>
public sealed class RefusedInputTests : SandboxTest
{
    private protected override void Arrange()
    {
        Shell.Set("folder", Folder.FullName);
        Shell.Set("id", "467bc369-5db7-4963-8172-b24a49dbc75b");
        Run("$entry = Get-SigmaDataModel $id; $s = Get-SigmaDataModelSpec $id; $el = $s.pages[0].elements[0]").MustSucceed();
    }

    [Theory]
    [InlineData("$entry | Set-SigmaDataModelSpec", "SigmaInvalidSpec", "an entry of the list")]
    [InlineData("@{ schemaVersion = 1 } | Set-SigmaDataModelSpec -DataModelId $id", "SigmaInvalidSpec", "'pages' is missing")]
    [InlineData("@{ schemaVersion = 1; pages = @() } | Set-SigmaDataModelSpec", "SigmaInvalidId", "-DataModelId")]
    [InlineData("@{ schemaVersion = '1'; pages = @() } | Set-SigmaDataModelSpec -DataModelId $id", "SigmaInvalidSpec", "'schemaVersion'")]
    [InlineData("'text' | Set-SigmaDataModelSpec -DataModelId $id", "SigmaInvalidSpec", "-Json")]
    [InlineData("[System.IO.FileInfo]::new('/nowhere/x.json') | Set-SigmaDataModelSpec -DataModelId $id", "SigmaFileFailed", "x.json")]
    [InlineData(
        "$el.note = [System.IO.FileInfo]::new('/nowhere/x.json'); $s | Set-SigmaDataModelSpec",
        "SigmaSpecNotRepresentable",
        "System.IO.FileInfo")]
    [InlineData(
        "$cut = [pscustomobject]@{ schemaVersion = 1; pages = @([pscustomobject]@{}) }; $cut.PSObject.TypeNames.Insert(0, "
            + "'Deserialized.SigmaPS.SpecNode'); $cut | Set-SigmaDataModelSpec -DataModelId $id",
        "SigmaInvalidSpec",
        "Get-SigmaDataModelSpec -AsJson")]
    [InlineData("42 | Set-SigmaDataModelSpec -DataModelId $id", "SigmaInvalidSpec", "not an object")]
    [InlineData("Set-SigmaDataModelSpec -Json '' -DataModelId $id", "SigmaInvalidArgument", "-Json")]
    [InlineData("Set-SigmaDataModelSpec -Json '{', '  \"pages\": [', '  }' -DataModelId $id", "SigmaInvalidSpec", "line 3, column 3")]
    [InlineData("Set-SigmaDataModelSpec -Json '{}' -DataModelId 'nonsense'", "SigmaInvalidSpec", "'pages' is missing")]
    [InlineData("Set-SigmaDataModelSpec", "SigmaInvalidArgument", "-Spec, -Json, -Path")]
    [InlineData("$s.pages = $null; $s | Set-SigmaDataModelSpec", "SigmaSpecListIsNull", "/pages")]
    [InlineData(
        "$el.columns = $el.columns | Where-Object name -eq 'Nothing'; $s | Set-SigmaDataModelSpec",
        "SigmaSpecListIsNull",
        "/pages/0/elements/0/columns")]
    [InlineData("$el.source.path = $null; $s | Set-SigmaDataModelSpec", "SigmaSpecListIsNull", "@()")]
    [InlineData("$el.columns += $null; $s | Set-SigmaDataModelSpec", "SigmaSpecListIsNull", "/pages/0/elements/0/columns/22")]
    [InlineData("$el.note = { 1 }; $s | Set-SigmaDataModelSpec", "SigmaSpecNotRepresentable", "/pages/0/elements/0/note")]
    [InlineData(
        "$loop = @{}; $loop.self = $loop; $el.note = $loop; $s | Set-SigmaDataModelSpec",
        "SigmaSpecNotRepresentable",
        "/pages/0/elements/0/note/self")]
    [InlineData(
        "$odd = [pscustomobject]@{ id = 'q' }; $odd.PSObject.Properties.Add([psscriptproperty]::new('formula', { throw 'no luck' })); "
            + "$el.columns += $odd; $s | Set-SigmaDataModelSpec",
        "SigmaSpecNotRepresentable",
        "/pages/0/elements/0/columns/22/formula")]
    [InlineData(
        "$el.columns[0].PSObject.Properties.Add([psscriptproperty]::new('description', { throw 'no luck' })); $s | Set-SigmaDataModelSpec",
        "SigmaSpecNotRepresentable",
        "no luck")]
    [InlineData("$el.note = [double]::NaN; $s | Set-SigmaDataModelSpec", "SigmaSpecNotRepresentable", "NaN")]
    public void It_is_named_and_nothing_is_sent(string script, string id, string says)
    {
        ShellResult result = Run(script);
        Assert.Equal(id, result.ErrorId);
        Assert.Contains(says, result.ErrorText);
        Assert.Empty(Requests.All);
    }

    [Fact]
    public void Bad_file_is_named_and_the_others_are_still_written()
    {
        File.WriteAllText(Path.Combine(Folder.FullName, "a.json"), "");
        File.WriteAllText(Path.Combine(Folder.FullName, "b.json"), "{\n  \"schemaVersion\": 1,\n  \"pages\": [,]\n}");
        File.WriteAllText(
            Path.Combine(Folder.FullName, "c.json"),
            Organization.GetModel("467bc369-5db7-4963-8172-b24a49dbc75b").SpecJson.Replace("\"Cost\"", "\"Costs\""),
            new UnicodeEncoding());
        ShellResult result = Run("Set-SigmaDataModelSpec -Path \"$folder/*.json\"");
        Assert.Equal(2, result.Errors.Count);
        Assert.Contains("a.json' is empty", result.Errors[0].ErrorDetails.Message);
        Assert.Contains("line 3, column 13", result.Errors[1].ErrorDetails.Message);
        Assert.Equal(1, Requests.Count("PUT"));
    }

    [Fact]
    public void With_a_file_or_text_pipeline_input_is_refused()
    {
        Assert.StartsWith("InputObjectNotBound", Run("$s | Set-SigmaDataModelSpec -Json '{}'").ErrorId);
        Assert.Empty(Requests.All);
    }

    [Fact]
    public void File_that_is_not_there_is_named()
    {
        ShellResult result = Run("Set-SigmaDataModelSpec -Path \"$folder/no*.json\"");
        Assert.Equal("SigmaFileFailed", result.ErrorId);
        Assert.Contains("no*.json", result.ErrorText);
    }

    [Fact]
    public void In_other_lists_null_becomes_an_empty_list_with_a_warning()
    {
        ShellResult result = Run("$el.metrics = $null; $el.columns[0].description = 'x'; $s | Set-SigmaDataModelSpec").MustSucceed();
        Assert.Contains("/pages/0/elements/0/metrics", Assert.Single(result.Warnings));
    }
}
