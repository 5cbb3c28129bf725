using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Specs;

/// <summary>The index that an export writes beside its files, and that a later command reads.</summary>
public sealed class ExportIndexTests : ExportTestBed
{
    [Fact]
    [CoversParameter("Export-SigmaDataModelSpec", "ContentOnly")]
    public void Content_only_leaves_the_service_s_fields_to_the_index()
    {
        Export("-DataModelId $id -ContentOnly");
        Assert.Equal(
            ["name", "schemaVersion", "pages"],
            JsonNode.Parse(File.ReadAllText(Path.Combine(Folder.FullName, PlugsFile)))!.AsObject().Select(p => p.Key));
        string[] index = File.ReadAllLines(Path.Combine(Folder.FullName, ".sigma", "index.json"));
        Assert.Equal(5, index.Length);
        JsonObject entry = JsonNode.Parse(index[2].Trim().TrimEnd(','))!.AsObject();
        Assert.Equal(
            (PlugsOrders, PlugsFile, Organization.Id, 2),
            ((string)entry["id"]!, (string)entry["file"]!, (string)entry["organization"]!, (int)entry["version"]!));
        Assert.Matches("^[0-9a-f]{64}$", (string)entry["pages"]!);
    }

    [Fact]
    [CoversParameter("Set-SigmaDataModelSpec", "Path")]
    public void Index_is_the_base_of_a_write_from_the_file_and_is_updated_by_it()
    {
        Export("-DataModelId $id -ContentOnly");
        string path = Path.Combine(Folder.FullName, PlugsFile);
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"Cost\"", "\"Costs\""));
        Run("Set-SigmaDataModelSpec -Path \"$folder/*.json\"").MustSucceed();
        Assert.Equal(3, Live.LatestVersion);
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"Costs\"", "\"Expense\""));
        Run("Set-SigmaDataModelSpec -Path \"$folder/*.json\"").MustSucceed();
        Organization.EditAsColleague(PlugsOrders, spec => spec["pages"]![0]!["name"] = "Theirs");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"Expense\"", "\"Cost\""));
        Assert.Equal("SigmaSpecConflict", Run("Set-SigmaDataModelSpec -Path \"$folder/*.json\"").ErrorId);
        Assert.Equal(5, Live.LatestVersion);
    }

    [Theory]
    [InlineData("../victim.json")]
    [InlineData("sub/victim.json")]
    [InlineData("victim.txt")]
    public void Index_that_points_elsewhere_is_refused(string file)
    {
        Export("-DataModelId $id");
        string index = Path.Combine(Folder.FullName, ".sigma", "index.json");
        File.WriteAllText(index, File.ReadAllText(index).Replace(PlugsFile, file));
        string victim = Path.Combine(Folder.FullName, "models", file);
        Directory.CreateDirectory(Path.Combine(Folder.FullName, "models", "sub"));
        File.WriteAllText(victim, "{}");
        Directory.Move(Path.Combine(Folder.FullName, ".sigma"), Path.Combine(Folder.FullName, "models", ".sigma"));
        ShellResult result = Run("Export-SigmaDataModelSpec $folder/models -DataModelId $id");
        Assert.True(File.Exists(victim));
        Assert.Equal("SigmaFileFailed", result.ErrorId);
        Assert.Contains("index.json", result.ErrorText);
    }

    [Fact]
    public void Empty_file_is_replaced_and_the_index_is_written_last()
    {
        File.WriteAllText(Path.Combine(Folder.FullName, PlugsFile), "");
        ShellResult result = Run(
                "Get-SigmaDataModel | Export-SigmaDataModelSpec $folder -PassThru "
                    + "| ForEach-Object { [System.IO.File]::Exists(\"$folder/.sigma/index.json\") }")
            .MustSucceed();
        Assert.All(result.Texts, exists => Assert.Equal("False", exists));
        Assert.NotEqual(0, new FileInfo(Path.Combine(Folder.FullName, PlugsFile)).Length);
        string[] ids =
        [
            .. JsonNode.Parse(File.ReadAllText(Path.Combine(Folder.FullName, ".sigma", "index.json")))!["models"]!
                .AsArray()
                .Select(m => (string)m!["id"]!),
        ];
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public void Entry_of_another_organization_stays_unchanged()
    {
        Export("-DataModelId $id -ContentOnly");
        string index = Path.Combine(Folder.FullName, ".sigma", "index.json");
        File.WriteAllText(index, File.ReadAllText(index).Replace(Organization.Id, "another"));
        Run("Import-SigmaDataModelSpec $folder | Export-SigmaDataModelSpec $folder/copy -ContentOnly").MustSucceed();
        JsonNode entry = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder.FullName, "copy", ".sigma", "index.json")))!["models"]![0]!;
        Assert.Equal((PlugsOrders, "another", 2), ((string)entry["id"]!, (string)entry["organization"]!, (int)entry["version"]!));
    }

    [Fact]
    public void Index_keeps_what_another_export_wrote_meanwhile()
    {
        Run(
                "$id | ForEach-Object { $_; Get-SigmaDataModel -Name 'Sales Core' "
                    + "| Export-SigmaDataModelSpec $folder } | Export-SigmaDataModelSpec $folder")
            .MustSucceed();
        Assert.Equal(
            3,
            JsonNode.Parse(File.ReadAllText(Path.Combine(Folder.FullName, ".sigma", "index.json")))!["models"]!.AsArray().Count);
    }
}
