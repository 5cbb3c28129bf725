using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
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
    public void A_folder_whose_run_file_is_there_is_nobody_elses()
    {
        Assert.EndsWith("20260301T120000Z-prod", Begin("first").Folder);
        Assert.EndsWith("20260301T120000Z-prod.2", Begin("second").Folder);
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

    private RunFile Begin(string model)
    {
        var environment = new ReleaseEnvironment("prod", Path.Combine(Folder, "sigma.environments.json"));
        var items = new List<ReleaseItem> { new(model, ReleaseAction.Create) };
        var plan = new ReleasePlan(
            new ReleaseRequest(Folder, environment) { Organization = "o" },
            new ResolvedEnvironment(environment, "", ""),
            items);
        return RunFile.Begin(Path.Combine(Folder, "runs"), plan, items, Now);
    }
}
