using System;
using System.Linq;
using System.Text.Json.Nodes;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>The switches that lift a protection of a release.</summary>
public sealed class PublishSwitchTests : PublishTestBed
{
    [Fact]
    [CoversParameter("Publish-SigmaReleasePlan", "AllowRemoval", "IgnoreConflict", "SkipValidation", "AllowUnrepresented")]
    [CoversParameter("New-SigmaReleasePlan", "AllowRemoval", "IgnoreConflict", "SkipValidation", "AllowUnrepresented")]
    public void Each_protection_stops_the_whole_release_before_the_first_write_until_its_switch_lifts_it()
    {
        Shop.Publish().MustSucceed();
        Shop.Server.Organization.AddUnrepresentedElement(Shop.LiveModel(3).Id, "Budget");
        JsonObject model = Read(3);
        JsonArray columns = model["pages"]![0]!["elements"]![0]!["columns"]!.AsArray();
        columns.RemoveAt(2);
        columns[1]!["formula"] = "[Nowhere";
        Shop.Save(3, model);
        ShellResult plan = Shop.Plan().MustSucceed();
        Assert.Equal(1, plan.Property("ExitCode"));
        Shop.Server.Requests.Clear();
        const string all = "-AllowRemoval -IgnoreConflict -SkipValidation -AllowUnrepresented";
        foreach (string missing in all.Split(' '))
        {
            string others = all.Replace(missing, "", StringComparison.Ordinal);
            Assert.Equal("1", Shop.Shell.Run($"(New-SigmaReleasePlan $models prod {others}).ExitCode").MustSucceed().Texts.Single());
            ShellResult refused = Shop.Publish(others);
            Assert.Contains("needs " + missing, refused.ErrorText);
        }

        Assert.Equal(0, Shop.Server.Requests.Count("PUT"));
        Assert.Equal("2", Shop.Shell.Run($"(New-SigmaReleasePlan $models prod {all}).ExitCode").MustSucceed().Texts.Single());
        Shop.Publish(all).MustSucceed();
        Assert.Equal(1, Shop.Server.Requests.Count("PUT"));
    }

    [Fact]
    [CoversParameter("Publish-SigmaReleasePlan", "AllowIssue")]
    [CoversParameter("New-SigmaReleasePlan", "AllowIssue")]
    public void AllowIssue_lets_one_rule_pass_in_a_release()
    {
        Shop.Publish().MustSucceed();
        Change(3, "[Nowhere");
        Shop.Server.Requests.Clear();
        Assert.Equal(
            "1",
            Shop.Shell.Run("(New-SigmaReleasePlan $models prod -AllowIssue bare-name).ExitCode").MustSucceed().Texts.Single());
        Assert.Equal(
            "2",
            Shop.Shell.Run("(New-SigmaReleasePlan $models prod -AllowIssue formula-syntax).ExitCode").MustSucceed().Texts.Single());
        Assert.Contains("formula-syntax", Shop.Publish("-AllowIssue bare-name").ErrorText);
        Assert.Equal(0, Shop.Server.Requests.Count("PUT"));
        Shop.Publish("-AllowIssue formula-syntax");
        Assert.Equal(1, Shop.Server.Requests.Count("PUT"));
    }
}
