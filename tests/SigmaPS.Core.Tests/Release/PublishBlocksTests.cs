using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Release;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>Which models of a plan a run begins with, and in which order.</summary>
public sealed class PublishBlocksTests : TemporaryFolder
{
    private readonly ReleaseItem _base = new("Base", ReleaseAction.Update);
    private readonly ReleaseItem _top = new("Top", ReleaseAction.Create) { DependsOn = ["Base"] };
    private readonly ReleaseItem _kept = new("Kept", ReleaseAction.Unchanged);
    private readonly ReleaseItem _orphan = new("Old", ReleaseAction.Orphan) { DataModelId = "old" };

    private ReleasePlan Plan => new(
        new ReleaseRequest(Folder, new ReleaseEnvironment("prod", "sigma.environments.json")),
        new ResolvedEnvironment(new ReleaseEnvironment("prod", "sigma.environments.json"), "", ""),
        [_base, _top, _kept, _orphan]);

    [Fact]
    public void Approved_models_are_all_begun() =>
        Assert.Equal("", Blocked(new PublishBlocks(Plan, new PublishOptions([_base, _top, _orphan]))));

    [Fact]
    public void Declined_model_blocks_those_over_it_and_the_orphans()
    {
        var blocks = new PublishBlocks(Plan, new PublishOptions([_top, _kept, _orphan]));
        Assert.Equal("Top Old", Blocked(blocks));
        var fault = blocks.Find(_orphan)!;
        Assert.Equal((ErrorCode.ReleaseIncomplete, "old"), (fault.Kind, fault.Target));
    }

    [Theory]
    [InlineData(true, true, "Base Top Kept Old")]
    [InlineData(true, false, "Top Old")]
    [InlineData(false, true, "Top Old")]
    public void Failed_models_stop_the_others_unless_the_run_goes_on(bool stops, bool isFailure, string blocked)
    {
        var options = new PublishOptions([_base, _top, _kept, _orphan]);
        var blocks = new PublishBlocks(Plan, stops ? options : new PublishOptions(options.Approved) { StopsOnError = false });
        blocks.Add(_base, "was not", isFailure);
        Assert.Equal(blocked, Blocked(blocks));
        blocks.Add(_base, "was not", isFailure);
        Assert.Equal(blocked, Blocked(blocks));
    }

    [Fact]
    public void Models_run_side_by_side_after_those_below_and_orphans_last() =>
        Assert.Equal(
            ["Base", "Top", "Roof", "Kept Old"],
            PublishOrder.Levels([.. Plan.Items, new("Roof", ReleaseAction.Create) { DependsOn = ["Base", "Top"] }])
                .Select(level => string.Join(" ", level.Select(item => item.Name))));

    [Fact]
    public void Model_without_a_file_has_consumers_where_another_depends_on_it()
    {
        var published = new PublishedModels(Plan);
        Assert.Equal([true, false], new[] { _base, _top }.Select(published.HasConsumers));
    }

    private string Blocked(PublishBlocks blocks) =>
        string.Join(" ", new[] { _base, _top, _kept, _orphan }.Where(item => blocks.Find(item) is not null).Select(item => item.Name));
}
