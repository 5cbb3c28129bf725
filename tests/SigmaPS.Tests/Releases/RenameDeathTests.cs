using System;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>
/// A rename whose publish dies behind any one of its requests. The same command finishes it: the models are as if it had not died, and none
/// of their columns is broken.
/// </summary>
[StartsEarly]
public sealed class RenameDeathTests
{
    public static TheoryData<IdMode> Modes => [.. Enum.GetValues<IdMode>()];

    [Theory]
    [InlineData("Rename-SigmaColumn Base Orders Amount 'Net/Amount'", 1)]
    [InlineData("Rename-SigmaColumn Base Orders Amount 'Net/Amount' -Safe", 2)]
    [InlineData("Rename-SigmaElement Base Orders -NewName 'Sales Orders'", 1)]
    public async Task Rename_that_dies_behind_any_request_is_finished_when_a_workbook_reads_the_name(string command, int publishes)
    {
        await using RenameTestBed bed = await RenameTestBed.OpenAsync();
        Sweep(bed.Deaths, bed.Shell, command, publishes, null, new DeathPlan(8, 3));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Rename_of_a_column_that_dies_is_finished_by_the_next_one(IdMode ids) =>
        ThereAndBackAsync(ids, "Rename-SigmaColumn Base Orders Amount 'Net/Amount'", "Rename-SigmaColumn Base Orders 'Net/Amount' Amount");

    [Theory]
    [InlineData(IdMode.ReassignElements)]
    public Task Rename_of_an_element_that_dies_is_finished_by_the_next_one(IdMode ids) =>
        ThereAndBackAsync(ids, "Rename-SigmaElement Base Orders -NewName Sold", "Rename-SigmaElement Base Sold -NewName Orders");

    [Theory]
    [InlineData(IdMode.ReassignElements)]
    public Task Rename_of_a_metric_that_dies_is_finished_by_the_next_one(IdMode ids) =>
        ThereAndBackAsync(ids, "Rename-SigmaMetric Base Orders Total Sum", "Rename-SigmaMetric Base Orders Sum Total");

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Safe_rename_that_dies_is_finished_by_the_next_one(IdMode ids) =>
        ThereAndBackAsync(
            ids,
            "Rename-SigmaColumn Base Orders Amount 'Net/Amount' -Safe",
            "Rename-SigmaColumn Base Orders 'Net/Amount' Amount -Safe",
            publishes: 2);

    // From files of one organization to another one.
    private static async Task ThereAndBackAsync(IdMode ids, string there, string back, int publishes = 1)
    {
        await using TwoOrganizationsTestBed bed = await TwoOrganizationsTestBed.OpenAsync(ids);
        string before = bed.State;

        // Every second request of the rename, and the ones between them of its reversal.
        DeathPlan plan = new(8, 3) { Step = 2 };
        Assert.NotEqual(before, Sweep(bed.Deaths, bed.Shell, there, publishes, null, plan));
        Sweep(bed.Deaths, bed.Shell, back, publishes, before, plan with { First = 1 });
    }

    // Each publish of the rename dies behind each of its requests.
    private static string Sweep(Deaths deaths, Shell shell, string rename, int publishes, string? expected, DeathPlan plan)
    {
        const string publish = "Publish-SigmaReleasePlan -AllowBreak -RunPath $runs -IndexPath $index";
        for (int number = 0; number < publishes; number++)
        {
            shell.Run($"$due = {rename} -AllowBreak -IndexPath $index").MustSucceed();
            expected = deaths.Sweep($"$due | {publish}", Finish, expected, plan with { Stays = true });
        }

        Assert.Equal("SigmaSpecItemNotFound", shell.Run($"{rename} -AllowBreak -IndexPath $index").ErrorId);
        Assert.Equal(expected, deaths.State);
        return expected!;

        bool Finish()
        {
            ShellResult planned = shell.Run($"$plan = {rename} -AllowBreak -IndexPath $index");
            if (planned.Errors.Count > 0)
            {
                Assert.Equal("SigmaSpecItemNotFound", planned.ErrorId);
                return false;
            }

            shell.Run($"$plan | {publish}").MustSucceed();
            return true;
        }
    }
}
