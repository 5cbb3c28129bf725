using System;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

public sealed class ConcurrencyCheckTests
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
    public void Base_version_is_given_else_recorded_else_in_the_body(int? said, int? remembered, bool inBody, int? expected) =>
        Assert.Equal(
            expected,
            ConcurrencyCheck.GetBaseVersion(
                Request(
                    said,
                    remembered,
                    inBody ? SampleModel.Document() : SampleModel.With("remove /latestDocumentVersion", "remove /documentVersion"))));

    [Fact]
    public void Version_in_the_body_counts_for_its_own_model_only()
    {
        Assert.Null(
            ConcurrencyCheck.GetBaseVersion(new SpecWriteRequest(SampleModel.OtherId, SampleModel.Document()) { Organization = Host }));
        Assert.Null(ConcurrencyCheck.GetBaseVersion(Request(null, null, SampleModel.With("remove /dataModelId"))));
        Assert.Equal(
            4,
            ConcurrencyCheck.GetBaseVersion(
                Request(null, null, SampleModel.With($"set /dataModelId \"{SampleModel.Id.ToUpperInvariant()}\""))));
    }

    [Fact]
    public void Latest_version_in_the_body_counts_and_not_the_one_it_shows() =>
        Assert.Equal(4, ConcurrencyCheck.GetBaseVersion(Request(null, null, SampleModel.With("set /documentVersion 2"))));

    [Fact]
    public void Version_in_the_index_counts_before_the_one_in_the_body() =>
        Assert.Equal(
            6,
            ConcurrencyCheck.GetBaseVersion(
                new SpecWriteRequest(SampleModel.Id, SampleModel.Document()) { Organization = Host, IndexVersion = 6 }));

    [Theory]
    [InlineData(SampleModel.OtherId, Host)]
    [InlineData(SampleModel.Id, "api.test/another-org")]
    public void Memory_of_another_model_or_organization_does_not_count(string model, string host)
    {
        var request = new SpecWriteRequest(SampleModel.Id, SampleModel.With("remove /dataModelId"))
        {
            Organization = Host,
            Origin = new SpecProvenance(model, 6, SampleModel.Text, host),
        };
        Assert.False(ConcurrencyCheck.Remembers(request));
        Assert.Null(ConcurrencyCheck.GetBaseVersion(request));
    }

    [Fact]
    public void Object_of_another_model_is_refused_with_the_name_of_its_model()
    {
        var request = new SpecWriteRequest(SampleModel.Id, SampleModel.With("remove /dataModelId"))
        {
            Organization = Host,
            Origin = new SpecProvenance(SampleModel.OtherId, 6, SampleModel.Text, Host) { Name = "Depot" },
        };
        Assert.Contains(
            "read from \"Depot\", not from \"Shop\".",
            ConcurrencyCheck.Check(request, SampleModel.Document())!.Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            "not from",
            ConcurrencyCheck.Check(request with { Origin = null }, SampleModel.Document())!.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void On_its_base_a_write_goes_on() =>
        Assert.Null(ConcurrencyCheck.Check(Request(null, null, SampleModel.Document()), SampleModel.Document()));

    [Fact]
    public void Without_a_base_a_write_is_refused_and_the_live_version_named()
    {
        var fault = ConcurrencyCheck.Check(Request(null, null, SampleModel.With("remove /dataModelId")), SampleModel.Document())!;
        Assert.Equal((ErrorCode.SpecNoBase, "IgnoreConflict", SampleModel.Id), (fault.Kind, fault.Switch, fault.Target));
        Assert.Contains("-BaseDocumentVersion 4", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void On_another_version_a_write_is_refused_with_who_and_when(int said)
    {
        var fault = ConcurrencyCheck.Check(Request(said, null, SampleModel.Document()), SampleModel.Document())!;
        Assert.Equal((ErrorCode.SpecConflict, "IgnoreConflict", SampleModel.Id), (fault.Kind, fault.Switch, fault.Target));
        Assert.Contains(
            $"based on version {said}; ann published version 4 at 2026-02-06T09:30:00.000Z.",
            fault.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Conflict_describes_the_changes_of_other_people_where_they_are_known()
    {
        var live = SampleModel.With("set /latestDocumentVersion 5", "remove $orders/columns/4");
        var fault = ConcurrencyCheck.Check(
            Request(null, 4, SampleModel.With("set $orders/name \"Sales\"")),
            live,
            story: ConflictSummary.Between(SampleModel.Document(), live))!;
        Assert.Contains("Since then: 1 column removed (\"Cost\").", fault.Message, StringComparison.Ordinal);
        Assert.Equal(
            "Since then, only layout, defaults or IDs have changed.",
            ConflictSummary.Between(SampleModel.Document(), SampleModel.With("set /pages/0/id \"n\"")));
        Assert.DoesNotContain(
            "Since then",
            ConcurrencyCheck.Check(Request(4, null, SampleModel.Document()), live)!.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Both_can_be_overridden_on_purpose()
    {
        Assert.Null(ConcurrencyCheck.Check(Request(3, null, SampleModel.Document(), ignore: true), SampleModel.Document()));
        Assert.Null(
            ConcurrencyCheck.Check(Request(null, null, SampleModel.With("remove /dataModelId"), ignore: true), SampleModel.Document()));
    }

    private static SpecWriteRequest Request(int? said, int? remembered, SpecDocument document, bool ignore = false) =>
        new(SampleModel.Id, document)
        {
            BaseVersion = said,
            Organization = Host,
            Protections = new() { IgnoreConflict = ignore },
            Origin = remembered is { } version ? new SpecProvenance(SampleModel.Id, version, SampleModel.Text, Host) : null,
        };
}
