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
        DieBehindEach(
            bed,
            least: 15,
            turn => bed.Edit("Base", turn % 2 == 0 ? "Sum([Amount])" : "Max([Amount])", turn % 2 == 0 ? "Max([Amount])" : "Sum([Amount])"),
            () => "New-SigmaReleasePlan $models prod | Publish-SigmaReleasePlan -Confirm:$false -RunPath $runs",
            (turn, _) =>
            {
                bed.Release().MustSucceed();
                AssertState(bed, states, turn);
                return false;
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
            "Rename-SigmaColumn Base Orders 'Net/Amount' Amount -Safe",
            wholes: 2);

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
                return false;
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
                return false;
            });
    }

    private static async Task RenameAsync(IdMode ids, string there, string back, int wholes = 1)
    {
        await using TwoOrganizationsTestBed bed = await TwoOrganizationsTestBed.OpenAsync(ids);
        string[] states = [bed.State, ""];
        string plan = "";
        int next = 0;
        int requests = 0;
        string[] halves = ["", ""];
        DieBehindEach(
            bed,
            least: 8,
            turn =>
            {
                plan = $"$plan = {(turn % 2 == 0 ? there : back)} -IndexPath $index -AllowBreak";
                bed.Shell.Run(plan).MustSucceed();
            },
            () => Publish,
            (turn, whole) =>
            {
                // A safe rename has two publishes. The second one dies behind each of its requests, too.
                bool second = false;
                for (int publishes = 1; ; publishes++)
                {
                    ShellResult planned = bed.Shell.Run(plan);
                    if (planned.Errors.Count > 0)
                    {
                        Assert.Equal("SigmaSpecItemNotFound", planned.ErrorId);
                        break;
                    }

                    Assert.True(publishes < 5, "The rename does not come to an end.");
                    if (whole)
                    {
                        halves[turn % 2] = bed.State;
                        requests = Math.Max(requests, bed.Sent(Publish).Count);
                        continue;
                    }

                    if (!second && next < requests && bed.State == halves[turn % 2])
                    {
                        second = true;
                        next = bed.DiesUntilSomethingIsLeft(next, requests, Publish, least: 8);
                        continue;
                    }

                    bed.Shell.Run(Publish).MustSucceed();

                    // The whole rename showed that there is nothing to plan when the models are like this.
                    if (bed.State == states[(turn + 1) % 2])
                    {
                        break;
                    }
                }

                AssertState(bed, states, turn);
                return next < requests;
            },
            wholes);
    }

    /// <summary>Runs a script whole, and then dies behind each of its requests.</summary>
    /// <param name="bed">The organizations.</param>
    /// <param name="least">How many requests the script has at least.</param>
    /// <param name="prepare">Prepares a turn; the first one is 0.</param>
    /// <param name="script">The script of the turn.</param>
    /// <param name="finish">Finishes a turn, after a whole script or a death, and asserts the result. Whether it needs more turns.</param>
    /// <param name="wholes">How many turns are whole; 2 for there and back.</param>
    private static void DieBehindEach(
        TwoOrganizationsTestBed bed,
        int least,
        Action<int> prepare,
        Func<string> script,
        Func<int, bool, bool> finish,
        int wholes = 1)
    {
        int requests = 0;
        int turn = 0;
        for (; turn < wholes; turn++)
        {
            prepare(turn);
            requests = Math.Max(requests, bed.Sent(script()).Count);
            finish(turn, true);
        }

        Assert.InRange(requests, least, int.MaxValue);
        bool more = true;

        // The first turn does not begin: its end is what follows each death that leaves nothing.
        for (int death = -1; death < requests || more; turn++)
        {
            prepare(turn);
            if (death < 0)
            {
                death = 0;
            }
            else if (death < requests)
            {
                death = bed.DiesUntilSomethingIsLeft(death, requests, script(), least);
            }
            else
            {
                bed.Shell.Run(script()).MustSucceed();
            }

            more = finish(turn, false);
        }
    }

    // The change goes there and back, so every second state is the same one.
    private static void AssertState(TwoOrganizationsTestBed bed, string[] states, int turn)
    {
        int place = (turn + 1) % 2;
        string state = bed.State;
        states[place] = states[place].Length == 0 ? state : states[place];
        Assert.Equal(states[place], state);
        Assert.DoesNotContain("LOST", state, StringComparison.Ordinal);
        Assert.Empty(bed.Broken);
    }
}
