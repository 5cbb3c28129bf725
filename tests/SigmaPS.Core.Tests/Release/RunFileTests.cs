using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Release;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>Where a publish keeps what it does.</summary>
public sealed class RunFileTests : TemporaryFolder
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Runs_that_are_begun_in_the_same_second_have_a_folder_each()
    {
        var runs = SideBySide(64);
        Assert.Equal(64, runs.Select(run => run.Folder).Distinct().Count());
        Assert.All(runs, run => Assert.Equal(run.Entries.Single().Name, RunFile.Read(run.Location).Entries.Single().Name));
    }

    [Fact]
    public void Folder_whose_run_file_is_there_is_nobody_elses()
    {
        Assert.EndsWith("20260301T120000Z-prod", Begin("first").Folder);
        Assert.EndsWith("20260301T120000Z-prod.2", Begin("second").Folder);
    }

    [Fact]
    public void Models_of_a_run_are_read_as_they_were_recorded()
    {
        var run = Begin("Shop", "1", 4);
        var planned = RunFile.Read(run.Location);
        Assert.Equal(("prod", "o"), (planned.Environment, planned.Organization));
        Assert.Equal(("Shop", "1", 4L, RunStatus.Planned), Facts(planned));
        run.Set(0, new RunEntry("Shop", "sub/shop.json", RunStatus.Updated)
        {
            DataModelId = "1",
            VersionBefore = 4,
            VersionAfter = 5,
            Backup = Path.Combine(run.Folder, "backup.json"),
        });
        var updated = RunFile.Read(run.Location);
        Assert.Equal(("Shop", "1", 4L, RunStatus.Updated), Facts(updated));
        var entry = updated.Entries.Single();
        Assert.Equal(("sub/shop.json", 5L, Path.Combine(run.Folder, "backup.json")), (entry.File, entry.VersionAfter, entry.Backup));

        static (string, string, long?, RunStatus) Facts(RunFile run) =>
            run.Entries.Select(entry => (entry.Name, entry.DataModelId, entry.VersionBefore, entry.Status)).Single();
    }

    [Fact]
    public void Nothing_is_sent_when_the_run_file_cannot_be_written()
    {
        var file = Path.Combine(Folder, "runs");
        File.WriteAllText(file, "");
        var fault = Assert.Throws<SigmaEngineException>(() => Begin("Shop"));
        Assert.Equal((ErrorCode.FileFailed, file), (fault.Kind, fault.Target));
        Assert.Contains("nothing was sent", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{")]
    public void Backup_that_cannot_be_read_leaves_the_other_models_of_the_run(string? text)
    {
        var run = Begin("Broken", "1", 4);
        var (broken, good) = (Path.Combine(run.Folder, "broken.json"), Path.Combine(run.Folder, "good.json"));
        if (text is not null)
        {
            File.WriteAllText(broken, text);
        }

        File.WriteAllText(good, JoinedModel.Text.Replace("0d8c6f2e-6d2b-4f5e-8f1a-9b7a3c5e1d20", SampleModel.Id, StringComparison.Ordinal));
        var shop = Path.Combine(run.Folder, "shop.json");
        File.WriteAllText(shop, SampleModel.Text);
        run.Set(0, Backed("Broken", "1", broken));
        run.Add(Backed("Shop", SampleModel.Id, shop));
        run.Add(Backed("Depot", "5b1f6c0e-7c3e-4a55-9d3a-2a9c5d1b7f10", good));
        Assert.Equal(["Depot"], new RunReferences(run).Consumers.Select(entry => entry.Name));

        static RunEntry Backed(string name, string id, string path) =>
            new(name, "", RunStatus.Updated) { DataModelId = id, Backup = path };
    }

    [Fact]
    public void Consumer_of_a_run_reads_another_model_of_the_run_and_not_only_itself_or_others()
    {
        const string Id = "5b1f6c0e-7c3e-4a55-9d3a-2a9c5d1b7f10";
        var run = Begin("Depot", "1", 4);
        run.Set(0, Backed("Depot", Id, JoinedModel.Text));
        run.Add(Backed("Shop", SampleModel.Id, SampleModel.Text));
        var reader = JoinedModel.Text.Replace(Id, SampleModel.OtherId, StringComparison.Ordinal)
            .Replace("0d8c6f2e-6d2b-4f5e-8f1a-9b7a3c5e1d20", SampleModel.Id, StringComparison.Ordinal);
        run.Add(Backed("Reader", SampleModel.OtherId, reader));
        Assert.Equal(["Reader"], new RunReferences(run).Consumers.Select(entry => entry.Name));

        RunEntry Backed(string name, string id, string text)
        {
            var path = Path.Combine(run.Folder, name + ".json");
            File.WriteAllText(path, text);
            return new(name, "", RunStatus.Updated) { DataModelId = id, Backup = path };
        }
    }

    private RunFile[] SideBySide(int count)
    {
        var runs = new RunFile[count];
        using var barrier = new Barrier(count);
        var threads = Enumerable.Range(0, count).Select(number => new Thread(() =>
        {
            barrier.SignalAndWait();
            runs[number] = Begin("Model " + number);
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return runs;
    }

    private RunFile Begin(string model, string id = "", long? version = null)
    {
        var environment = new ReleaseEnvironment("prod", Path.Combine(Folder, "sigma.environments.json"));
        var items = new List<ReleaseItem> { new(model, ReleaseAction.Create) { DataModelId = id, LiveVersion = version } };
        var plan = new ReleasePlan(
            new ReleaseRequest(Folder, environment) { Organization = "o" },
            new ResolvedEnvironment(environment, "", ""),
            items);
        return RunFile.Begin(Path.Combine(Folder, "runs"), plan, items, Now);
    }
}
