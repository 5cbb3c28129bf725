using System.IO;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>The differences between the live models and the folder.</summary>
public sealed class DriftTests : ReleaseTest
{
    [Fact]
    public void Live_model_that_no_file_speaks_of_is_drift_too()
    {
        Shop.Publish().MustSucceed();
        File.Delete(Shop.FileOf(2));
        Assert.Equal(
            ["Extra Model 02"],
            Shop.Shell.Run("Get-SigmaDrift $models prod | ForEach-Object { \"$($_.Drift) $($_.Name)\" }").MustSucceed().Texts);
    }

    [Fact]
    [CoversParameter("New-SigmaReleasePlan", "Session")]
    [CoversParameter("Publish-SigmaReleasePlan", "Session")]
    [CoversParameter("Get-SigmaDrift", "Session", "Path", "Environment", "LiteralPath", "Name", "EnvironmentPath")]
    public void Drift_is_what_somebody_has_done_to_the_live_models()
    {
        Shop
            .Shell.Run(
                "$session = Get-SigmaSession; New-SigmaReleasePlan $models prod -Session $session "
                    + "| Publish-SigmaReleasePlan -Session $session -Confirm:$false")
            .MustSucceed();
        Assert.Empty(Shop.Shell.Run("Get-SigmaDrift $models prod").MustSucceed().Output);
        Shop.Server.Organization.EditAsColleague(Shop.LiveModel(1).Id, spec =>
            spec["pages"]![0]!["elements"]![0]!["columns"]![2]!["formula"] = "[Net Revenue] * 99");
        Shop.Server.Organization.Archive(Shop.LiveModel(2).Id);
        File.Copy(Shop.EnvironmentFile, Path.Combine(Shop.Root, "envs.json"));
        ShellResult drift = Shop
            .Shell.Run(
                "Get-SigmaDrift -LiteralPath $models -Environment prod -Session $session "
                    + "-EnvironmentPath \"$root/envs.json\" | ForEach-Object { \"$($_.Drift) $($_.Name)\"; "
                    + "$_.Changes | ForEach-Object { $_.NewValue } }")
            .MustSucceed();
        Assert.Equal(["Changed Model 01", "[Net Revenue] * 99", "Missing Model 02"], drift.Texts);
        Assert.Single(Shop.Shell.Run("Get-SigmaDrift $models prod -Name '*02'").MustSucceed().Output);
    }
}
