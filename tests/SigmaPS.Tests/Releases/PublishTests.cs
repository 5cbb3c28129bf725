using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>What a publish does beside the plain case: stale plans, failures, renames, orphans, tags, and the way back.</summary>
public sealed class PublishTests : IAsyncLifetime
{
    private ReleaseTestBed _shop = null!;

    public async Task InitializeAsync()
    {
        _shop = await ReleaseTestBed.OpenAsync();
        _shop.Write(1);
        _shop.Write(2, 1);
        _shop.Write(3);
    }

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public void A_plan_that_no_longer_holds_is_not_carried_out()
    {
        _shop.Publish().MustSucceed();
        Change(1, "[Net Revenue] * 3");
        _shop.Plan().MustSucceed();
        Change(1, "[Net Revenue] * 4");
        _shop.Server.Requests.Clear();
        ShellResult refused = _shop.Shell.Run("$plan | Publish-SigmaReleasePlan -Confirm:$false");
        Assert.Equal("SigmaPlanStale", refused.ErrorId);
        Assert.Contains("Model 01", refused.ErrorText);
        Assert.Equal(0, _shop.Server.Requests.Count("PUT"));

        _shop.Plan().MustSucceed();
        _shop.Server.Organization.EditAsColleague(_shop.LiveModel(1).Id, spec => spec["pages"]![0]!["name"] = "By hand");
        Assert.Equal("SigmaPlanStale", _shop.Shell.Run("$plan | Publish-SigmaReleasePlan -Confirm:$false -IgnoreConflict").ErrorId);
        Assert.Equal(0, _shop.Server.Requests.Count("PUT"));
    }

    [Fact]
    [CoversParameter("New-SigmaReleasePlan", "SavePath")]
    [CoversParameter("Publish-SigmaReleasePlan", "Path", "LiteralPath", "ModelPath", "EnvironmentPath")]
    public void A_saved_plan_is_published_from_a_folder_that_lies_elsewhere_now()
    {
        _shop.Plan("-SavePath \"$root/out/plan.json\"").MustSucceed();
        string text = File.ReadAllText(Path.Combine(_shop.Root, "out", "plan.json"));
        Assert.Contains("\"../models\"", text);
        Assert.DoesNotContain(_shop.Root, text);

        string moved = Path.Combine(_shop.Root, "artifact");
        Directory.Move(_shop.Models, moved);
        _shop.Shell.Set("moved", moved);
        Assert.Equal(
            "SigmaFileFailed",
            _shop.Shell.Run("Publish-SigmaReleasePlan -LiteralPath \"$root/out/plan.json\" -Confirm:$false").ErrorId);
        File.Move(_shop.EnvironmentFile, Path.Combine(_shop.Root, "envs.json"));
        ShellResult results = _shop
            .Shell.Run(
                "Publish-SigmaReleasePlan -Path \"$root/out/pl*.json\" -ModelPath $moved "
                    + "-EnvironmentPath \"$root/envs.json\" -Confirm:$false")
            .MustSucceed();
        Assert.Equal(3, results.Output.Count);
        Assert.Equal(3, _shop.Live.Count);
    }

    [Fact]
    [CoversParameter("Publish-SigmaReleasePlan", "OnError")]
    public void After_a_failure_nothing_more_is_begun_or_everything_that_does_not_stand_on_it()
    {
        _shop.Server.Faults.Arm(new Fault { Status = 400, Method = "POST", PathContains = "/v2/dataModels/spec" });
        ShellResult stopped = _shop.Publish();
        Assert.Equal("SigmaReleaseIncomplete", stopped.ErrorId);
        Assert.Contains("Refused", Statuses(stopped));
        Assert.Contains("Failed", Statuses(stopped));
        Assert.True(_shop.Live.Count < 3);

        ShellResult rest = _shop.Publish("-OnError Continue").MustSucceed();
        Assert.Equal(3, rest.Output.Count);
        Assert.Equal(3, _shop.Live.Count);
    }

    [Fact]
    public void With_error_preference_stop_the_results_come_before_the_one_error()
    {
        File.Delete(_shop.FileOf(3));
        _shop.Server.Faults.Arm(new Fault { Status = 400, Method = "POST", PathContains = "/v2/dataModels/spec" });
        ShellResult result = _shop
            .Shell.Run(
                "$ErrorActionPreference = 'Stop'; $seen = [Collections.ArrayList]::new(); "
                    + "try { New-SigmaReleasePlan $models prod | Publish-SigmaReleasePlan -Confirm:$false -OnError Continue "
                    + "| ForEach-Object { [void]$seen.Add($_) } } catch { $caught = $_ }; "
                    + "$seen.Count; $caught.TargetObject.Count")
            .MustSucceed();
        Assert.Equal(["2", "2"], result.Texts);
    }

    [Fact]
    public void A_model_that_the_folder_renames_keeps_its_id_and_without_the_memory_everything_else_is_the_same()
    {
        _shop.Publish().MustSucceed();
        string id = _shop.LiveModel(3).Id;
        JsonObject model = Read(3);
        model["name"] = "Model 33";
        model["description"] = "New name";
        _shop.Save(3, model);
        Assert.Equal(["Unchanged Model 01", "Update Model 33", "Unchanged Model 02"], ReleaseTestBed.Actions(_shop.Plan().MustSucceed()));
        _shop.Publish().MustSucceed();
        Assert.Equal(
            ("Model 33", "New name"),
            (_shop.Server.Organization.GetModel(id).Name, _shop.Server.Organization.GetModel(id).Description));

        Directory.Delete(Path.Combine(_shop.Models, ".sigma"), recursive: true);
        Assert.Equal(0, _shop.Plan().MustSucceed().Property("ExitCode"));
    }

    [Fact]
    public void What_was_deployed_from_another_organisation_is_left_alone()
    {
        _shop.Server.Options.NewFileDelay = TimeSpan.Zero;
        _shop.Publish().MustSucceed();
        _shop.LiveModel(3).ParentSourceUrlId = "4Kx0deployed0from0afar";
        Change(3, "[Net Revenue] * 3");
        ShellResult plan = _shop.Plan().MustSucceed();
        Assert.Contains("Skipped Model 03", ReleaseTestBed.Actions(plan));
        Assert.Equal(0, plan.Property("ExitCode"));
        _shop.Server.Requests.Clear();
        _shop.Publish().MustSucceed();
        Assert.Equal(0, _shop.Server.Requests.Count("PUT"));
    }

    [Fact]
    public async Task Without_the_memory_between_any_two_steps_the_same_is_sent()
    {
        string[] with = await SentAsync(forgets: false);
        string[] without = await SentAsync(forgets: true);
        Assert.Equal(2, with.Length);
        Assert.Equal(with, without);
    }

    [Fact]
    [CoversParameter("Publish-SigmaReleasePlan", "Prune", "Confirm")]
    public void Orphans_are_told_and_go_to_the_trash_only_when_that_is_said()
    {
        _shop.Publish().MustSucceed();
        File.Delete(_shop.FileOf(3));
        ShellResult plan = _shop.Plan().MustSucceed();
        Assert.DoesNotContain("Orphan Model 03", ReleaseTestBed.Actions(plan));
        Assert.Equal(0, plan.Property("ExitCode"));
        _shop.Publish().MustSucceed();
        Assert.Equal(3, _shop.Live.Count);
        ShellResult asked = _shop.Shell.Run("New-SigmaReleasePlan $models prod | Publish-SigmaReleasePlan -Prune");
        Assert.NotEmpty(asked.Errors);
        Assert.Equal(3, _shop.Live.Count);
        _shop.Publish("-Prune").MustSucceed();
        Assert.Equal(["Model 01", "Model 02"], _shop.Live.Select(model => model.Name).Order());
    }

    [Fact]
    [CoversParameter("Publish-SigmaReleasePlan", "RunPath")]
    [CoversParameter("Undo-SigmaRelease", "RunFile", "IgnoreConflict", "PassThru")]
    public void What_a_run_has_changed_is_put_back_unless_somebody_has_worked_on_it_since()
    {
        _shop.Publish().MustSucceed();
        string before = _shop.LiveModel(1).SpecJson;
        Change(1, "[Net Revenue] * 3");
        Change(3, "[Net Revenue] * 3");
        _shop.Publish("-RunPath \"$root/runs\"").MustSucceed();
        string run = Directory.GetFiles(Path.Combine(_shop.Root, "runs"), "run.json", SearchOption.AllDirectories).Single();
        _shop.Shell.Set("run", run);
        _shop.Server.Organization.EditAsColleague(_shop.LiveModel(3).Id, spec =>
            spec["pages"]![0]!["elements"]![0]!["columns"]![2]!["formula"] = "[Net Revenue] * 4");

        ShellResult restored = _shop.Shell.Run("Undo-SigmaRelease -RunFile $run -PassThru");
        Assert.Equal("SigmaSpecConflict", restored.ErrorId);
        foreach (string value in new[] { "[Net Revenue] * 2", "[Net Revenue] * 3", "[Net Revenue] * 4", "-IgnoreConflict" })
        {
            Assert.Contains(value, restored.ErrorText);
        }

        Assert.Equal(["Updated"], Statuses(restored));
        Assert.Equal(Pages(before), Pages(_shop.LiveModel(1).SpecJson));
        _shop.Shell.Run("Undo-SigmaRelease -RunFile $run -IgnoreConflict").MustSucceed();
        Assert.Contains("${factor}".Replace("${factor}", "2"), Formula(3));
        Assert.Equal("[Net Revenue] * 2", Formula(3));
    }

    [Fact]
    [CoversParameter("Publish-SigmaReleasePlan", "Tag")]
    public void What_is_as_the_folder_says_gets_the_tag_once()
    {
        _shop.Publish("-Tag Production").MustSucceed();
        Assert.All(_shop.Live, model => Assert.Equal("Production", Assert.Single(model.Tags).Name));
        _shop.Publish("-Tag Production").MustSucceed();
        Assert.All(_shop.Live, model => Assert.Single(model.Tags));
    }

    [Fact]
    [CoversParameter("Publish-SigmaReleasePlan", "WhatIf")]
    public void Under_WhatIf_nothing_is_written_and_each_model_is_told()
    {
        ShellResult told = _shop.Publish("-WhatIf").MustSucceed();
        Assert.Empty(_shop.Live);
        Assert.Contains("Create data model \"Model 01\"", told.Host);
        Assert.False(Directory.Exists(Path.Combine(_shop.Models, ".sigma")));
    }

    [Fact]
    [CoversParameter("Publish-SigmaReleasePlan", "AllowRemoval", "IgnoreConflict", "SkipValidation", "AllowUnrepresented")]
    [CoversParameter("New-SigmaReleasePlan", "AllowRemoval", "IgnoreConflict", "SkipValidation", "AllowUnrepresented")]
    public void Each_protection_stops_the_whole_release_before_the_first_write_until_its_switch_lifts_it()
    {
        _shop.Publish().MustSucceed();
        _shop.Server.Organization.AddUnrepresentedElement(_shop.LiveModel(3).Id, "Budget");
        JsonObject model = Read(3);
        JsonArray columns = model["pages"]![0]!["elements"]![0]!["columns"]!.AsArray();
        columns.RemoveAt(2);
        columns[1]!["formula"] = "[Nowhere";
        _shop.Save(3, model);
        ShellResult plan = _shop.Plan().MustSucceed();
        Assert.Equal(1, plan.Property("ExitCode"));
        _shop.Server.Requests.Clear();
        const string all = "-AllowRemoval -IgnoreConflict -SkipValidation -AllowUnrepresented";
        foreach (string missing in all.Split(' '))
        {
            string others = all.Replace(missing, "", StringComparison.Ordinal);
            Assert.Equal("1", _shop.Shell.Run($"(New-SigmaReleasePlan $models prod {others}).ExitCode").MustSucceed().Texts.Single());
            ShellResult refused = _shop.Publish(others);
            Assert.Contains("needs " + missing, refused.ErrorText);
        }

        Assert.Equal(0, _shop.Server.Requests.Count("PUT"));
        Assert.Equal("2", _shop.Shell.Run($"(New-SigmaReleasePlan $models prod {all}).ExitCode").MustSucceed().Texts.Single());
        _shop.Publish(all).MustSucceed();
        Assert.Equal(1, _shop.Server.Requests.Count("PUT"));
    }

    [Fact]
    [CoversParameter("Publish-SigmaReleasePlan", "AllowIssue")]
    [CoversParameter("New-SigmaReleasePlan", "AllowIssue")]
    public void AllowIssue_lets_one_rule_pass_in_a_release()
    {
        _shop.Publish().MustSucceed();
        Change(3, "[Nowhere");
        _shop.Server.Requests.Clear();
        Assert.Equal(
            "1",
            _shop.Shell.Run("(New-SigmaReleasePlan $models prod -AllowIssue bare-name).ExitCode").MustSucceed().Texts.Single());
        Assert.Equal(
            "2",
            _shop.Shell.Run("(New-SigmaReleasePlan $models prod -AllowIssue formula-syntax).ExitCode").MustSucceed().Texts.Single());
        Assert.Contains("formula-syntax", _shop.Publish("-AllowIssue bare-name").ErrorText);
        Assert.Equal(0, _shop.Server.Requests.Count("PUT"));
        _shop.Publish("-AllowIssue formula-syntax");
        Assert.Equal(1, _shop.Server.Requests.Count("PUT"));
    }

    private static async Task<string[]> SentAsync(bool forgets)
    {
        await using ReleaseTestBed shop = await ReleaseTestBed.OpenAsync(IdMode.Preserve);
        shop.Write(1);
        shop.Write(2, 1);
        shop.Write(3);
        foreach (int factor in new[] { 2, 3, 3, 4 })
        {
            JsonObject model = JsonNode.Parse(File.ReadAllText(shop.FileOf(1)))!.AsObject();
            model["pages"]![0]!["elements"]![0]!["columns"]![2]!["formula"] = $"[Net Revenue] * {factor}";
            shop.Save(1, model);
            shop.Plan().MustSucceed();
            Forget();
            shop.Shell.Run("$plan | Publish-SigmaReleasePlan -Confirm:$false").MustSucceed();
            Forget();
        }

        return [.. shop.Server.Requests.All.Where(request => request.Method == "PUT").Select(request => request.Body)];

        void Forget()
        {
            if (forgets && Directory.Exists(Path.Combine(shop.Models, ".sigma")))
            {
                Directory.Delete(Path.Combine(shop.Models, ".sigma"), recursive: true);
            }
        }
    }

    private void Change(int number, string formula)
    {
        JsonObject model = Read(number);
        model["pages"]![0]!["elements"]![0]!["columns"]![2]!["formula"] = formula;
        _shop.Save(number, model);
    }

    private JsonObject Read(int number) => JsonNode.Parse(File.ReadAllText(_shop.FileOf(number)))!.AsObject();

    private string Formula(int number) =>
        JsonNode.Parse(_shop.LiveModel(number).SpecJson)!["pages"]![0]!["elements"]![0]!["columns"]![2]!["formula"]!.GetValue<string>();

    private static string Pages(string spec) => JsonNode.Parse(spec)!["pages"]!.ToJsonString();

    private static string[] Statuses(ShellResult result) =>
        [.. result.Output.Select(item => PSObject.AsPSObject(item!).Properties["Status"].Value.ToString()!)];
}
