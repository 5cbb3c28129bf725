using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Tests.Releases;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Specs;

/// <summary>A spec file can name the JSON schema for editors. No command takes that name for a part of the spec.</summary>
public sealed class SchemaReferenceTests : SandboxTest
{
    private const string Reference = "./.sigma/sigmaps.spec.schema.json";
    private const string Comment = "# yaml-language-server: $schema=" + Reference;

    private protected override void Arrange()
    {
        Shell.Set("model", PlugsOrders);
        Shell.Set("folder", Folder.FullName);
    }

    [Fact]
    [CoversParameter("Export-SigmaDataModelSpec", "SchemaReference")]
    public void Export_names_the_schema_and_writes_it_beside_the_index()
    {
        string plain = Exported("");
        string before = File.ReadAllText(plain);
        Assert.Equal("Written", Export("-SchemaReference"));
        Assert.Equal(before.Insert(2, $"  \"$schema\": \"{Reference}\",\n"), File.ReadAllText(plain));
        Assert.Equal(
            File.ReadAllText(Path.Combine(Path.GetDirectoryName(Repository.Manifest)!, "sigmaps.spec.schema.json")),
            File.ReadAllText(Path.Combine(Folder.FullName, Reference)));
        Assert.Equal("Unchanged", Export("-SchemaReference"));
    }

    [Fact]
    public void Export_keeps_the_reference_of_a_file_until_it_is_removed()
    {
        string file = Exported("-SchemaReference");
        Assert.Equal("Unchanged", Export(""));
        Organization.EditAsColleague(PlugsOrders, spec => spec["pages"]![0]!["name"] = "Theirs");
        Assert.Equal("Written", Export(""));
        Assert.Contains($"\"$schema\": \"{Reference}\"", File.ReadAllText(file));
        Assert.Equal("Written", Export("-SchemaReference:$false"));
        Assert.DoesNotContain("$schema", File.ReadAllText(file));
    }

    [Fact]
    public void Export_names_the_schema_of_YAML_in_a_comment()
    {
        string file = Exported("-SchemaReference -Format Yaml");
        Assert.Equal(Comment, File.ReadLines(file).First());
        Assert.Equal("Unchanged", Export("-Format Yaml"));
        Assert.Equal(
            "Unchanged",
            Run("(Import-SigmaDataModelSpec -Path $folder/*.yaml | Set-SigmaDataModelSpec -PassThru).Status").MustSucceed().Texts[0]);
    }

    [Theory]
    [InlineData("(Set-SigmaDataModelSpec -Path $file -PassThru).Status", "Unchanged")]
    [InlineData("(Set-SigmaDataModelSpec -Path $file -SendEquivalent -IgnoreConflict -PassThru).Status", "Unchanged")]
    [InlineData("(Set-SigmaDataModelSpec -Json $text -DataModelId $model -PassThru).Status", "Unchanged")]
    [InlineData("(Set-SigmaDataModelSpec -Json $changed -DataModelId $model -IgnoreConflict -PassThru).Status", "Updated")]
    [InlineData("(Import-SigmaDataModelSpec $file | Set-SigmaDataModelSpec -PassThru).Status", "Unchanged")]
    [InlineData("$s = Get-SigmaDataModelSpec $model; $s.'$schema' = 'x'; ($s | Set-SigmaDataModelSpec -PassThru).Status", "Unchanged")]
    [InlineData("(Restore-SigmaDataModelSpec -Path $file -PassThru).Status", "Unchanged")]
    [InlineData("(New-SigmaDataModel -Path $file -Name Twin).Status", "Created")]
    [InlineData("(New-SigmaDataModel -Json $text -Name Twin).Status", "Created")]
    [InlineData("@(Compare-SigmaDataModelSpec -ReferencePath $file -DifferencePath $plain).Count", "0")]
    [InlineData("@(Compare-SigmaDataModelSpec -DataModelId $model -DifferencePath $file).Count", "0")]
    [InlineData("Test-SigmaDataModelSpec -Path $file", "True")]
    [InlineData("Test-SigmaDataModelSpec -Json $text", "True")]
    [InlineData("@(Get-SigmaDataModelSpecIssue -Path $file).Count - @(Get-SigmaDataModelSpecIssue -Path $plain).Count", "0")]
    [InlineData("@(Find-SigmaDataModelColumn -Path $file -Name *).Count - @(Find-SigmaDataModelColumn -Path $plain -Name *).Count", "0")]
    [InlineData("(ConvertTo-SigmaDiagram -Path $file) -ceq (ConvertTo-SigmaDiagram -Path $plain)", "True")]
    [InlineData("(Import-SigmaDataModelSpec $file).PSObject.Properties.Name -contains '$schema'", "False")]
    public void Command_ignores_the_reference(string command, string expected)
    {
        string plain = Exported("");
        string text = File.ReadAllText(plain);
        foreach (string named in new[] { text.Insert(2, "  \"$schema\": \"./x.json\",\n"), text.Insert(2, "  \"$schema\": [1],\n") })
        {
            string file = Path.Combine(Folder.FullName, "named.json");
            File.WriteAllText(file, named);
            Shell.Set("plain", plain);
            Shell.Set("file", file);
            Shell.Set("text", named);
            Shell.Set("changed", named.Replace("\"name\": \"", $"\"name\": \"New {named.Length} ", System.StringComparison.Ordinal));
            Assert.Equal(expected, Run(command).MustSucceed().Texts[0]);
            Assert.DoesNotContain(Requests.All, request => request.Body.Contains("$schema", System.StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("Export-SigmaDataModelSpec $folder", "json")]
    [InlineData("Export-SigmaDataModelSpec $folder -Format Yaml", "yaml")]
    public void Rename_over_files_keeps_the_reference(string export, string extension)
    {
        Run($"Get-SigmaDataModelSpec $model | {export} -SchemaReference").MustSucceed();
        string file = Directory.GetFiles(Folder.FullName, "*." + extension).Single();
        string before = File.ReadAllText(file);
        string element = JsonNode.Parse(Organization.GetModel(PlugsOrders).SpecJson)!["pages"]![0]!["elements"]!.AsArray()
            .First(one => one!["kind"]!.GetValue<string>() == "table")!["id"]!.GetValue<string>();
        Shell.Set("element", element);
        Run("Rename-SigmaElement 'Plugs Orders' $element -NewName Renamed -Path $folder | Publish-SigmaReleasePlan -Confirm:$false")
            .MustSucceed();
        string after = File.ReadAllText(file);
        Assert.NotEqual(before, after);
        Assert.Equal(before.Split('\n')[..2], after.Split('\n')[..2]);
        Assert.Equal(before.Split("$schema").Length, after.Split("$schema").Length);
    }

    [Theory]
    [InlineData("sigmaps.spec.schema.json")]
    [InlineData("sigma.environments.schema.json")]
    public void Schema_beside_the_specs_is_not_a_spec(string name)
    {
        Exported("");
        File.Copy(Path.Combine(Path.GetDirectoryName(Repository.Manifest)!, name), Path.Combine(Folder.FullName, name));
        Assert.Equal(["True"], Run("Test-SigmaDataModelSpec -Path $folder").MustSucceed().Texts);
        Assert.Equal(["1"], Run("@(Import-SigmaDataModelSpec -Path $folder/Plugs*).Count").MustSucceed().Texts);
    }

    [Fact]
    public async Task Release_never_sends_the_reference()
    {
        await using ReleaseTestBed bed = await ReleaseTestBed.OpenAsync();
        JsonObject model = bed.Write(1);
        bed.Publish().MustSucceed();
        model.Insert(0, "$schema", "./x.json");
        bed.Save(1, model);
        Assert.Equal(["Unchanged Model 01"], ReleaseTestBed.Actions(bed.Plan().MustSucceed()));
        model["pages"]![0]!["name"] = "Renamed";
        bed.Save(1, model);
        bed.Publish().MustSucceed();
        Assert.Contains("Renamed", bed.LiveModel(1).SpecJson);
        Assert.DoesNotContain(bed.Server.Requests.All, request => request.Body.Contains("$schema", System.StringComparison.Ordinal));
    }

    private string Exported(string options)
    {
        Export(options);
        return Directory.GetFiles(Folder.FullName).Single();
    }

    private string Export(string options) =>
        Run($"(Export-SigmaDataModelSpec $folder -DataModelId $model {options} -PassThru).Status").MustSucceed().Texts[0]!;
}
