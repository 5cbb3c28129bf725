using System.IO;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>A publish beside the plain case: stale and saved plans, failures, and tags.</summary>
public sealed class PublishTests : PublishTestBed
{
    [Fact]
    public void Plan_that_no_longer_holds_is_not_carried_out()
    {
        Shop.Publish().MustSucceed();
        Change(1, "[Net Revenue] * 3");
        Shop.Plan().MustSucceed();
        Change(1, "[Net Revenue] * 4");
        Shop.Server.Requests.Clear();
        ShellResult refused = Shop.Shell.Run("$plan | Publish-SigmaReleasePlan -Confirm:$false");
        Assert.Equal("SigmaPlanStale", refused.ErrorId);
        Assert.Contains("Model 01", refused.ErrorText);
        Assert.Equal(0, Shop.Server.Requests.Count("PUT"));

        Shop.Plan().MustSucceed();
        Shop.Server.Organization.EditAsColleague(Shop.LiveModel(1).Id, spec => spec["pages"]![0]!["name"] = "By hand");
        Assert.Equal("SigmaPlanStale", Shop.Shell.Run("$plan | Publish-SigmaReleasePlan -Confirm:$false -IgnoreConflict").ErrorId);
        Assert.Equal(0, Shop.Server.Requests.Count("PUT"));
    }

    [Fact]
    [CoversParameter("New-SigmaReleasePlan", "SavePath")]
    [CoversParameter("Publish-SigmaReleasePlan", "Path", "LiteralPath", "ModelPath", "EnvironmentPath")]
    public void Saved_plan_is_published_from_a_folder_that_is_elsewhere_now()
    {
        Shop.Plan("-SavePath \"$root/out/plan.json\"").MustSucceed();
        string text = File.ReadAllText(Path.Combine(Shop.Root, "out", "plan.json"));
        Assert.Contains("\"../models\"", text);
        Assert.DoesNotContain(Shop.Root, text);

        string moved = Path.Combine(Shop.Root, "artifact");
        Directory.Move(Shop.Models, moved);
        Shop.Shell.Set("moved", moved);
        Assert.Equal(
            "SigmaFileFailed",
            Shop.Shell.Run("Publish-SigmaReleasePlan -LiteralPath \"$root/out/plan.json\" -Confirm:$false").ErrorId);
        File.Move(Shop.EnvironmentFile, Path.Combine(Shop.Root, "envs.json"));
        ShellResult results = Shop
            .Shell.Run(
                "Publish-SigmaReleasePlan -Path \"$root/out/pl*.json\" -ModelPath $moved "
                    + "-EnvironmentPath \"$root/envs.json\" -Confirm:$false")
            .MustSucceed();
        Assert.Equal(3, results.Output.Count);
        Assert.Equal(3, Shop.Live.Count);
    }

    [Fact]
    [CoversParameter("Publish-SigmaReleasePlan", "OnError")]
    public void After_a_failure_nothing_or_only_independent_models_are_published()
    {
        Shop.Server.Faults.Arm(new Fault { Status = 400, Method = "POST", PathContains = "/v2/dataModels/spec" });
        ShellResult stopped = Shop.Publish();
        Assert.Equal("SigmaReleaseIncomplete", stopped.ErrorId);
        Assert.Contains("Refused", Statuses(stopped));
        Assert.Contains("Failed", Statuses(stopped));
        Assert.True(Shop.Live.Count < 3);

        ShellResult rest = Shop.Publish("-OnError Continue").MustSucceed();
        Assert.Equal(3, rest.Output.Count);
        Assert.Equal(3, Shop.Live.Count);
    }

    [Fact]
    public void With_error_preference_stop_the_results_come_before_the_one_error()
    {
        File.Delete(Shop.FileOf(3));
        Shop.Server.Faults.Arm(new Fault { Status = 400, Method = "POST", PathContains = "/v2/dataModels/spec" });
        ShellResult result = Shop
            .Shell.Run(
                "$ErrorActionPreference = 'Stop'; $seen = [Collections.ArrayList]::new(); "
                    + "try { New-SigmaReleasePlan $models prod | Publish-SigmaReleasePlan -Confirm:$false -OnError Continue "
                    + "| ForEach-Object { [void]$seen.Add($_) } } catch { $caught = $_ }; "
                    + "$seen.Count; $caught.TargetObject.Count")
            .MustSucceed();
        Assert.Equal(["2", "2"], result.Texts);
    }

    [Fact]
    [CoversParameter("Publish-SigmaReleasePlan", "Tag")]
    public void Model_that_equals_the_folder_gets_the_tag_once()
    {
        Shop.Publish("-Tag Production").MustSucceed();
        Assert.All(Shop.Live, model => Assert.Equal("Production", Assert.Single(model.Tags).Name));
        Shop.Publish("-Tag Production").MustSucceed();
        Assert.All(Shop.Live, model => Assert.Single(model.Tags));
    }

    [Fact]
    [CoversParameter("Publish-SigmaReleasePlan", "WhatIf")]
    public void Under_WhatIf_nothing_is_written_and_each_model_is_reported()
    {
        ShellResult told = Shop.Publish("-WhatIf").MustSucceed();
        Assert.Empty(Shop.Live);
        Assert.Contains("Create data model \"Model 01\"", told.Host);
        Assert.False(Directory.Exists(Path.Combine(Shop.Models, ".sigma")));
    }
}
