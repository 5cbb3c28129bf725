using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Releases;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.History;

/// <summary>The line at the end of each write, pasted, takes the write back; and the line of that undo brings it again.</summary>
public sealed class UndoLineTests : IAsyncLifetime
{
    private ReleaseTestBed _shop = null!;

    public async Task InitializeAsync()
    {
        // A folder of a person with a quote of each kind in the name.
        _shop = await ReleaseTestBed.OpenAsync();
        _shop.Write(1);
        _shop.Publish().MustSucceed();
        _shop.Shell.Set("id", _shop.LiveModel(1).Id);
        _shop.Shell.Run("Get-SigmaDataModelSpec $id | Export-SigmaDataModelSpec -DestinationPath \"$root/copy\"").MustSucceed();
    }

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Theory]
    [InlineData("$s.pages[0].elements[0].columns[2].formula = '[Net Revenue] * 5'; $s | Set-SigmaDataModelSpec")]
    [InlineData("$s.pages[0].elements[0].columns += @{ id = 'new1'; name = 'New'; formula = '1' }; $s | Set-SigmaDataModelSpec")]
    [InlineData("$s.pages[0].elements[0].columns.RemoveAt(2); $s | Set-SigmaDataModelSpec -AllowRemoval")]
    [InlineData(
        "$s.name = 'It' + [char]0x2018 + 's'; $s | Set-SigmaDataModelSpec; $s.name = 'New'; $s.description = 'x'; $s | "
            + "Set-SigmaDataModelSpec"
    )]
    [InlineData(
        "$s.description = \"a`r`n`$x ``b`` `\"c`\" \" + [char]0x201c + [char]7; $s | Set-SigmaDataModelSpec; $s.description = 'x'; $s | "
            + "Set-SigmaDataModelSpec"
    )]
    [InlineData("$s.name = 'New'; $s.pages[0].name = 'Other'; $s | Set-SigmaDataModelSpec -NoVerify")]
    [InlineData("$s.pages[0].name = 'Other'; $s | Set-SigmaDataModelSpec; Restore-SigmaDataModelSpec $id -DocumentVersion 1")]
    [InlineData("$s.pages[0].name = 'Other'; $s | Set-SigmaDataModelSpec; Restore-SigmaDataModelSpec -Path \"$root/copy/*.json\"")]
    [InlineData("$s.pages[0].name = 'Other'; $s | Set-SigmaDataModelSpec; Undo-SigmaChange $id 2")]
    public void Line_at_the_end_of_a_write_takes_it_back_and_its_own_line_brings_it_again(string script)
    {
        string[] steps = script.Split("; ");
        int last = Array.FindLastIndex(steps, step => step.Contains("-Sigma", StringComparison.Ordinal));
        _shop.Shell.Run("$s = Get-SigmaDataModelSpec $id; " + string.Join("; ", steps[..last])).MustSucceed();
        string before = State();
        string line = LastLine(_shop.Shell.Run(steps[last]).MustSucceed());
        string after = State();
        Assert.NotEqual(before, after);
        string again = LastLine(_shop.Shell.Run(line).MustSucceed());
        Assert.Equal(before, State());

        // Name and description are not versions, so that the undo of a rename is an ordinary change of the model.
        if (!line.Contains("Set-SigmaDataModel", StringComparison.Ordinal))
        {
            _shop.Shell.Run(again).MustSucceed();
            Assert.Equal(after, State());
        }
    }

    [Fact]
    public async Task Line_at_the_end_of_a_write_can_be_pasted_where_a_new_ID_and_a_new_name_look_like_another_item()
    {
        await using ReleaseTestBed shop = await ReleaseTestBed.OpenAsync(IdMode.ReassignElements);
        shop.Write(1);
        shop.Publish().MustSucceed();
        shop.Shell.Set("id", shop.LiveModel(1).Id);
        string line = LastLine(
            shop.Shell.Run(
                "$s = Get-SigmaDataModelSpec $id; $e = $s.pages[0].elements[0]; $e.name = 'Other'; $s | Set-SigmaDataModelSpec"
            ).MustSucceed());
        Assert.EndsWith(" -AllowRemoval", line, StringComparison.Ordinal);
        Assert.Contains("\"Other\"", shop.LiveModel(1).SpecJson, StringComparison.Ordinal);
        shop.Shell.Run(line).MustSucceed();
        Assert.DoesNotContain("\"Other\"", shop.LiveModel(1).SpecJson, StringComparison.Ordinal);
        Assert.Contains("\"Orders 1\"", shop.LiveModel(1).SpecJson, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_at_the_end_of_a_write_does_not_allow_the_removal_of_what_somebody_else_added()
    {
        // The first reading after the PUT is the reading back, however many there were before.
        Fault readBack = new()
        {
            Method = "GET",
            PathContains = "/spec",
            Meanwhile = () => Task.Run(() => _shop.Server.Organization.EditAsColleague(_shop.LiveModel(1).Id, spec =>
                spec["pages"]![0]!["elements"]![0]!["columns"]!
                    .AsArray()
                    .Add(JsonNode.Parse("""{"id":"theirs","name":"Theirs","formula":"1"}""")))),
        };
        _shop.Server.Faults.Arm(new Fault { Method = "PUT", Meanwhile = () => Task.Run(() => _shop.Server.Faults.Arm(readBack)) });
        string line = LastLine(
            _shop.Shell.Run("$s = Get-SigmaDataModelSpec $id; $s.pages[0].name = 'Other'; $s | Set-SigmaDataModelSpec").MustSucceed());
        Assert.Contains("Theirs", State(), StringComparison.Ordinal);
        Assert.DoesNotContain("-AllowRemoval", line, StringComparison.Ordinal);
        _shop.Shell.Run(line).MustSucceed();
        Assert.Contains("Theirs", State(), StringComparison.Ordinal);
    }

    [Fact]
    public void Line_at_the_end_of_a_write_shows_to_a_person_and_leaves_the_output_alone()
    {
        ShellResult written = _shop
            .Shell.Run("$s = Get-SigmaDataModelSpec $id; $s.pages[0].name = 'Other'; $s | Set-SigmaDataModelSpec")
            .MustSucceed();
        Assert.Empty(written.Output);
        Assert.Contains("To undo, run: Undo-SigmaChange", written.Host, StringComparison.Ordinal);

        // Nothing was sent, so there is nothing to take back.
        Assert.DoesNotContain("To undo", _shop.Shell.Run("$s | Set-SigmaDataModelSpec").MustSucceed().Host, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "To undo",
            _shop.Shell.Run("$s.pages[0].name = 'Third'; $s | Set-SigmaDataModelSpec -WhatIf").MustSucceed().Host,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("runs")]
    [InlineData("It's ‘here’ [1] `$x")]
    public void Line_at_the_end_of_a_release_and_of_its_undo_can_be_pasted(string folder)
    {
        JsonObject model = JsonNode.Parse(File.ReadAllText(_shop.FileOf(1)))!.AsObject();
        model["pages"]![0]!["elements"]![0]!["columns"]!
            .AsArray()
            .Add(
                new JsonObject
                {
                    ["id"] = "added",
                    ["formula"] = "1",
                    ["name"] = "Added",
                });
        _shop.Save(1, model);
        _shop.Shell.Set("runs", Path.Combine(_shop.Root, folder));
        string before = State();
        string line = LastLine(_shop.Publish("-RunPath $runs").MustSucceed());
        string after = State();
        string again = LastLine(_shop.Shell.Run(line).MustSucceed());
        Assert.Equal(before, State());
        _shop.Shell.Run(again).MustSucceed();
        Assert.Equal(after, State());
    }

    [Fact]
    public void Line_at_the_end_of_an_undo_that_brings_a_model_back_removes_it_again()
    {
        _shop.Write(2);
        _shop.Publish().MustSucceed();
        File.Delete(_shop.FileOf(2));
        string line = LastLine(_shop.Publish("-Prune").MustSucceed());
        Assert.Single(_shop.Live);
        string again = LastLine(_shop.Shell.Run(line).MustSucceed());
        Assert.Equal(2, _shop.Live.Count);
        _shop.Shell.Run(again + " -Confirm:$false").MustSucceed();
        Assert.Single(_shop.Live);
    }

    [Theory]
    [InlineData("Rename-SigmaColumn 'Model 01' 'Orders 1' Scaled 'It''s scaled'")]
    [InlineData("Rename-SigmaElement 'Model 01' 'Orders 1' -NewName ‘Sales’")]
    public void Line_at_the_end_of_a_rename_over_files_renames_back(string rename)
    {
        _shop.Write(2, 1);
        string before = Files();
        string line = LastLine(_shop.Shell.Run($"{rename} -LiteralPath $models | Publish-SigmaReleasePlan").MustSucceed());
        string after = Files();
        Assert.NotEqual(before, after);
        string again = LastLine(_shop.Shell.Run(line).MustSucceed());
        Assert.Equal(before, Files());
        _shop.Shell.Run(again).MustSucceed();
        Assert.Equal(after, Files());
    }

    private static string LastLine(ShellResult result)
    {
        string text = result.Information.LastOrDefault(record => record.Tags.Contains("SigmaPS.Undo"))?.MessageData.ToString() ?? "";
        return text.Length == 0 ? "" : text[(text.IndexOf(": ", StringComparison.Ordinal) + 2)..];
    }

    private string Files() => string.Join("\n", Directory.GetFiles(_shop.Models, "*.json").Order(StringComparer.Ordinal)
        .Select(file => JsonNode.Parse(File.ReadAllText(file))!.ToJsonString()));

    private string State()
    {
        IEnumerable<string> models = _shop.Live.OrderBy(model => model.Id, StringComparer.Ordinal)
            .Select(model => $"{model.Name}|{model.Description}|{JsonNode.Parse(model.SpecJson)!["pages"]!.ToJsonString()}");
        return string.Join("\n", models);
    }
}
