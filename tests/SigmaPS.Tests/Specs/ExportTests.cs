using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Specs;

public sealed class ExportTests : SandboxTest
{
    private const string PlugsFile = "Plugs Orders.2901pYHmWLoCy81SHAH0o3.json";

    private protected override void Arrange()
    {
        Shell.Set("id", PlugsOrders);
        Shell.Set("folder", Folder.FullName);
    }

    [Fact]
    [CoversParameter("Export-SigmaDataModelSpec", "DestinationPath", "PassThru", "DataModelId")]
    public void A_file_a_model_is_written_and_the_next_time_none_is_touched()
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
    public void The_text_is_stable_and_the_same_JSON_value()
    {
        Export("-DataModelId $id");
        string text = File.ReadAllText(Path.Combine(Folder.FullName, PlugsFile));
        Assert.Equal(JsonNode.Parse(Live.SpecJson)!.ToJsonString(), JsonNode.Parse(text)!.ToJsonString());
        Assert.DoesNotContain("\r", text);
        Assert.StartsWith("{\n  \"dataModelId\"", text);
        Assert.EndsWith("}\n", text);
    }

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
    public void The_index_is_the_base_of_a_later_write_from_the_file_and_moves_on_with_it()
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

    [Fact]
    public void A_renamed_model_keeps_one_file_also_when_the_index_is_lost()
    {
        Export("-DataModelId $id");
        Run("$s = Get-SigmaDataModelSpec $id; $s.name = 'CON'; $s | Set-SigmaDataModelSpec").MustSucceed();
        Assert.Equal("Renamed", Export("-DataModelId $id").Property("Status")!.ToString());
        Assert.Equal(["_CON.2901pYHmWLoCy81SHAH0o3.json"], Files(""));
        Directory.Delete(Path.Combine(Folder.FullName, ".sigma"), recursive: true);
        Run("$s.name = 'Plugs [all] 100%: \"ok\"?'; $s | Set-SigmaDataModelSpec").MustSucceed();
        Assert.Equal("Renamed", Export("-DataModelId $id").Property("Status")!.ToString());
        Assert.Equal(["Plugs -all- 100-- -ok.2901pYHmWLoCy81SHAH0o3.json"], Files(""));
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
    public void An_export_that_misses_a_model_says_how_many_of_how_many_and_fails_visibly()
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

    [Theory]
    [InlineData("../victim.json")]
    [InlineData("sub/victim.json")]
    [InlineData("victim.txt")]
    public void An_index_that_points_elsewhere_is_refused(string file)
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
    public void A_rename_in_case_only_leaves_exactly_the_new_name()
    {
        Export("-DataModelId $id");
        Run("$s = Get-SigmaDataModelSpec $id; $s.name = 'PLUGS orders'; $s | Set-SigmaDataModelSpec").MustSucceed();
        Export("-DataModelId $id");
        Assert.Equal(["PLUGS orders.2901pYHmWLoCy81SHAH0o3.json"], Files(""));
    }

    [Fact]
    public void An_empty_file_is_replaced_and_the_index_stands_last()
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
    public void An_object_of_any_type_is_written_and_not_what_is_live()
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
    public void What_was_edited_in_memory_is_written_wherever_it_was_read(string read)
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
    public void What_names_a_model_is_exported_as_it_is_live(string given)
    {
        Assert.Equal(
            "Written",
            Run($"& {{ {given} }} | Export-SigmaDataModelSpec $folder -PassThru").MustSucceed().Property("Status")!.ToString());
        Assert.Equal(1, Requests.Count("GET", "**/spec"));
    }

    [Fact]
    public void A_property_that_cannot_be_read_is_one_item_s_error()
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
    public void What_YAML_cannot_hold_is_one_model_s_error()
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
    [CoversParameter("Export-SigmaDataModelSpec", "Spec")]
    public void A_spec_in_memory_is_written_as_it_is()
    {
        Run("$s = Get-SigmaDataModelSpec $id; $s.pages[0].name = 'In memory'; $s | Export-SigmaDataModelSpec $folder").MustSucceed();
        Assert.Contains("In memory", File.ReadAllText(Path.Combine(Folder.FullName, PlugsFile)));
        Assert.Equal(1, Requests.Count());
    }

    [Fact]
    public void What_was_read_in_another_organisation_stays_that_organisation_s()
    {
        Export("-DataModelId $id -ContentOnly");
        string index = Path.Combine(Folder.FullName, ".sigma", "index.json");
        File.WriteAllText(index, File.ReadAllText(index).Replace(Organization.Id, "another"));
        Run("Import-SigmaDataModelSpec $folder | Export-SigmaDataModelSpec $folder/copy -ContentOnly").MustSucceed();
        JsonNode entry = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder.FullName, "copy", ".sigma", "index.json")))!["models"]![0]!;
        Assert.Equal((PlugsOrders, "another", 2), ((string)entry["id"]!, (string)entry["organization"]!, (int)entry["version"]!));
    }

    [Fact]
    public void The_index_keeps_what_another_export_wrote_meanwhile()
    {
        Run(
                "$id | ForEach-Object { $_; Get-SigmaDataModel -Name 'Sales Core' "
                    + "| Export-SigmaDataModelSpec $folder } | Export-SigmaDataModelSpec $folder")
            .MustSucceed();
        Assert.Equal(
            3,
            JsonNode.Parse(File.ReadAllText(Path.Combine(Folder.FullName, ".sigma", "index.json")))!["models"]!.AsArray().Count);
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

    [Theory]
    [InlineData("package.json", "{}")]
    [InlineData("sigma.environments.json", "{ \"environments\": {} }")]
    [InlineData("Draft of Plugs Orders.2901pYHmWLoCy81SHAH0o3.json", "")]
    public void Export_keeps_a_file_that_is_not_its_own_when_the_index_names_it_or_is_lost(string name, string content)
    {
        Export("-DataModelId $id");
        string own = Path.Combine(Folder.FullName, PlugsFile);
        string other = Path.Combine(Folder.FullName, name);
        File.WriteAllText(other, content.Length > 0 ? content : File.ReadAllText(own));
        string index = Path.Combine(Folder.FullName, ".sigma", "index.json");
        File.WriteAllText(index, content.Length > 0 ? File.ReadAllText(index).Replace(PlugsFile, name) : "{\"models\": []}");
        Assert.Equal("Unchanged", Export("-DataModelId $id -OverwriteEdited").Property("Status")!.ToString());
        Assert.True(File.Exists(other));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-Format Yaml")]
    [InlineData("rename")]
    [CoversParameter("Export-SigmaDataModelSpec", "OverwriteEdited")]
    public void Export_keeps_an_edited_file_when_OverwriteEdited_is_absent(string how)
    {
        Export("-DataModelId $id");
        string own = Path.Combine(Folder.FullName, PlugsFile);
        string edited = File.ReadAllText(own).Replace("\"schemaVersion\": 1", "\"my\": \"WORK\", \"schemaVersion\": 1");
        File.WriteAllText(own, edited);
        if (how == "rename")
        {
            Run("$s = Get-SigmaDataModelSpec $id; $s.name = 'Other'; $s | Set-SigmaDataModelSpec").MustSucceed();
        }

        string arguments = "-DataModelId $id " + (how == "rename" ? "" : how);
        ShellResult kept = Export(arguments);
        Assert.Equal("Kept", kept.Property("Status")!.ToString());
        Assert.Contains("-OverwriteEdited", Assert.Single(kept.Warnings));
        Assert.Equal(edited, File.ReadAllText(own));
        Export(arguments + " -OverwriteEdited");
        Assert.DoesNotContain("WORK", string.Concat(Files("").Select(file => File.ReadAllText(Path.Combine(Folder.FullName, file)))));
        Assert.Single(Files(""));
    }

    [Fact]
    public void Export_leaves_a_file_as_it_is_when_only_line_ends_mark_or_layout_differ()
    {
        Export("-DataModelId $id");
        string own = Path.Combine(Folder.FullName, PlugsFile);
        string text = File.ReadAllText(own);
        foreach (string other in new[] { text.Replace("\n", "\r\n"), "\uFEFF" + text, text.Replace("  ", "    "), text.Replace("\n", " ") })
        {
            File.WriteAllText(own, other);
            Assert.Equal("Unchanged", Export("-DataModelId $id").Property("Status")!.ToString());
            Assert.Equal(new System.Text.UTF8Encoding(false).GetBytes(other), File.ReadAllBytes(own));
        }
    }

    private ShellResult Export(string arguments) => Run($"Export-SigmaDataModelSpec $folder -PassThru {arguments}").MustSucceed();

    private static string Status(object? result) =>
        System.Management.Automation.PSObject.AsPSObject(result!).Properties["Status"].Value.ToString()!;

    private string[] Files(string below) =>
        [.. Directory.GetFiles(Path.Combine(Folder.FullName, below)).Select(file => Path.GetFileName(file)!).Order()];

    private DateTime[] Times(string below) =>
        [
            .. Directory
                .GetFiles(Path.Combine(Folder.FullName, below), "*", SearchOption.AllDirectories)
                .Order()
                .Select(File.GetLastWriteTimeUtc),
        ];
}
