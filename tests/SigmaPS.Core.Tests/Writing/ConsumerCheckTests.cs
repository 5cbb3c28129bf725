using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Usage;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

/// <summary>How sure it is that a change breaks a consumer.</summary>
public sealed class ConsumerCheckTests
{
    private const string Tagged = "11111111-1111-4111-8111-111111111111";
    private const string Published = "22222222-2222-4222-8222-222222222222";
    private const string Rename = "set $orders/columns/0/name \"Order Number\"";

    [Theory]
    [InlineData("Order Number", 0, null)]
    [InlineData("Order Id", 1, UsageCertainty.Certain)]
    [InlineData(null, 1, UsageCertainty.Possible)]
    public async Task New_name_of_a_column_is_compared_with_the_name_that_Sigma_lists(string? listed, int taken, UsageCertainty? certainty)
    {
        ColumnEntry[] columns = listed is null ? [] : [new() { ColumnId = "c-id", ElementId = "orders", Name = listed }];
        var index = UsageIndexes.Of(
            [],
            UsageIndexes.Model(SampleModel.Id, SampleModel.Document(), null, columns),
            UsageIndexes.Reader(Published));
        var check = new ConsumerCheck(_ => Task.FromResult(index));
        var impact = await check.CheckAsync(SampleModel.Id, SampleModel.Document(), SampleModel.With(Rename), default);
        Assert.Equal(taken, impact.Taken.Count);
        Assert.Equal(certainty, impact.Consumers.SingleOrDefault()?.Certainty);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Order Id")]
    public async Task New_name_that_only_the_rules_give_may_break_a_consumer(string? listed)
    {
        ColumnEntry[] columns = listed is null ? [] : [new() { ColumnId = "c-id", ElementId = "orders", Name = listed }];
        var index = UsageIndexes.Of(
            [],
            UsageIndexes.Model(SampleModel.Id, SampleModel.Document(), null, columns),
            UsageIndexes.Reader(Published));
        var impact = await new ConsumerCheck(_ => Task.FromResult(index)).CheckAsync(
            SampleModel.Id, SampleModel.Document(), SampleModel.With("set $orders/columns/0/formula \"[ORDERS/Number]\""), default);
        Assert.Equal("Orders/Order Id", Assert.Single(impact.Taken).Name);
        Assert.Equal(UsageCertainty.Possible, Assert.Single(impact.Consumers).Certainty);
    }

    [Theory]
    [InlineData("set /pages/0/name \"Mine\"", false)]
    [InlineData(Rename, true)]
    public async Task Names_are_read_only_for_a_change_that_takes_something_by_the_rules(string edit, bool reads)
    {
        var read = new List<string>();
        var check = new ConsumerCheck(_ => throw new InvalidOperationException("Sigma lists the new name already."))
        {
            LiveNames = (id, document, _) =>
            {
                read.Add(id);
                return Task.FromResult(new DisplayNames(document, (_, column) => column == "c-id" ? "Order Number" : null));
            },
        };
        Assert.Same(ConsumerImpact.None, await check.CheckAsync(SampleModel.Id, SampleModel.Document(), SampleModel.With(edit), default));
        Assert.Equal(reads ? [SampleModel.Id] : [], read);
    }

    [Theory]
    [InlineData("set /pages/0/elements/0/columns/0/formula \"1\"", 0)]
    [InlineData("set /pages/0/name \"Mine\"", 1)]
    public async Task Consumer_with_a_new_formula_in_the_same_plan_does_not_break(string edit, int broken)
    {
        var index = UsageIndexes.Of(
            [], UsageIndexes.Model(SampleModel.Id, SampleModel.Document()), UsageIndexes.Reader(Published));
        var changes = new Dictionary<string, (SpecDocument Live, SpecDocument Now)>
        {
            [SampleModel.Id] = (SampleModel.Document(), SampleModel.With("remove $orders/columns/0")),
            [Published] = (UsageIndexes.ReaderDocument(), SampleModel.Edited(UsageIndexes.ReaderDocument(), edit)),
        };
        var impact = await new ConsumerCheck(_ => Task.FromResult(index)).CheckAsync(SampleModel.Id, changes, default);
        Assert.Equal(broken, impact.Consumers.Count);
    }

    [Theory]
    [InlineData("remove $orders/groupings/0", "g1", 1)]
    [InlineData("set $orders/groupings/0/id \"g2\"", "g1", 1)]
    [InlineData("remove $orders/groupings/0", "other", 0)]
    [InlineData("set $orders/groupings/0/calculations []", "g1", 0)]
    public async Task Model_that_reads_a_grouping_breaks_when_the_grouping_goes(string edit, string read, int broken)
    {
        var index = UsageIndexes.Of(
            [],
            UsageIndexes.Model(SampleModel.Id, SampleModel.Document()),
            UsageIndexes.GroupingReader(Published, read),
            UsageIndexes.Reader(Tagged));
        var check = new ConsumerCheck(_ => Task.FromResult(index));
        var impact = await check.CheckAsync(SampleModel.Id, SampleModel.Document(), SampleModel.With(edit), default);
        Assert.Equal(Enumerable.Repeat(Published, broken), impact.Certain.Select(usage => usage.ConsumerId).Distinct());
        Assert.Empty(impact.Possible);
        Assert.All(impact.Taken, item => Assert.Equal((UsageItemKind.Grouping, "Orders/g1"), (item.Item.Kind, item.Name)));
    }

    [Fact]
    public async Task Consumer_of_a_tagged_version_may_break_when_the_model_is_removed()
    {
        var index = UsageIndexes.Of(
            [],
            UsageIndexes.Model(SampleModel.Id, SampleModel.Document()),
            UsageIndexes.Model(SampleModel.Id, SampleModel.Document(), "tag"),
            UsageIndexes.Reader(Published),
            UsageIndexes.Reader(Tagged, "tag"));
        var impact = await new ConsumerCheck(_ => Task.FromResult(index)).CheckRemovalAsync(SampleModel.Id, "Shop", default);
        Assert.Equal([new(new(UsageItemKind.Model, SampleModel.Id), TakenBy.Removal, "Shop", true)], impact.Taken);
        Assert.Equal(
            [UsageCertainty.Certain, UsageCertainty.Possible],
            impact.Consumers.Select(usage => usage.Certainty).Distinct());
        Assert.Equal([Published], impact.Certain.Select(usage => usage.ConsumerId).Distinct());
        Assert.Equal([Tagged], impact.Possible.Select(usage => usage.ConsumerId).Distinct());
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    public async Task Consumers_of_a_tag_are_unchecked_when_a_version_cannot_be_read(int status)
    {
        using FakeWire wire = new((request, _) => request.RequestUri!.AbsolutePath.EndsWith("/tags", StringComparison.Ordinal)
            ? FakeWire.Json("""{"entries":[{"tagName":"prod","versionTagId":"t","sourceVersion":1}]}""")
            : FakeWire.Json("""{"message":"No such version"}""", status));
        var impact = await TagMove.CheckAsync(wire.Client, Unused, (SampleModel.Id, "Shop"), "prod", 2, null, default);
        var left = Assert.Single(impact.Unchecked);
        Assert.Equal((ConsumerKind.DataModel, SampleModel.Id, "Shop"), (left.Kind, left.Id, left.Name));
        Assert.Contains("version 1 of the data model could not be read", left.Reason, StringComparison.Ordinal);
        Assert.Contains("No such version", left.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Service_that_is_down_ends_the_check_of_a_tag()
    {
        using FakeWire wire = new((request, _) => request.RequestUri!.AbsolutePath.EndsWith("/tags", StringComparison.Ordinal)
            ? FakeWire.Json("""{"entries":[{"tagName":"prod","versionTagId":"t","sourceVersion":1}]}""")
            : FakeWire.Json("{}", 503));
        var fault = await Assert.ThrowsAsync<SigmaEngineException>(() =>
            TagMove.CheckAsync(wire.Client, Unused, (SampleModel.Id, "Shop"), "prod", 2, null, default));
        Assert.Equal(ErrorCode.ServiceUnavailable, fault.Kind);
    }

    [Theory]
    [InlineData("\"short\"", ErrorCode.ModelReadOnly)]
    [InlineData("null", ErrorCode.PermissionDenied)]
    public async Task Tag_on_a_deployed_model_is_refused_with_its_source(string source, ErrorCode expected)
    {
        using FakeWire wire = new((request, _) => request.Method == HttpMethod.Post
            ? FakeWire.Json("""{"message":"No"}""", 403)
            : FakeWire.Json($$"""{"id":"{{SampleModel.Id}}","name":"Shop","type":"data-model","parentSourceUrlId":{{source}}}"""));
        var model = new DataModelEntry { DataModelId = SampleModel.Id, Name = "Shop" };
        var fault = await Assert.ThrowsAsync<SigmaEngineException>(() =>
            wire.RunAsync(new VersionTagging(wire.Client).TagAsync(model, "prod", 1, null, default)));
        Assert.Equal((expected, 403), (fault.Kind, fault.Status));
    }

    private static ConsumerCheck Unused => new(_ => throw new InvalidOperationException("Nothing needs the index."));
}
