using System;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Core.Release;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Usage;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>The version tag of a release: the consumers that lose items when it moves, and the messages when it is set.</summary>
public sealed class ReleaseTagTests
{
    private const string Reader = "44444444-4444-4444-8444-444444444441";
    private const string Removal = "remove $orders/columns/0";

    [Theory]
    [InlineData(ReleaseAction.Update, true, 4, 1)]
    [InlineData(ReleaseAction.Update, true, 3, 1)]
    [InlineData(ReleaseAction.Update, false, 3, 1)]
    [InlineData(ReleaseAction.Update, false, 4, 0)]
    [InlineData(ReleaseAction.Unchanged, false, 3, 1)]
    [InlineData(ReleaseAction.Unchanged, false, 4, 0)]
    [InlineData(ReleaseAction.Conflict, true, 3, 0)]
    public async Task Consumers_of_a_tag_lose_what_the_version_that_gets_it_does_not_have(
        ReleaseAction action, bool sends, int tagged, int broken)
    {
        var index = UsageIndexes.Of(
            [],
            UsageIndexes.Model(SampleModel.Id, SampleModel.Document()),
            UsageIndexes.Model(SampleModel.Id, SampleModel.Document(), "t"),
            UsageIndexes.Reader(Reader, "t"));
        var lacking = SampleModel.With(Removal);

        // The tagged version has the column. The live one has it only where the plan itself takes it away.
        using FakeWire wire = new((request, _) => request.RequestUri!.AbsolutePath.EndsWith("/tags", StringComparison.Ordinal)
            ? FakeWire.Json($$"""{"entries":[{"tagName":"prod","versionTagId":"t","sourceVersion":{{tagged}}}]}""")
            : FakeWire.Json(request.RequestUri.Query.EndsWith("=" + tagged, StringComparison.Ordinal)
                ? SampleModel.Text
                : lacking.ToText()));
        var live = sends ? SampleModel.Document() : lacking;
        var write = new SpecWritePlan(new SpecWriteRequest(SampleModel.Id, lacking), live, "")
        {
            Difference = sends ? ContentDifference.Change : ContentDifference.Unchanged,
        };
        ReleaseItem item = new("Shop", action)
        {
            DataModelId = SampleModel.Id,
            LiveVersion = 4,
            Write = action == ReleaseAction.Unchanged ? null : write,
        };
        var request = new ReleaseRequest("", ReleaseEnvironment.OfSession("prod", "o"))
        {
            Consumers = new(_ => Task.FromResult(index)),
            Tag = "prod",
        };
        await wire.RunAsync(Add());
        Assert.Equal(Enumerable.Repeat(Reader, broken), item.Impact.Consumers.Select(usage => usage.ConsumerId).Distinct());

        async Task<bool> Add()
        {
            await ReleaseConsumers.AddAsync(wire.Client, request, [item], default);
            return true;
        }
    }

    [Theory]
    [InlineData("prod", 3, false)]
    [InlineData("prod", 2, true)]
    [InlineData("test", 3, true)]
    public async Task Version_that_has_the_tag_is_not_tagged_again(string tag, int version, bool isTagged)
    {
        using var wire = Wire($$"""{"entries":[{"tagName":"{{tag}}","versionTagId":"t","sourceVersion":{{version}}}]}""");
        await PutAsync(wire, ConsumerImpact.None);
        Assert.Equal(isTagged, wire.Sent.Any(line => line.StartsWith("POST", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Consumers_of_the_tag_that_are_broken_now_are_warnings_and_others_are_not_read()
    {
        using var wire = Wire("""{"entries":[]}""");
        await PutAsync(wire, new ConsumerImpact { Consumers = [Usage("w1", "prod"), Usage("w2", null), Usage("w3", "test")] });
        Assert.Contains(wire.Said, line =>
            line.StartsWith("\"Shop\": ", StringComparison.Ordinal) && line.Contains("Sales w1", StringComparison.Ordinal));
        Assert.Equal(
            ["w1"],
            wire.Sent.Where(line => line.Contains("/workbooks/", StringComparison.Ordinal)).Select(line => line.Split('/')[3]));
    }

    private static UsageRecord Usage(string id, string? tag) => new()
    {
        ConsumerKind = ConsumerKind.Workbook,
        ConsumerId = id,
        ConsumerName = "Sales " + id,
        ElementId = "e",
        ColumnId = "c",
        VersionTag = tag,
        Certainty = UsageCertainty.Certain,
    };

    private static FakeWire Wire(string tags) => new((request, _) => FakeWire.Json(request.RequestUri!.AbsolutePath switch
    {
        "/v2/dataModels/1" => """{"dataModelId":"1","name":"Shop","latestVersion":5}""",
        "/v2/dataModels/1/tags" => tags,
        var path when path.StartsWith("/v2/workbooks/", StringComparison.Ordinal) =>
            """{"entries":[{"columnId":"c","elementId":"e","name":"C","formula":"[X]","type":{"type":"error"}}]}""",
        _ => """{"versionTagId":"t"}""",
    }));

    private static async Task PutAsync(FakeWire wire, ConsumerImpact impact)
    {
        await wire.RunAsync(Put());

        async Task<bool> Put()
        {
            await ReleaseTag.PutAsync(wire.Client, "1", "prod", 3, isVerified: true, impact, default);
            return true;
        }
    }
}
