using System;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

/// <summary>The refusal of a write with an older base version, and its requests.</summary>
public sealed class ConflictDescriptionTests : LiveModelTest
{
    private const string Member = """{"memberId":"a colleague","firstName":"Ann","lastName":"Lee","email":"ann@contoso.com"}""";

    [Fact]
    public async Task Conflict_names_the_member_and_the_changes_since_the_base()
    {
        using var wire = Wire();
        Publish();
        var plan = await wire.RunAsync(new SpecWriter(wire.Client).PrepareAsync(Request(), default));
        var refusal = Assert.Single(plan.Refusals);
        Assert.Equal(ErrorCode.SpecConflict, refusal.Kind);
        Assert.Contains("Ann Lee (ann@contoso.com) published version 2", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Since then: ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Base_that_was_read_in_this_process_is_not_requested_again()
    {
        using var wire = Wire();
        Publish();
        var request = Request() with { Organization = "org", Origin = new SpecProvenance(SampleModel.Id, 1, SampleModel.Text, "org") };
        var plan = await wire.RunAsync(new SpecWriter(wire.Client).PrepareAsync(request, default));
        Assert.Contains("Since then: ", Assert.Single(plan.Refusals).Message, StringComparison.Ordinal);
        Assert.Single(_model.Sent, line => line == "GET spec");
    }

    [Theory]
    [InlineData(1, true, false)]
    [InlineData(1, false, true)]
    [InlineData(2, false, false)]
    public async Task Base_and_author_are_not_requested_when_there_is_no_conflict(long version, bool ignores, bool isRestore)
    {
        using var wire = Wire();
        Publish();
        var request = Request() with
        {
            BaseVersion = version,
            BaseIsLive = isRestore,
            Protections = new() { SkipValidation = true, IgnoreConflict = ignores },
        };
        Assert.Empty((await wire.RunAsync(new SpecWriter(wire.Client).PrepareAsync(request, default))).Refusals);
        Assert.Equal(["GET spec", "GET elements"], _model.Sent);
    }

    [Theory]
    [InlineData(false, false, false, "IgnoreConflict")]
    [InlineData(true, false, false, null)]
    [InlineData(false, true, false, null)]
    [InlineData(false, false, true, null)]
    public void Conflict_offers_to_overwrite_only_a_write_that_can(bool ignores, bool isRestore, bool isMerged, string? lift)
    {
        var request = Request() with
        {
            BaseIsLive = isRestore,
            IsMerged = isMerged,
            Protections = new() { IgnoreConflict = ignores },
        };
        var fault = ConcurrencyCheck.Conflict(request, SampleModel.Document(), 3, "Ann Lee", "");
        Assert.Equal(lift, fault.Switch);
        Assert.Equal(lift is null, fault.Message.Contains("run the command again", StringComparison.Ordinal));
        Assert.Equal(lift is not null, fault.Message.Contains("-IgnoreConflict", StringComparison.Ordinal));
        Assert.Contains("based on version 3; Ann Lee published version 4", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("  ", fault.Message, StringComparison.Ordinal);
    }

    // The service returns an older version for a request that names it.
    private void Publish()
    {
        var old = _model.Live;
        _model.PublishPrecious();
        _model.OnGet = n => n == 2 ? FakeWire.Json(old) : null;
        _model.OnList = path => path.Contains("/members/", StringComparison.Ordinal) ? FakeWire.Json(Member) : null;
    }
}
