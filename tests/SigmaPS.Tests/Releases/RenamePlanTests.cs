using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using SigmaPS.Tests.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>A rename over all live models that read a name, as a release plan.</summary>
public sealed class RenamePlanTests
{
    private const string Column =
        "Rename-SigmaColumn -DataModel Base -Element Orders -Column Amount -NewName 'Net/Amount' -IndexPath $index";

    [Fact]
    [CoversParameter("Rename-SigmaColumn", "DataModel", "Element", "Column", "NewName", "AllowBreak", "IndexPath")]
    public async Task Plan_moves_models_keeps_their_names_and_lists_workbooks_with_the_new_formula()
    {
        await using RenameTestBed bed = await RenameTestBed.OpenAsync();
        ShellResult planned = bed.Shell.Run($"$plan = {Column}; $plan").MustSucceed();
        Assert.Equal(1, planned.Property("ExitCode"));
        Assert.Equal(["Base", "Mixed", "Sales model"], bed.Texts("$plan.Items.Name"));
        Assert.Equal(["Base"], bed.Texts("$plan.Items[1].DependsOn"));
        Assert.Contains("-AllowBreak", bed.Texts("$plan.Items[0].Blockers").Single(), StringComparison.Ordinal);
        PSObject usage = PSObject.AsPSObject(
            bed.Shell.Run("$plan.Items[0].Consumers | Where-Object ColumnId -eq 'c1'").MustSucceed().Output.Single()!);
        Assert.Equal(
            ("Sum([Orders/Amount])", "Sum([Orders/Net\\/Amount])"),
            ((string)usage.Properties["Formula"].Value, (string)usage.Properties["NewFormula"].Value));
        Assert.StartsWith("https://", (string)usage.Properties["Url"].Value, StringComparison.Ordinal);
        Assert.StartsWith(bed.Owner, (string)usage.Properties["Owner"].Value, StringComparison.Ordinal);
        Assert.Empty(bed.Texts("$plan.Items[0].Consumers | Where-Object ColumnId -eq 'c2'"));

        Assert.Equal("SigmaReleaseIncomplete", bed.Publish().ErrorId);
        Assert.Equal(0, bed.Server.Requests.Count("PUT"));
        Assert.Equal(
            ["Updated", "Updated", "Updated"],
            bed.Shell.Run(
                    $"{Column} -AllowBreak | Publish-SigmaReleasePlan -AllowBreak -RunPath $runs -IndexPath $index "
                        + "| ForEach-Object Status")
                .MustSucceed()
                .Texts);
        Assert.Equal("""{"id":"x","formula":"[Orders/Net\\/Amount]","name":"Amount"}""", bed.Item(Consumer.Upper, "x"));
        Assert.Equal(1, bed.Server.Organization.GetModel(Consumer.Top).LatestVersion);
        Assert.Empty(bed.Broken);
        Assert.Single(Directory.GetFiles(bed.Runs, "run.json", SearchOption.AllDirectories));
    }

    [Fact]
    [CoversParameter(
        "Rename-SigmaElement",
        "DataModel",
        "Element",
        "NewName",
        "SavePath",
        "AllowBreak",
        "IndexPath",
        "RequireCompleteUsage",
        "MaxUsageRequests",
        "AllowUnrepresented",
        "SkipValidation",
        "AllowIssue"
    )]
    [CoversParameter(
        "Rename-SigmaColumn",
        "SavePath",
        "RequireCompleteUsage",
        "MaxUsageRequests",
        "AllowUnrepresented",
        "SkipValidation",
        "AllowIssue"
    )]
    [CoversParameter(
        "Rename-SigmaMetric",
        "SavePath",
        "RequireCompleteUsage",
        "MaxUsageRequests",
        "AllowUnrepresented",
        "SkipValidation",
        "AllowIssue"
    )]
    public async Task Saved_plan_is_published_later_and_refused_when_a_model_has_changed()
    {
        await using RenameTestBed bed = await RenameTestBed.OpenAsync();
        bed.Shell.Set("file", Path.Combine(bed.Root, "plan.json"));
        foreach (
            string command in new[]
            {
                "Rename-SigmaMetric Base Orders Total Sum",
                "Rename-SigmaColumn Base Orders Customer Client",
                "Rename-SigmaElement Base Orders -NewName 'Sales Orders'",
            }
        )
        {
            bed.Server.Organization.AddUnrepresentedElement(Consumer.Base, "Typed in", "input-table", "X");
            Assert.Contains(
                "-AllowUnrepresented",
                string.Join(" ", bed.Texts($"({command} -IndexPath $index -AllowBreak).Items | ForEach-Object {{ $_.Blockers }}")),
                StringComparison.Ordinal);
            bed.Shell.Run(
                    $"{command} -IndexPath $index -AllowBreak -AllowUnrepresented -SkipValidation "
                        + "-AllowIssue unknown-reference -MaxUsageRequests 100 -RequireCompleteUsage -SavePath $file")
                .MustSucceed();
            ShellResult published = bed
                .Shell.Run(
                    "Publish-SigmaReleasePlan -Path $file -AllowBreak -AllowUnrepresented -RunPath $runs -IndexPath $index "
                        + "| ForEach-Object Status")
                .MustSucceed();
            Assert.All(published.Texts, status => Assert.Equal("Updated", status));
        }

        bed.Shell.Run(
                "Rename-SigmaElement Base 'Sales Orders' -NewName Orders "
                    + "-IndexPath $index -AllowBreak -AllowUnrepresented -SavePath $file")
            .MustSucceed();
        bed.Server.Organization.EditAsColleague(Consumer.Upper, spec => spec["pages"]![0]!["name"] = "Theirs");
        Assert.Equal(
            "SigmaPlanStale",
            bed.Shell.Run("Publish-SigmaReleasePlan -Path $file -AllowBreak -AllowUnrepresented -RunPath $runs -IndexPath $index").ErrorId);
    }

    [Theory]
    [InlineData("Rename-SigmaColumn Base Orders Amoun X", "SigmaSpecItemNotFound")]
    [InlineData("Rename-SigmaColumn Base Orders Amoun Customer", "SigmaSpecItemNotFound")]
    [InlineData("Rename-SigmaColumn Base Order Amount X", "SigmaSpecItemNotFound")]
    [InlineData("Rename-SigmaColumn Nothing Orders Amount X", "SigmaModelNotFound")]
    [InlineData("Rename-SigmaColumn Base Orders Amount Customer", "SigmaEditRefused")]
    [InlineData("Rename-SigmaColumn Base Orders Amount", "SigmaInvalidArgument")]
    [InlineData("Rename-SigmaElement Base Orders -NewName Customers", "SigmaEditRefused")]
    public async Task Rename_that_cannot_be_done_names_the_reason(string command, string id)
    {
        await using RenameTestBed bed = await RenameTestBed.OpenAsync();
        ShellResult result = bed.Shell.Run(command + " -IndexPath $index");
        Assert.Equal(id, result.ErrorId);
        Assert.Empty(result.Output);
    }

    [Fact]
    [CoversParameter("Rename-SigmaColumn", "Session")]
    [CoversParameter("Rename-SigmaMetric", "Session")]
    [CoversParameter("Rename-SigmaElement", "Session")]
    public async Task Rename_uses_the_session_that_is_given()
    {
        await using RenameTestBed bed = await RenameTestBed.OpenAsync();
        bed.Shell.Run("$mine = Get-SigmaSession").MustSucceed();
        foreach (
            string command in new[]
            {
                "Rename-SigmaColumn Base Orders Amount X",
                "Rename-SigmaMetric Base Orders Total X",
                "Rename-SigmaElement Base Orders -NewName X",
            }
        )
        {
            Assert.Equal("rename", bed.Shell.Run($"{command} -IndexPath $index -Session $mine").MustSucceed().Property("Environment"));
        }
    }

    [Fact]
    public async Task Plan_of_a_job_is_published_by_its_shape()
    {
        await using RenameTestBed bed = await RenameTestBed.OpenAsync();
        bed.Shell.Run(
                "$plan = [System.Management.Automation.PSSerializer]::Deserialize("
                    + $"[System.Management.Automation.PSSerializer]::Serialize(({Column} -AllowBreak), 4))")
            .MustSucceed();
        bed.Publish("-AllowBreak").MustSucceed();
        Assert.Contains("Net/Amount", bed.Item(Consumer.Base, "a"), StringComparison.Ordinal);
    }
}
