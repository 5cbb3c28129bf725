using System;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.DataModels;

/// <summary>Get-SigmaDataModelVersion: a history that the service does not list.</summary>
public sealed class VersionTests : SandboxTest
{
    private protected override void Arrange()
    {
        Shell.Set("id", PlugsOrders);
        Run(
            "$s = Get-SigmaDataModelSpec $id; $el = $s.pages[0].elements[0]; $el.columns.RemoveAt(21); $s | Set-SigmaDataModelSpec "
                + "-AllowRemoval; $el.metrics = @{ id = 'm'; name = 'Rows'; formula = 'Count()' }; $s | Set-SigmaDataModelSpec"
        ).MustSucceed();
    }

    [Fact]
    [CoversParameter("Get-SigmaDataModelVersion", "DataModelId", "Session")]
    public void Versions_come_newest_first_with_who_when_and_how_much()
    {
        ShellResult result = Run(
            "Get-SigmaDataModel $id | Get-SigmaDataModelVersion -Session (Get-SigmaSession) | ForEach-Object { "
                + "\"$($_.DocumentVersion) $($_.IsLatest) $($_.Pages) $($_.Elements) $($_.Columns) $($_.Metrics)\" }"
        ).MustSucceed();
        Assert.Equal(["4 True 1 1 21 1", "3 False 1 1 21 0", "2 False 1 1 22 0", "1 False 1 1 22 0"], result.Texts);
        Assert.Equal(
            [Organization.GetModel(PlugsOrders).UpdatedBy, "Plugs Orders, version 4", "True"],
            Run("$v = @(Get-SigmaDataModelVersion $id)[0]; $v.UpdatedBy; \"$v\"; $v.UpdatedAt -is [datetimeoffset]").MustSucceed().Texts);
    }

    [Fact]
    [CoversParameter("Get-SigmaDataModelVersion", "Last")]
    public void No_more_versions_are_read_than_asked_for_and_none_after_the_pipeline_has_stopped()
    {
        Assert.Equal(["4", "3"], Run("(Get-SigmaDataModelVersion $id -Last 2).DocumentVersion").MustSucceed().Texts);
        Assert.Equal(2, Requests.Count());
        Requests.Clear();
        Run("do { Get-SigmaDataModelVersion $id -Last 4 | ForEach-Object { $_; break } } while ($false)").MustSucceed();
        Assert.InRange(Requests.Count(), 1, 2);
    }

    [Fact]
    public void Version_that_the_service_does_not_return_is_skipped_and_reported()
    {
        Server.Faults.Arm(new Fault { Method = "GET", PathContains = "/spec", Skip = 1, Status = 404, Message = "no such version" });
        ShellResult result = Run("Get-SigmaDataModelVersion $id -Verbose | ForEach-Object DocumentVersion").MustSucceed();
        Assert.Equal(["4", "2", "1"], result.Texts);
        Assert.Contains(result.Verbose, line =>
            line.StartsWith("Version 3 of data model", StringComparison.Ordinal)
            && line.Contains("no such version", StringComparison.Ordinal));
    }

    [Fact]
    public void Model_that_is_not_there_is_an_error()
    {
        Assert.Equal("SigmaModelNotFound", Run("Get-SigmaDataModelVersion 11111111-2222-3333-4444-555555555555").ErrorId);
        Assert.Equal("SigmaInvalidArgument", Run("Get-SigmaDataModelVersion").ErrorId);
    }
}
