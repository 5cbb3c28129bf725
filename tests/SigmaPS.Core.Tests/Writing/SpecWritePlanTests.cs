using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Tests.Support;
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
    public async Task A_plan_that_was_refused_is_never_sent()
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
    public void A_spec_of_another_model_is_a_transfer()
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
    public void All_refusals_are_told_at_once()
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
}
