using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>A rename where each save of a model may give its elements new IDs: every model that reads them follows.</summary>
public sealed class RenameIdModeTests
{
    private const string Column = "Rename-SigmaColumn Base Orders Amount 'Net/Amount' -IndexPath $index";
    private const string Metric = "Rename-SigmaMetric Base Orders Total 'Grand Total' -IndexPath $index";
    private const string Element = "Rename-SigmaElement Base Orders -NewName 'Sales Orders' -IndexPath $index";

    // The models after each rename where a save preserves IDs. Every other mode is compared with that, so it is made once.
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Expected = new(StringComparer.Ordinal);

    public static TheoryData<IdMode, string> Renames
    {
        get
        {
            TheoryData<IdMode, string> rows = [];
            foreach (IdMode ids in Enum.GetValues<IdMode>().Where(mode => mode != IdMode.Preserve))
            {
                rows.Add(ids, Column);
                rows.Add(ids, Metric);
                rows.Add(ids, Element);
                rows.Add(ids, Column + " -Safe");
                rows.Add(ids, Metric + " -Safe");
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Renames))]
    public async Task Rename_keeps_every_model_whole_when_a_save_reassigns_IDs(IdMode ids, string command)
    {
        string expected = await Expected.GetOrAdd(command, rename => new(() => StateAsync(IdMode.Preserve, rename))).Value;
        Assert.DoesNotContain("LOST", expected, StringComparison.Ordinal);
        Assert.Equal(expected, await StateAsync(ids, command));
    }

    [Theory]
    [InlineData(Column)]
    [InlineData(Metric)]
    [InlineData(Element)]
    [InlineData(Column + " -Safe")]
    [InlineData(Metric + " -Safe")]
    public async Task Line_at_the_end_of_the_publish_of_a_rename_restores_every_model(string command)
    {
        await using RenameTestBed bed = await RenameTestBed.OpenAsync(IdMode.ReassignElements);
        string before = ModelPicture.Of(bed.Server.Organization);
        bed.Shell.Run($"$plan = {command} -AllowBreak").MustSucceed();
        ShellResult published = bed.Publish("-AllowBreak").MustSucceed();
        Assert.NotEqual(before, ModelPicture.Of(bed.Server.Organization));
        string line = published.Information.Single(record => record.Tags.Contains("SigmaPS.Undo")).MessageData.ToString()!;
        bed.Shell.Run(line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..] + " -AllowBreak -IndexPath $index").MustSucceed();
        Assert.Equal(before, ModelPicture.Of(bed.Server.Organization));
        Assert.Empty(bed.Broken);
    }

    [Fact]
    public async Task Plan_names_the_models_that_follow_and_the_publish_names_consumers_outside_of_it()
    {
        await using RenameTestBed bed = await RenameTestBed.OpenAsync(IdMode.ReassignElements);
        bed.Shell.Run($"$plan = {Column} -AllowBreak").MustSucceed();
        Assert.Contains(bed.Texts("$plan.Items | Where-Object Name -eq Base | ForEach-Object Notes"), note =>
            note.Contains(Consumer.Top, StringComparison.Ordinal));
        ShellResult published = bed.Publish("-AllowBreak | ForEach-Object { \"$($_.DataModelId) $($_.Status)\" }").MustSucceed();
        Assert.Contains($"{Consumer.Top} Updated", published.Texts);
        Assert.Contains(published.Warnings, warning =>
            warning.Contains(Consumer.Base, StringComparison.Ordinal) && warning.Contains(Consumer.Document, StringComparison.Ordinal));
        Assert.DoesNotContain(published.Warnings, warning => warning.Contains(Consumer.Top, StringComparison.Ordinal)
            && warning.Contains("outside of the plan", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Model_that_follows_is_confirmed_like_every_other_one()
    {
        await using RenameTestBed bed = await RenameTestBed.OpenAsync(IdMode.ReassignElements);
        bed.Shell.Run($"$plan = {Column} -AllowBreak").MustSucceed();
        string[] told =
        [
            .. bed.Publish("-AllowBreak").MustSucceed().Information
                .Where(record => record.Tags.Contains("SigmaPS.Plan"))
                .Select(record => record.MessageData.ToString()!),
        ];
        Assert.Contains(told, text => text.Contains(Consumer.Top, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_sent_beyond_the_plan_when_IDs_stay()
    {
        await using RenameTestBed bed = await RenameTestBed.OpenAsync();
        bed.Shell.Run($"$plan = {Column} -AllowBreak").MustSucceed();
        bed.Server.Requests.Clear();
        bed.Publish("-AllowBreak").MustSucceed();
        Assert.Equal(3, bed.Server.Requests.Count("PUT"));
        Assert.Equal(1, bed.Server.Organization.GetModel(Consumer.Top).LatestVersion);
    }

    private static async Task<string> StateAsync(IdMode ids, string command)
    {
        await using RenameTestBed bed = await RenameTestBed.OpenAsync(ids);
        for (int publishes = 0; bed.Shell.Run($"$plan = {command} -AllowBreak") is { Errors.Count: 0 }; publishes++)
        {
            Assert.True(publishes < 2, "The rename does not come to an end.");
            bed.Publish("-AllowBreak").MustSucceed();
            Assert.Empty(bed.Broken);
        }

        return ModelPicture.Of(bed.Server.Organization);
    }
}
