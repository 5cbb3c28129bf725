using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>A rename over a folder of files that read one another.</summary>
public sealed class RenameFilesTests : ShellTest
{
    private const int Models = 20;

    public RenameFilesTests()
    {
        for (int i = 0; i < Models; i++)
        {
            File.WriteAllText(Path.Combine(Folder.FullName, $"model{i:00}.json"), Content(i));
        }

        Shell.Set("folder", Folder.FullName);
    }

    [Theory]
    [CoversParameter("Rename-SigmaColumn", "Path", "LiteralPath")]
    [CoversParameter("Rename-SigmaMetric", "Path", "LiteralPath")]
    [CoversParameter("Rename-SigmaElement", "Path", "LiteralPath")]
    [InlineData("Rename-SigmaColumn 'Model 0' 'Table 0' {0} {1} -Path $folder", "Amount", "'Net / [Amount]'", 7)]
    [InlineData("Rename-SigmaMetric 'Model 0' 'Table 0' {0} {1} -LiteralPath $folder", "Total", "'Grand Total'", 20)]
    [InlineData("Rename-SigmaElement 'Model 0' {0} -NewName {1} -LiteralPath $folder", "'Table 0'", "'Facts'", 7)]
    [InlineData("Rename-SigmaColumn 'Model 7' 'Table 7' {0} {1} -LiteralPath $folder", "Amount", "Sum", 1)]
    public void Renaming_and_renaming_back_leaves_the_same_json_values(string command, string name, string newName, int atLeast)
    {
        string[] before = Read();
        string there = string.Format(null, command, name, newName);
        string back = string.Format(null, command, newName, name);
        ShellResult planned = Run($"$plan = {there}; $plan").MustSucceed();
        Assert.Equal(2, planned.Property("ExitCode"));
        Assert.Equal(before, Read());
        Assert.Contains(
            "Write the file",
            Run("$plan | Publish-SigmaReleasePlan -WhatIf").MustSucceed().Host,
            StringComparison.Ordinal);
        Assert.Equal(before, Read());
        string?[] statuses = [.. Run("$plan | Publish-SigmaReleasePlan | ForEach-Object Status").MustSucceed().Texts];
        Assert.True(statuses.Length >= atLeast, $"{statuses.Length} files were written.");
        Assert.NotEqual(before, Read());
        Assert.Empty(Run("Get-SigmaDataModelSpecIssue -LiteralPath $folder -Severity Error").MustSucceed().Output);
        Run($"{back} | Publish-SigmaReleasePlan").MustSucceed();
        Assert.Equal(before, Read());
    }

    [Theory]
    [InlineData("Rename-SigmaColumn 'Model 0' 'Table 0' {0} {1} -Path $folder", "Amount", "'Net: / [Amount] #'")]
    [InlineData("Rename-SigmaMetric 'Model 0' 'Table 0' {0} {1} -Path $folder", "Total", "'yes'")]
    [InlineData("Rename-SigmaElement 'Model 0' {0} -NewName {1} -Path $folder", "'Table 0'", "'- Facts'")]
    public void Folder_with_files_in_both_formats_is_renamed_and_renamed_back(string command, string name, string newName)
    {
        // Every second file, of those that are read and those that read, becomes YAML.
        string yaml = Path.Combine(Folder.FullName, "yaml");
        Shell.Set("yaml", yaml);
        for (int i = 0; i < Models; i += 2)
        {
            Shell.Set("file", Path.Combine(Folder.FullName, $"model{i:00}.json"));
            Run("Import-SigmaDataModelSpec -LiteralPath $file | Export-SigmaDataModelSpec -DestinationPath $yaml -Format Yaml")
                .MustSucceed();
            File.Delete(Path.Combine(Folder.FullName, $"model{i:00}.json"));
        }

        string[] files = Directory.GetFiles(yaml, "*.yaml");
        Assert.Equal(Models / 2, files.Length);
        Dictionary<string, string> before = Texts();
        Run($"{string.Format(null, command, name, newName)} | Publish-SigmaReleasePlan").MustSucceed();
        Dictionary<string, string> there = Texts();
        Assert.Contains(files, file => there[file] != before[file]);
        Assert.Contains(there, pair => pair.Key.EndsWith(".json", StringComparison.Ordinal) && pair.Value != before[pair.Key]);
        Assert.Empty(Run("Get-SigmaDataModelSpecIssue -LiteralPath $folder -Severity Error").MustSucceed().Output);
        Run($"{string.Format(null, command, newName, name)} | Publish-SigmaReleasePlan").MustSucceed();
        Assert.Equal(before, Texts());
    }

    [Fact]
    public void Plan_is_refused_when_a_file_has_changed_and_can_be_repeated_when_a_write_was_cut_off()
    {
        const string Rename = "Rename-SigmaColumn 'Model 0' 'Table 0' Amount Net -LiteralPath $folder";
        string file = Path.Combine(Folder.FullName, "model01.json");
        string untouched = File.ReadAllText(file);
        Run($"$plan = {Rename}").MustSucceed();
        File.WriteAllText(file, untouched.Replace("Twice", "Double", StringComparison.Ordinal));
        Assert.Equal("SigmaPlanStale", Run("$plan | Publish-SigmaReleasePlan").ErrorId);
        File.WriteAllText(file, untouched);
        Run("$plan | Publish-SigmaReleasePlan").MustSucceed();

        // One file is as it was before the rename, as after a run that ended early.
        string[] expected = Read();
        File.WriteAllText(file, untouched);
        Run($"{Rename} | Publish-SigmaReleasePlan").MustSucceed();
        Assert.Equal(expected, Read());
        Assert.Equal("SigmaModelNotFound", Run("Rename-SigmaColumn 'Model X' 'Table 0' Amount Net -LiteralPath $folder").ErrorId);
    }

    private string[] Read() =>
        [
            .. Directory
                .GetFiles(Folder.FullName)
                .Order(StringComparer.Ordinal)
                .Select(file => JsonNode.Parse(File.ReadAllText(file))!.ToJsonString()),
        ];

    // YAML as it is written, JSON as a value.
    private Dictionary<string, string> Texts() =>
        Directory
            .GetFiles(Folder.FullName, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".yaml" || Path.GetDirectoryName(file) == Folder.FullName)
            .ToDictionary(
                file => file,
                file => Path.GetExtension(file) == ".yaml" ? File.ReadAllText(file) : JsonNode.Parse(File.ReadAllText(file))!.ToJsonString()
            );

    // Six models read each one. A third of them has the old layout, which contains every name; a third spells default names out at the end.
    private static string Content(int i)
    {
        int read = (i - 1) / 6;
        string source = i == 0
            ? """{"kind":"sql","connectionId":"6e1a4c0b-52d7-4f7e-8f0d-31b9a7c45e22","statement":"select 1"}"""
            : $$"""{"kind":"data-model","dataModelId":"{{Id(read)}}","elementId":"t{{read}}"}""";
        string prefix = i == 0 ? "Custom SQL" : $"Table {read}";
        string amount = (i % 3) switch
        {
            2 => $$"""{"id":"a","name":"Amount","formula":"[{{prefix}}/Amount]"}""",
            1 => $$"""{"id":"a","formula":"[{{prefix}}/Amount]","name":"Amount"}""",
            _ => $$"""{"id":"a","formula":"[{{prefix}}/Amount]"}""",
        };
        string metrics = i == 0 ? ""","metrics":[{"id":"m","formula":"Sum([Amount])","name":"Total"}]""" : "";
        return $$"""
            {"dataModelId":"{{Id(i)}}","name":"Model {{i}}","schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[
            {"id":"t{{i}}","kind":"table","source":{{source}},"columns":[{{amount}},
             {"id":"b","formula":"[Amount] * {{i}} + [{{prefix}}/Amount]","name":"Twice"},{"id":"c","formula":"[Metrics/Total] / 2","name":"Share"}],"name":"Table {{i}}"{{metrics}}}]}]}
            """;
    }

    private static string Id(int i) => $"00000000-0000-4000-8000-0000000000{i:00}";
}
