using System;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>
/// From files of one organization to another one, where a release or an undo dies behind any one of its requests. The same command
/// finishes it: the models are as if it had not died, and none of their columns is broken.
/// </summary>
[StartsEarly]
public sealed class TwoOrganizationsDeathTests
{
    public static TheoryData<IdMode> Modes => [.. Enum.GetValues<IdMode>()];

    [Theory]
    [InlineData(IdMode.ReassignElements)]
    public async Task Release_that_dies_behind_any_request_is_finished_by_the_next_one(IdMode ids)
    {
        const string there = "Max([Amount])";
        const string back = "Sum([Amount])";
        await using TwoOrganizationsTestBed bed = await TwoOrganizationsTestBed.OpenAsync(ids);
        string before = bed.State;
        bed.Edit("Base", back, there);
        string after = Sweep(null, first: 0);
        Assert.NotEqual(before, after);
        bed.Edit("Base", there, back);
        Sweep(before, first: 1);

        string Sweep(string? expected, int first) => bed.Deaths.Sweep(
            TwoOrganizationsTestBed.ReleaseScript,
            () => bed.Release().MustSucceed(),
            expected,
            new DeathPlan(15, 3) { First = first, Step = 2, Stays = true });
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Undo_of_a_release_that_dies_is_finished_by_the_next_one(IdMode ids)
    {
        const string undo = "Undo-SigmaRelease -Last -RunPath $runs -IndexPath $index";
        await using TwoOrganizationsTestBed bed = await TwoOrganizationsTestBed.OpenAsync(ids);
        bed.Edit("Base", "Sum([Amount])", "Max([Amount])");
        bed.Edit("Sales", "\"name\": \"Sales\"", "\"name\": \"Sales\", \"description\": \"By file\"");
        string before = bed.State;
        bed.Release().MustSucceed();
        Assert.NotEqual(before, bed.State);
        bed.Deaths.Sweep(undo, () => bed.Shell.Run(undo).MustSucceed(), before, new DeathPlan(10, 3) { ReadsRuns = true });
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Undo_of_a_change_that_dies_is_finished_by_the_next_one(IdMode ids)
    {
        await using TwoOrganizationsTestBed bed = await TwoOrganizationsTestBed.OpenAsync(ids);
        string before = bed.State;
        bed.Edit("Board", "\"name\": \"Board\"", "\"name\": \"Board\", \"description\": \"By file\"");
        bed.Release().MustSucceed();
        SandboxModel board = bed.Target.Organization.Models.Single(model => model.Name == "Board model");
        int version = board.LatestVersion;

        // A later release gives the models below new IDs where the service does that, and the model follows.
        bed.Edit("Base", "Sum([Amount])", "Max([Amount])");
        bed.Release().MustSucceed();
        bed.Edit("Base", "Max([Amount])", "Sum([Amount])");
        bed.Release().MustSucceed();
        string after = bed.State;
        Sweep(before);

        // The undo of this undo.
        version = board.LatestVersion;
        Sweep(after);

        void Sweep(string expected)
        {
            string undo = $"Undo-SigmaChange {board.Id} {version} -IndexPath $index";
            bed.Deaths.Sweep(undo, () => bed.Shell.Run(undo).MustSucceed(), expected, new DeathPlan(4, 2) { Stays = true });
        }
    }
}
