using System;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>A rename with -Safe, in two parts that break no live model.</summary>
public sealed class SafeRenameTests
{
    [Theory]
    [CoversParameter("Rename-SigmaColumn", "Safe")]
    [CoversParameter("Rename-SigmaMetric", "DataModel", "Element", "Metric", "NewName", "Safe", "AllowBreak", "IndexPath")]
    [InlineData("Rename-SigmaColumn Base Orders Amount 'Net/Amount' -Safe -IndexPath $index")]
    [InlineData("Rename-SigmaMetric Base Orders Total 'Grand Total' -Safe -IndexPath $index")]
    public async Task Safe_rename_shows_no_broken_column_between_any_two_requests(string command)
    {
        await using RenameTestBed bed = await RenameTestBed.OpenAsync();
        int looks = 0;
        bed.Server.Faults.Arm(new Fault
        {
            Times = int.MaxValue,
            Meanwhile = () =>
            {
                looks++;
                Assert.Empty(bed.Broken);
                return Task.CompletedTask;
            },
        });
        bed.Shell.Run($"$plan = {command}").MustSucceed();
        Assert.Empty(bed.Texts("$plan.Items | ForEach-Object { $_.Blockers }"));
        bed.Publish().MustSucceed();
        Assert.NotEmpty(bed.Texts("$plan.Items[0].Consumers.NewFormula"));

        // The workbook still reads the old name, and the second part names it.
        Assert.Contains(bed.Texts($"({command}).Items | ForEach-Object {{ $_.Consumers }}"), consumer =>
            consumer.Contains("Doc", StringComparison.Ordinal));
        bed.ChangeWorkbook();
        Assert.Equal(["Base"], bed.Texts($"$plan = {command}; $plan.Items.Name"));
        bed.Publish().MustSucceed();
        Assert.True(looks > 20, $"Only {looks} requests were seen.");
        bed.Server.Faults.Disarm();
        Assert.Empty(bed.Broken);
        Assert.DoesNotContain("\"Amount\",\"hidden\"", bed.Server.Organization.GetModel(Consumer.Base).SpecJson, StringComparison.Ordinal);
    }

    [Fact]
    [CoversParameter("Rename-SigmaElement", "Safe")]
    public async Task Safe_rename_of_an_element_is_refused_with_the_reason_before_any_request()
    {
        await using RenameTestBed bed = await RenameTestBed.OpenAsync();
        bed.Server.Requests.Clear();
        ShellResult refused = bed.Shell.Run("Rename-SigmaElement Base Orders -NewName Sales -Safe -IndexPath $index");
        Assert.Equal("SigmaInvalidArgument", refused.ErrorId);
        Assert.Contains("another ID", refused.ErrorText, StringComparison.Ordinal);
        Assert.Equal(0, bed.Server.Requests.Count());
        bed.Shell.Run("Rename-SigmaElement Base Orders -NewName Sales -Safe:$false -IndexPath $index").MustSucceed();
    }
}
