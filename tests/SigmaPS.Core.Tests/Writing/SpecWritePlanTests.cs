using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Usage;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

public sealed class SpecWritePlanTests
{
    [Theory]
    [InlineData(ContentDifference.Unchanged, false, false)]
    [InlineData(ContentDifference.Unchanged, true, false)]
    [InlineData(ContentDifference.Equivalent, false, false)]
    [InlineData(ContentDifference.Equivalent, true, true)]
    [InlineData(ContentDifference.Change, false, true)]
    public void Nothing_is_sent_that_changes_nothing(ContentDifference need, bool sendEquivalent, bool sends)
    {
        var request = new SpecWriteRequest(SampleModel.Id, SampleModel.Document()) { SendEquivalent = sendEquivalent };
        Assert.Equal(sends, new SpecWritePlan(request, SampleModel.Document(), SampleModel.Text) { Difference = need }.SendsContent);
    }

    [Fact]
    public async Task Plan_that_was_refused_is_never_sent()
    {
        var refusal = new SigmaEngineException(ErrorCode.RemovalNotAllowed, "Things would go.");
        var plan = new SpecWritePlan(new SpecWriteRequest(SampleModel.Id, SampleModel.Document()), SampleModel.Document(), SampleModel.Text)
        {
            Refusals = [refusal],
        };
        Assert.Same(
            refusal,
            await Assert.ThrowsAsync<SigmaEngineException>(() => new SpecWriter(null!).ApplyAsync(plan, CancellationToken.None)));
    }

    [Fact]
    public void Spec_of_another_model_is_a_transfer()
    {
        Assert.False(
            new SpecWritePlan(
                new SpecWriteRequest(SampleModel.Id, SampleModel.Document()),
                SampleModel.Document(),
                SampleModel.Text).IsTransfer);
        Assert.True(
            new SpecWritePlan(
                new SpecWriteRequest(SampleModel.OtherId, SampleModel.Document()),
                SampleModel.Document(),
                SampleModel.Text).IsTransfer);
        Assert.False(
            new SpecWritePlan(
                new SpecWriteRequest(SampleModel.OtherId, SampleModel.With("remove /dataModelId")),
                SampleModel.Document(),
                SampleModel.Text).IsTransfer);
    }

    [Fact]
    public void All_refusals_are_reported_at_once()
    {
        var refusals = new[]
        {
            new SigmaEngineException(ErrorCode.SpecConflict, "It has moved on.") { Switch = "IgnoreConflict" },
            new SigmaEngineException(ErrorCode.RemovalNotAllowed, "Things would go.") { Switch = "AllowRemoval" },
        };
        var plan = new SpecWritePlan(new SpecWriteRequest(SampleModel.Id, SampleModel.Document()), SampleModel.Document(), SampleModel.Text)
        {
            Refusals = refusals,
        };
        Assert.Equal(
            (ErrorCode.SpecConflict, "It has moved on. Also: Things would go.", SampleModel.Id),
            (plan.Refusal().Kind, plan.Refusal().Message, plan.Refusal().Target));
        Assert.Same(refusals[0], new SpecWritePlan(plan.Request, plan.Live, SampleModel.Text) { Refusals = [refusals[0]] }.Refusal());
    }

    [Theory]
    [InlineData("set /name \"Store\"", "Store")]
    [InlineData("remove /name", SampleModel.Id)]
    public void Plan_has_the_name_of_the_live_model_or_its_ID(string edit, string name) =>
        Assert.Equal(
            name,
            new SpecWritePlan(new SpecWriteRequest(SampleModel.Id, SampleModel.Document()), SampleModel.With(edit), "").Name);

    [Fact]
    public void Advisories_are_the_live_errors_and_the_uncertain_consumers()
    {
        var plan = new SpecWritePlan(new SpecWriteRequest(SampleModel.Id, SampleModel.Document()), SampleModel.Document(), "")
        {
            PreexistingErrors = ["An error."],
            Impact = new ConsumerImpact { Unchecked = [new(ConsumerKind.Report, "r", "Costs", "Too large.")] },
        };
        Assert.Equal(2, plan.Advisories.Count());
        Assert.Contains("An error.", plan.Advisories);
        Assert.Contains(plan.Advisories, line => line.Contains("Too large.", System.StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, "first")]
    [InlineData(false, "c-net")]
    public void Items_keep_their_live_IDs_only_on_request(bool preserves, string id)
    {
        var live = SampleModel.With(
            "set $orders/columns/5/id \"first\"",
            "set $orders/folders/0/items/1 \"first\"",
            "set $orders/summary/0 \"first\"");
        var request = new SpecWriteRequest(SampleModel.Id, SampleModel.Document()) { PreservesLiveIds = preserves };
        Assert.Contains($"\"id\":\"{id}\"", Trees.Compact(request.RebasedOn(live).Document.Root), System.StringComparison.Ordinal);
    }
}
