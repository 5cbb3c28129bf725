using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Releases;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Specs;

/// <summary>A spec file can name the JSON schema for editors. No command takes that name for a part of the spec.</summary>
public sealed class SchemaReferenceTests : IAsyncLifetime
{
    private const string PlugsOrders = "467bc369-5db7-4963-8172-b24a49dbc75b";
    private const string Reference = "./.sigma/sigmaps.spec.schema.json";
    private const string Comment = "# yaml-language-server: $schema=" + Reference;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sigmaps-");
    private SandboxServer _server = null!;
    private Shell _shell = null!;

    public async Task InitializeAsync()
    {
        _server = await SandboxServer.StartAsync();
        _shell = Shell.ConnectedTo(_server);
        _shell.Set("model", PlugsOrders);
        _shell.Set("folder", _folder.FullName);
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
    [CoversParameter("Export-SigmaDataModelSpec", "SchemaReference")]
    public void Export_names_the_schema_and_writes_it_beside_the_index()
    {
        string plain = Exported("");
        string before = File.ReadAllText(plain);
        Assert.Equal("Written", Export("-SchemaReference"));
        Assert.Equal(before.Insert(2, $"  \"$schema\": \"{Reference}\",\n"), File.ReadAllText(plain));
        Assert.Equal(
            File.ReadAllText(Path.Combine(Path.GetDirectoryName(Repository.Manifest)!, "sigmaps.spec.schema.json")),
            File.ReadAllText(Path.Combine(_folder.FullName, Reference)));
        Assert.Equal("Unchanged", Export("-SchemaReference"));
    }

    [Fact]
    public void Export_keeps_the_reference_of_a_file_until_it_is_removed()
    {
        string file = Exported("-SchemaReference");
        Assert.Equal("Unchanged", Export(""));
        _server.Organization.EditAsColleague(PlugsOrders, spec => spec["pages"]![0]!["name"] = "Theirs");
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
            _shell.Run("(Import-SigmaDataModelSpec -Path $folder/*.yaml | Set-SigmaDataModelSpec -PassThru).Status").MustSucceed().Texts[0]);
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
            string file = Path.Combine(_folder.FullName, "named.json");
            File.WriteAllText(file, named);
            _shell.Set("plain", plain);
            _shell.Set("file", file);
            _shell.Set("text", named);
            _shell.Set("changed", named.Replace("\"name\": \"", $"\"name\": \"New {named.Length} ", System.StringComparison.Ordinal));
            Assert.Equal(expected, _shell.Run(command).MustSucceed().Texts[0]);
            Assert.DoesNotContain(_server.Requests.All, request => request.Body.Contains("$schema", System.StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("Export-SigmaDataModelSpec $folder", "json")]
    [InlineData("Export-SigmaDataModelSpec $folder -Format Yaml", "yaml")]
    public void Rename_over_files_keeps_the_reference(string export, string extension)
    {
        _shell.Run($"Get-SigmaDataModelSpec $model | {export} -SchemaReference").MustSucceed();
        string file = Directory.GetFiles(_folder.FullName, "*." + extension).Single();
        string before = File.ReadAllText(file);
        string element = JsonNode.Parse(_server.Organization.GetModel(PlugsOrders).SpecJson)!["pages"]![0]!["elements"]!.AsArray()
            .First(one => one!["kind"]!.GetValue<string>() == "table")!["id"]!.GetValue<string>();
        _shell.Set("element", element);
        _shell
            .Run("Rename-SigmaElement 'Plugs Orders' $element -NewName Renamed -Path $folder | Publish-SigmaReleasePlan -Confirm:$false")
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
        File.Copy(Path.Combine(Path.GetDirectoryName(Repository.Manifest)!, name), Path.Combine(_folder.FullName, name));
        Assert.Equal(["True"], _shell.Run("Test-SigmaDataModelSpec -Path $folder").MustSucceed().Texts);
        Assert.Equal(["1"], _shell.Run("@(Import-SigmaDataModelSpec -Path $folder/Plugs*).Count").MustSucceed().Texts);
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
        return Directory.GetFiles(_folder.FullName).Single();
    }

    private string Export(string options) =>
        _shell.Run($"(Export-SigmaDataModelSpec $folder -DataModelId $model {options} -PassThru).Status").MustSucceed().Texts[0]!;
}
