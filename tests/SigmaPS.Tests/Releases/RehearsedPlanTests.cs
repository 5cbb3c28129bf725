using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>A plan with -Rehearse shows what Sigma cannot compute, model by model, and a publish refuses those models.</summary>
public sealed class RehearsedPlanTests : IAsyncLifetime
{
    private const string Prefix = "SigmaPS rehearsal ";
    private ReleaseTestBed _shop = null!;

    public async Task InitializeAsync()
    {
        _shop = await ReleaseTestBed.OpenAsync(IdMode.RemapNew);
        _shop.Server.Options.NewFileDelay = TimeSpan.FromHours(1);
    }

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    private SandboxModel[] Scratches =>
        [.. _shop.Server.Organization.Models.Where(model => model.Name.StartsWith(Prefix, StringComparison.Ordinal))];

    [Fact]
    [CoversParameter("New-SigmaReleasePlan", "Rehearse", "FolderId")]
    public void Rehearse_blocks_the_model_with_an_error_column_at_its_line()
    {
        Break(_shop.Write(1));
        _shop.Write(2);
        string folder = _shop.Server.Organization.AddFolder("Scratch");
        PSObject[] items = Items($"-Rehearse -FolderId {folder}");
        Assert.Equal(2, Scratches.Length);
        Assert.All(Scratches, model => Assert.True(model.IsArchived && model.FolderId == folder));
        Assert.Contains("rehearsal-error", Assert.Single((IEnumerable<string>)items[0].Properties["Blockers"].Value));
        Assert.Empty((IEnumerable<string>)items[1].Properties["Blockers"].Value);
        Assert.Equal(1, _shop.Shell.Run("$plan.ExitCode").Output.Select(o => ((PSObject)o!).BaseObject).Single());
        int line = Array.FindIndex(File.ReadAllLines(_shop.FileOf(1)), text => text.Contains("Frobnicate", StringComparison.Ordinal)) + 1;
        Assert.Equal(
            [$"{line}"],
            _shop.Shell.Run("$plan.Items[0].Issues | Where-Object RuleId -eq rehearsal-error | ForEach-Object { \"$($_.Line)\" }").Texts);
    }

    [Fact]
    public void Publish_refuses_a_model_whose_rehearsal_failed_from_the_object_and_from_the_file()
    {
        Break(_shop.Write(1));
        Items("-Rehearse -SavePath \"$root/plan.json\"");
        Assert.Equal("SigmaReleaseIncomplete", _shop.Shell.Run("$plan | Publish-SigmaReleasePlan -Confirm:$false").ErrorId);
        Assert.Equal(
            "SigmaReleaseIncomplete",
            _shop.Shell.Run("Publish-SigmaReleasePlan -Path \"$root/plan.json\" -Confirm:$false").ErrorId);
        Assert.Empty(_shop.Live);
        _shop.Shell.Run("$plan | Publish-SigmaReleasePlan -Confirm:$false -AllowIssue rehearsal-error, rehearsal-refused").MustSucceed();
        Assert.Single(_shop.Live);
    }

    [Fact]
    public void Rehearse_lets_a_rule_pass_with_AllowIssue()
    {
        Break(_shop.Write(1));
        Assert.Empty((IEnumerable<string>)Items("-Rehearse -AllowIssue rehearsal-error")[0].Properties["Blockers"].Value);
    }

    [Fact]
    public void Rehearse_creates_the_scratch_models_in_the_folder_of_the_environment_where_none_is_named()
    {
        _shop.Write(1);
        _shop.Write(2, 1);
        Assert.All(Items("-Rehearse"), item => Assert.Empty((IEnumerable<string>)item.Properties["Blockers"].Value));
        Assert.Equal(2, Scratches.Length);
        Assert.Empty(_shop.Live);
        _shop.Shell.Run("$plan | Publish-SigmaReleasePlan -Confirm:$false").MustSucceed();
    }

    [Fact]
    public void Model_that_reads_a_new_column_of_another_model_of_the_plan_is_rehearsed_against_its_scratch_model()
    {
        _shop.Write(1);
        _shop.Write(2, 1);
        _shop.Publish().MustSucceed();
        JsonObject below = _shop.Write(1);
        below["pages"]![0]!["elements"]![0]!["columns"]!
            .AsArray()
            .Add(
                new JsonObject
                {
                    ["id"] = "new1",
                    ["formula"] = "[Net Revenue] / 2",
                    ["name"] = "Half",
                });
        _shop.Save(1, below);
        JsonObject above = _shop.Write(2, 1);
        above["pages"]![0]!["elements"]![1]!["columns"]!.AsArray().Add(new JsonObject { ["id"] = "half", ["formula"] = "[Orders 1/Half]" });
        _shop.Save(2, above);
        Assert.All(Items("-Rehearse"), item => Assert.Empty((IEnumerable<string>)item.Properties["Blockers"].Value));
        Assert.Equal(2, Scratches.Length);
        below["pages"]![0]!["elements"]![0]!["columns"]!.AsArray().RemoveAt(3);
        _shop.Save(1, below);
        Items("-Rehearse -SkipValidation -AllowRemoval");
        Assert.Contains("rehearsal-error", _shop.Shell.Run("$plan.Items.Issues.RuleId").Texts);
    }

    [Fact]
    [CoversParameter("New-SigmaReleasePlan", "WhatIf", "Confirm")]
    public void Rehearse_shows_the_models_and_sends_nothing_with_WhatIf()
    {
        _shop.Write(1);
        ShellResult plan = _shop.Plan("-Rehearse -WhatIf").MustSucceed();
        Assert.Contains("Model 01", plan.Host);
        Assert.NotEmpty(_shop.Plan("-Rehearse -Confirm").Errors);
        Assert.Empty(_shop.Server.Organization.Models);
    }

    [Fact]
    public void FolderId_needs_Rehearse()
    {
        _shop.Write(1);
        Assert.Contains("-Rehearse", _shop.Shell.Run("New-SigmaReleasePlan $models prod -FolderId x").ErrorText);
    }

    private PSObject[] Items(string more) =>
        [.. ((IEnumerable)_shop.Plan(more).MustSucceed().Property("Items")!).Cast<object>().Select(PSObject.AsPSObject)];

    private void Break(JsonObject model)
    {
        model["pages"]![0]!["elements"]![0]!["columns"]![2]!["formula"] = "Frobnicate([Net Revenue])";
        _shop.Save(1, model);
    }
}
