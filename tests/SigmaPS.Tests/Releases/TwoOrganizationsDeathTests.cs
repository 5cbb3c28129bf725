using System;
using System.Collections.Generic;
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
        DieBehindEach(
            bed,
            least: 15,
            turn => bed.Edit("Base", turn % 2 == 0 ? "Sum([Amount])" : "Max([Amount])", turn % 2 == 0 ? "Max([Amount])" : "Sum([Amount])"),
            () => "New-SigmaReleasePlan $models prod | Publish-SigmaReleasePlan -Confirm:$false -RunPath $runs",
            (turn, _) =>
            {
                bed.Release().MustSucceed();
                AssertState(bed, states, turn);
            });
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
        DieBehindEach(
            bed,
            least: 10,
            _ =>
            {
                bed.Release().MustSucceed();
                Assert.NotEqual(before, bed.State);
            },
            () => undo,
            (_, _) =>
            {
                bed.Shell.Run(undo).MustSucceed();
                Assert.Equal(before, bed.State);
                Assert.Empty(bed.Broken);
            });
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
        string Undo() => $"Undo-SigmaChange {board.Id} {version} -IndexPath $index";
        DieBehindEach(
            bed,
            least: 5,
            _ => { },
            Undo,
            (turn, _) =>
            {
                bed.Shell.Run(Undo()).MustSucceed();
                AssertState(bed, states, turn);

                // The next turn is the undo of this undo.
                version = board.LatestVersion;
            });
    }

    private static async Task RenameAsync(IdMode ids, string there, string back)
    {
        await using TwoOrganizationsTestBed bed = await TwoOrganizationsTestBed.OpenAsync(ids);
        string[] states = [bed.State, ""];
        string plan = "";
        DieBehindEach(
            bed,
            least: 8,
            turn =>
            {
                plan = $"$plan = {(turn % 2 == 0 ? there : back)} -IndexPath $index -AllowBreak";
                bed.Shell.Run(plan).MustSucceed();
            },
            () => Publish,
            (turn, death) =>
            {
                // A safe rename has two publishes. The second one dies behind the same request.
                ShellResult planned = bed.Shell.Run(plan);
                for (int publishes = 1; planned.Errors.Count == 0; publishes++)
                {
                    Assert.True(publishes < 5, "The rename does not come to an end.");
                    if (publishes % 2 == 0)
                    {
                        bed.Dies(death, Publish);
                    }
                    else
                    {
                        bed.Shell.Run(Publish).MustSucceed();
                    }

                    planned = bed.Shell.Run(plan);
                }

                Assert.Equal("SigmaSpecItemNotFound", planned.ErrorId);
                AssertState(bed, states, turn);
            });
    }

    /// <summary>Runs a script whole, and then once for each place where it may die.</summary>
    /// <param name="bed">The organizations.</param>
    /// <param name="least">How many requests the script has at least.</param>
    /// <param name="prepare">Prepares a turn; the first one is 0.</param>
    /// <param name="script">The script of the turn.</param>
    /// <param name="finish">Finishes what has died behind a request, and asserts the result.</param>
    private static void DieBehindEach(
        TwoOrganizationsTestBed bed, int least, Action<int> prepare, Func<string> script, Action<int, int> finish)
    {
        prepare(0);
        IReadOnlyList<RecordedRequest> requests = bed.Sent(script());
        finish(0, int.MaxValue);
        Assert.InRange(requests.Count, least, int.MaxValue);
        for (int death = 0; death < requests.Count; death++)
        {
            prepare(death + 1);
            Assert.True(bed.Dies(death, script()) || death >= least, $"The script lives on behind request {death}.");
            finish(death + 1, death);
        }
    }

    // The change goes there and back, so every second state is the same one.
    private static void AssertState(TwoOrganizationsTestBed bed, string[] states, int turn)
    {
        int place = (turn + 1) % 2;
        states[place] = states[place].Length == 0 ? bed.State : states[place];
        Assert.Equal(states[place], bed.State);
        Assert.DoesNotContain("LOST", bed.State, StringComparison.Ordinal);
        Assert.Empty(bed.Broken);
    }
}
