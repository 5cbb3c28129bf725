using System;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>
/// From files of one organization to another one, where a rename or an undo dies behind any one of its requests. The same command
/// finishes it: the models are as if it had not died, and none of their columns is broken.
/// </summary>
public sealed class TwoOrganizationsDeathTests
{
    private const string Publish = "$plan | Publish-SigmaReleasePlan -AllowBreak -RunPath $runs -IndexPath $index";

    public static TheoryData<IdMode> Modes => [.. Enum.GetValues<IdMode>()];

    [Theory]
    [InlineData(IdMode.ReassignElements)]
    public async Task Release_that_dies_behind_any_request_is_finished_by_the_next_one(IdMode ids)
    {
        await using TwoOrganizationsTestBed bed = await TwoOrganizationsTestBed.OpenAsync(ids);
        string[] states = [bed.State, ""];
        for (int death = 0; ; death++)
        {
            var (old, now) = death % 2 == 0 ? ("Sum([Amount])", "Max([Amount])") : ("Max([Amount])", "Sum([Amount])");
            bed.Edit("Base", old, now);
            bool died = bed.Dies(death, "New-SigmaReleasePlan $models prod | Publish-SigmaReleasePlan -Confirm:$false -RunPath $runs");
            bed.Release().MustSucceed();
            AssertState(bed, states, death);
            if (!died)
            {
                Assert.InRange(death, 15, int.MaxValue);
                return;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Rename_of_a_column_that_dies_is_finished_by_the_next_one(IdMode ids) =>
        RenameAsync(ids, "Rename-SigmaColumn Base Orders Amount 'Net/Amount'", "Rename-SigmaColumn Base Orders 'Net/Amount' Amount");

    [Theory]
    [InlineData(IdMode.ReassignElements)]
    public Task Rename_of_an_element_that_dies_is_finished_by_the_next_one(IdMode ids) =>
        RenameAsync(ids, "Rename-SigmaElement Base Orders -NewName Sold", "Rename-SigmaElement Base Sold -NewName Orders");

    [Theory]
    [InlineData(IdMode.ReassignElements)]
    public Task Rename_of_a_metric_that_dies_is_finished_by_the_next_one(IdMode ids) =>
        RenameAsync(ids, "Rename-SigmaMetric Base Orders Total Sum", "Rename-SigmaMetric Base Orders Sum Total");

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Safe_rename_that_dies_is_finished_by_the_next_one(IdMode ids) =>
        RenameAsync(
            ids,
            "Rename-SigmaColumn Base Orders Amount 'Net/Amount' -Safe",
            "Rename-SigmaColumn Base Orders 'Net/Amount' Amount -Safe");

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Undo_of_a_release_that_dies_is_finished_by_the_next_one(IdMode ids)
    {
        const string undo = "Undo-SigmaRelease -Last -RunPath $runs -IndexPath $index";
        await using TwoOrganizationsTestBed bed = await TwoOrganizationsTestBed.OpenAsync(ids);
        bed.Edit("Base", "Sum([Amount])", "Max([Amount])");
        bed.Edit("Sales", "\"name\": \"Sales\"", "\"name\": \"Sales\", \"description\": \"By file\"");
        string before = bed.State;
        for (int death = 0; ; death++)
        {
            bed.Release().MustSucceed();
            Assert.NotEqual(before, bed.State);
            bool died = bed.Dies(death, undo);
            bed.Shell.Run(undo).MustSucceed();
            Assert.Equal(before, bed.State);
            Assert.Empty(bed.Broken);
            if (!died)
            {
                Assert.InRange(death, 10, int.MaxValue);
                return;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Undo_of_a_change_that_dies_is_finished_by_the_next_one(IdMode ids)
    {
        await using TwoOrganizationsTestBed bed = await TwoOrganizationsTestBed.OpenAsync(ids);
        string[] states = ["", bed.State];
        bed.Edit("Board", "\"name\": \"Board\"", "\"name\": \"Board\", \"description\": \"By file\"");
        bed.Release().MustSucceed();
        SandboxModel board = bed.Target.Organization.Models.Single(model => model.Name == "Board model");
        int version = board.LatestVersion;

        // A later release gives the models below new IDs where the service does that, and the model follows.
        bed.Edit("Base", "Sum([Amount])", "Max([Amount])");
        bed.Release().MustSucceed();
        bed.Edit("Base", "Max([Amount])", "Sum([Amount])");
        bed.Release().MustSucceed();
        states[0] = bed.State;
        for (int death = 0; ; death++)
        {
            string undo = $"Undo-SigmaChange {board.Id} {version} -IndexPath $index";
            bool died = bed.Dies(death, undo);
            bed.Shell.Run(undo).MustSucceed();
            AssertState(bed, states, death);
            if (!died)
            {
                Assert.InRange(death, 5, int.MaxValue);
                return;
            }

            // The next death is that of the undo of this undo.
            version = board.LatestVersion;
        }
    }

    private static async Task RenameAsync(IdMode ids, string there, string back)
    {
        await using TwoOrganizationsTestBed bed = await TwoOrganizationsTestBed.OpenAsync(ids);
        string[] states = [bed.State, ""];
        for (int death = 0; ; death++)
        {
            // Each publish of the rename dies behind the same request; a safe one has two.
            string plan = $"$plan = {(death % 2 == 0 ? there : back)} -IndexPath $index -AllowBreak";
            bool died = false;
            ShellResult planned = bed.Shell.Run(plan);
            for (int publishes = 0; planned.Errors.Count == 0; publishes++)
            {
                Assert.True(publishes < 5, "The rename does not come to an end.");
                if (publishes % 2 == 0)
                {
                    died |= bed.Dies(death, Publish);
                }
                else
                {
                    bed.Shell.Run(Publish).MustSucceed();
                }

                planned = bed.Shell.Run(plan);
            }

            Assert.Equal("SigmaSpecItemNotFound", planned.ErrorId);
            AssertState(bed, states, death);
            if (!died)
            {
                Assert.InRange(death, 8, int.MaxValue);
                return;
            }
        }
    }

    // The change goes there and back, so every second state is the same one.
    private static void AssertState(TwoOrganizationsTestBed bed, string[] states, int death)
    {
        int place = (death + 1) % 2;
        states[place] = states[place].Length == 0 ? bed.State : states[place];
        Assert.Equal(states[place], bed.State);
        Assert.DoesNotContain("LOST", bed.State, StringComparison.Ordinal);
        Assert.Empty(bed.Broken);
    }
}
