using System;
using System.IO;
using SigmaPS.Core.Release;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>A plan in a file: a later stage reads the planned changes, with the tree in any folder.</summary>
public sealed class PlanFileTests : TemporaryFolder
{
    [Theory]
    [InlineData("plans/p.json", "models", "../models")]
    [InlineData("plans/p.json", "models/plans/deep", "../models/plans/deep")]
    [InlineData("plans/p.json", "plans", ".")]
    [InlineData("p.json", "models/a", "models/a")]
    [InlineData("a/b/p.json", "a", "..")]
    [InlineData("a/b/c/p.json", "d/e", "../../../d/e")]
    public void Folder_of_the_models_is_relative_to_the_plan(string plan, string models, string expected)
    {
        var path = Path.Combine(Folder, plan.Replace('/', Path.DirectorySeparatorChar));
        var folder = Path.GetFullPath(Path.Combine(Folder, models));
        PlanFile.Write(path, new PlanSnapshot("prod", Path.Combine(folder, "sigma.environments.json"), folder, "org", []));
        Assert.Contains($"\"{expected}\"", File.ReadAllText(path), StringComparison.Ordinal);
        var read = PlanFile.Read(path);
        Assert.Equal(
            ("prod", "org", folder, Path.Combine(folder, "sigma.environments.json")),
            (read.Environment, read.Organization, read.Folder, read.EnvironmentFile));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Models_and_orphans_of_a_plan_are_read_as_they_were_planned(bool hasFailed)
    {
        var path = Path.Combine(Folder, "p.json");
        var model = new PlanSnapshotEntry("Shop", "shop.json", ReleaseAction.Update, "1", 4, "hash") { HasFailedRehearsal = hasFailed };
        var orphan = new PlanSnapshotEntry("Old", "", ReleaseAction.Orphan, "2", 7, "");
        PlanFile.Write(path, new PlanSnapshot("prod", path, Folder, "org", [model]) { Orphans = [orphan] });
        var read = PlanFile.Read(path);
        Assert.Equal(model, Assert.Single(read.Models));
        Assert.Equal(orphan, Assert.Single(read.Orphans));
        Assert.Null(read.Rename);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rename_of_a_plan_is_read_as_it_was_planned(bool overFiles)
    {
        var path = Path.Combine(Folder, "p.json");
        var rename = new RenameRequest("Shop", new ItemRename(RenameKind.Metric, "Orders", "Net Total", "Total"))
        {
            IsSafe = !overFiles,
            Files = overFiles ? Path.Combine(Folder, "models") : null,
        };
        PlanFile.Write(path, new PlanSnapshot("prod", path, Folder, "org", []) { Rename = rename });
        Assert.Equal(rename, PlanFile.Read(path).Rename);
        Assert.Equal("metric \"Net Total\" of \"Orders\"", rename.Describe());
        Assert.Equal("element \"Orders\"", (rename with { Item = rename.Item with { Kind = RenameKind.Element } }).Describe());
    }

    [Fact]
    public void Plan_of_a_release_takes_every_model_and_needs_every_file_by_default()
    {
        var request = new ReleaseRequest(Folder, new ReleaseEnvironment("prod", ""));
        Assert.True(request.Picks("Shop") && request.NeedsFile("shop.json"));
        Assert.False(request.HasFailedRehearsal("Shop"));
    }

    [Fact]
    public void Notes_of_an_item_are_in_the_order_of_their_addition()
    {
        var item = new ReleaseItem("Shop", ReleaseAction.Update);
        item.AddNote("First.");
        item.AddNote("Second.");
        Assert.Equal(["First.", "Second."], item.Notes);
        Assert.Equal("", item.File);
    }
}
