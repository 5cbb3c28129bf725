using System;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

public sealed class BaseRuleTests
{
    private const string Host = "api.test/org";

    [Theory]
    [InlineData(7, 6, true, 7)] // said counts before remembered
    [InlineData(7, null, true, 7)]
    [InlineData(null, 6, true, 6)] // remembered counts before the body, which says 4
    [InlineData(null, null, true, 4)]
    [InlineData(null, null, false, null)]
    [InlineData(null, 6, false, 6)]
    [InlineData(7, null, false, 7)]
    public void The_base_is_what_is_said_else_remembered_else_in_the_body(int? said, int? remembered, bool inBody, int? expected) =>
        Assert.Equal(expected, BaseRule.Of(Request(said, remembered, inBody ? Shop.Document() : Shop.With("remove /latestDocumentVersion", "remove /documentVersion"))));

    [Fact]
    public void A_version_in_the_body_counts_for_its_own_model_only()
    {
        Assert.Null(BaseRule.Of(new SpecWriteRequest(Shop.OtherId, Shop.Document()) { Organization = Host }));
        Assert.Null(BaseRule.Of(Request(null, null, Shop.With("remove /dataModelId"))));
        Assert.Equal(4, BaseRule.Of(Request(null, null, Shop.With($"set /dataModelId \"{Shop.Id.ToUpperInvariant()}\""))));
    }

    [Fact]
    public void The_latest_version_in_the_body_counts_and_not_the_one_it_shows() =>
        Assert.Equal(4, BaseRule.Of(Request(null, null, Shop.With("set /documentVersion 2"))));

    [Theory]
    [InlineData(Shop.OtherId, Host)]
    [InlineData(Shop.Id, "api.test/another-org")]
    public void A_memory_of_another_model_or_organisation_does_not_count(string model, string host)
    {
        var request = new SpecWriteRequest(Shop.Id, Shop.With("remove /dataModelId")) { Organization = Host, Origin = new SpecOrigin(model, 6, Shop.Text, host) };
        Assert.False(BaseRule.Remembers(request));
        Assert.Null(BaseRule.Of(request));
    }

    [Fact]
    public void On_its_base_a_write_goes_on() => Assert.Null(BaseRule.Check(Request(null, null, Shop.Document()), Shop.Document()));

    [Fact]
    public void Without_a_base_a_write_is_refused_and_the_live_version_named()
    {
        var fault = BaseRule.Check(Request(null, null, Shop.With("remove /dataModelId")), Shop.Document())!;
        Assert.Equal((FaultKind.SpecNoBase, "IgnoreConflict", Shop.Id), (fault.Kind, fault.Switch, fault.Target));
        Assert.Contains("live is version 4", fault.Message, StringComparison.Ordinal);
        Assert.Contains("-BaseDocumentVersion 4", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void On_another_version_a_write_is_refused_with_who_and_when(int said)
    {
        var fault = BaseRule.Check(Request(said, null, Shop.Document()), Shop.Document())!;
        Assert.Equal((FaultKind.SpecConflict, "IgnoreConflict", Shop.Id), (fault.Kind, fault.Switch, fault.Target));
        Assert.Contains($"builds on version {said}, live is version 4, saved by ann at 2026-02-06T09:30:00.000Z.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_conflict_tells_what_the_others_changed_where_that_is_known()
    {
        var live = Shop.With("set /latestDocumentVersion 5", "remove $orders/columns/4");
        var fault = BaseRule.Check(Request(null, 4, Shop.With("set $orders/name \"Sales\"")), live, ConflictStory.Between(Shop.Document(), live))!;
        Assert.Contains("Since then: 1 column removed (\"Cost\").", fault.Message, StringComparison.Ordinal);
        Assert.Equal("Since then nothing has changed but layout, defaults or ids.", ConflictStory.Between(Shop.Document(), Shop.With("set /pages/0/id \"n\"")));
        Assert.DoesNotContain("Since then", BaseRule.Check(Request(4, null, Shop.Document()), live)!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_can_be_overridden_on_purpose()
    {
        Assert.Null(BaseRule.Check(Request(3, null, Shop.Document(), ignore: true), Shop.Document()));
        Assert.Null(BaseRule.Check(Request(null, null, Shop.With("remove /dataModelId"), ignore: true), Shop.Document()));
    }

    private static SpecWriteRequest Request(int? said, int? remembered, SpecDocument document, bool ignore = false) => new(Shop.Id, document)
    {
        BaseVersion = said,
        Organization = Host,
        IgnoreConflict = ignore,
        Origin = remembered is { } version ? new SpecOrigin(Shop.Id, version, Shop.Text, Host) : null,
    };
}
