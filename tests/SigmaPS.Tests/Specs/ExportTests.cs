using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Specs;

/// <summary>The files that an export writes, and its errors when it cannot.</summary>
public sealed class ExportTests : ExportTestBed
{
    [Fact]
    [CoversParameter("Export-SigmaDataModelSpec", "DestinationPath", "PassThru", "DataModelId")]
    public void One_file_per_model_is_written_and_the_next_export_changes_none()
    {
        ShellResult first = Run("Get-SigmaDataModel | Export-SigmaDataModelSpec \"$folder/new/models\" -PassThru").MustSucceed();
        int models = Organization.Models.Count(m => !m.IsArchived);
        Assert.Equal(models, first.Output.Count);
        Assert.All(first.Output, result => Assert.Equal("Written", Status(result)));
        string[] files = Files("new/models");
        Assert.Equal(models, files.Length);
        Assert.Contains(PlugsFile, files);
        Assert.DoesNotContain(files, file => file.IndexOfAny(['?', '*', '[', ']', ':', '"', '<', '>', '|', '&']) >= 0);
        DateTime[] before = Times("new/models");
        ShellResult second = Run("Get-SigmaDataModel | Export-SigmaDataModelSpec \"$folder/new/models\" -PassThru").MustSucceed();
        Assert.All(second.Output, result => Assert.Equal("Unchanged", Status(result)));
        Assert.Equal(before, Times("new/models"));
    }

    [Fact]
    public void Text_is_stable_and_the_same_JSON_value()
    {
        Export("-DataModelId $id");
        string text = File.ReadAllText(Path.Combine(Folder.FullName, PlugsFile));
        Assert.Equal(JsonNode.Parse(Live.SpecJson)!.ToJsonString(), JsonNode.Parse(text)!.ToJsonString());
        Assert.DoesNotContain("\r", text);
        Assert.StartsWith("{\n  \"dataModelId\"", text);
        Assert.EndsWith("}\n", text);
    }

    [Fact]
    public void Two_models_of_one_name_have_two_files()
    {
        Assert.Equal(
            2,
            Run("Get-SigmaDataModel -Name 'Sales Core' | Export-SigmaDataModelSpec $folder -PassThru").MustSucceed().Output.Count);
        Assert.Equal(2, Files("").Length);
    }

    [Fact]
    public void Export_that_misses_a_model_reports_both_counts_and_fails()
    {
        Server.Faults.Arm(new Fault { PathContains = PlugsOrders, Status = 500 });
        ShellResult result = Run("Get-SigmaDataModel | Export-SigmaDataModelSpec $folder");
        int models = Organization.Models.Count(m => !m.IsArchived);
        Assert.Equal(
            ["SigmaServiceUnavailable", "SigmaExportIncomplete"],
            result.Errors.Select(e => e.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Contains($"{models - 1} of {models} data models", result.Errors[1].ErrorDetails.Message);
        Assert.Equal(models - 1, Files("").Length);
        Assert.True(File.Exists(Path.Combine(Folder.FullName, ".sigma", "index.json")));
    }

    [Fact]
    [CoversParameter("Export-SigmaDataModelSpec", "WhatIf", "Confirm", "Session")]
    public void WhatIf_writes_nothing_at_all()
    {
        ShellResult result = Run("Export-SigmaDataModelSpec $folder -DataModelId $id -WhatIf -Confirm:$false -Session (Get-SigmaSession)")
            .MustSucceed();
        Assert.Contains(PlugsFile, result.Host);
        Assert.Empty(Folder.GetFileSystemInfos());
    }

    [Fact]
    public void WhatIf_deletes_nothing_either()
    {
        Export("-DataModelId $id -Format Json");
        Directory.Delete(Path.Combine(Folder.FullName, ".sigma"), recursive: true);
        string yaml = Path.Combine(Folder.FullName, PlugsFile.Replace(".json", ".yaml"));
        File.WriteAllText(yaml, Assert.Single(Run("Get-SigmaDataModelSpec $id -AsYaml").Texts)!);
        Run("Export-SigmaDataModelSpec $folder -DataModelId $id -Format Yaml -WhatIf").MustSucceed();
        Assert.Equal(2, Files("").Length);
        Assert.False(Directory.Exists(Path.Combine(Folder.FullName, ".sigma")));
        Assert.Equal("Unchanged", Export("-DataModelId $id -Format Yaml").Property("Status")!.ToString());
        Assert.Equal([Path.GetFileName(yaml)], Files(""));
    }

    [Fact]
    public void Spec_without_a_YAML_form_is_an_error_of_one_model()
    {
        string bad = Organization.AddModel("""{"schemaVersion":1,"pages":[]}""", "Doubled", "Retail/Models");
        Server.Faults.Arm(new Fault { PathContains = bad, Status = 200, Body = $$"""{"dataModelId":"{{bad}}","name":"Doubled","schemaVersion":1,"pages":[],"x":{"a":1,"a":2} }""" });
        Shell.Set("bad", bad);
        ShellResult result = Run("$bad, $id | Export-SigmaDataModelSpec $folder -Format Yaml");
        Assert.Equal(
            ["SigmaSpecNotRepresentable", "SigmaExportIncomplete"],
            result.Errors.Select(e => e.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Single(Files(""));
        Server.Faults.Arm(new Fault { PathContains = bad, Status = 200, Body = $$"""{"dataModelId":"{{bad}}","name":"Doubled","schemaVersion":1,"pages":[],"x":{"a":1,"a":2} }""" });
        ShellResult text = Run("$bad, $id | Get-SigmaDataModelSpec -AsYaml");
        Assert.Equal("SigmaSpecNotRepresentable", text.ErrorId);
        Assert.Contains("/x/a", text.ErrorText);
        Assert.Single(text.Output);
    }

    [Fact]
    public void No_folder_or_a_broken_index_ends_the_command_before_anything_is_asked()
    {
        Assert.Equal("SigmaInvalidArgument", Run("Export-SigmaDataModelSpec -DataModelId $id").ErrorId);
        Directory.CreateDirectory(Path.Combine(Folder.FullName, ".sigma"));
        File.WriteAllText(Path.Combine(Folder.FullName, ".sigma", "index.json"), "<<<<<<< HEAD");
        ShellResult broken = Run("Export-SigmaDataModelSpec $folder -DataModelId $id");
        Assert.Equal("SigmaFileFailed", broken.ErrorId);
        Assert.Contains("index.json", broken.ErrorText);
        Assert.Empty(Requests.All);
    }

    [Fact]
    [CoversParameter("Export-SigmaDataModelSpec", "Format")]
    [CoversParameter("Get-SigmaDataModelSpec", "AsYaml")]
    public void Yaml_is_written_read_and_put_back()
    {
        string path = (string)Export("-DataModelId $id -Format Yaml").Property("Path")!;
        Assert.EndsWith(".yaml", path);
        Assert.Equal(File.ReadAllText(path), Assert.Single(Run("Get-SigmaDataModelSpec $id -AsYaml").MustSucceed().Texts));
        File.WriteAllText(path, File.ReadAllText(path).Replace("name: Cost\n", "name: Costs\n"));
        Run("Set-SigmaDataModelSpec -Path \"$folder/*.yaml\"").MustSucceed();
        Assert.Contains("\"Costs\"", Live.SpecJson);
    }

    private static string Status(object? result) =>
        System.Management.Automation.PSObject.AsPSObject(result!).Properties["Status"].Value.ToString()!;

    private DateTime[] Times(string below) =>
        [
            .. Directory
                .GetFiles(Path.Combine(Folder.FullName, below), "*", SearchOption.AllDirectories)
                .Order()
                .Select(File.GetLastWriteTimeUtc),
        ];
}
