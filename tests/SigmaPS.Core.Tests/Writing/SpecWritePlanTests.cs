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
    [InlineData(WriteNeed.Unchanged, false, false)]
    [InlineData(WriteNeed.Unchanged, true, false)]
    [InlineData(WriteNeed.Equivalent, false, false)]
    [InlineData(WriteNeed.Equivalent, true, true)]
    [InlineData(WriteNeed.Change, false, true)]
    public void Nothing_is_sent_that_changes_nothing(WriteNeed need, bool sendEquivalent, bool sends)
    {
        var request = new SpecWriteRequest(Shop.Id, Shop.Document()) { SendEquivalent = sendEquivalent };
        Assert.Equal(sends, new SpecWritePlan(request, Shop.Document(), Shop.Text) { Need = need }.SendsContent);
    }

    [Fact]
    public async Task A_plan_that_was_refused_is_never_sent()
    {
        var refusal = new SigmaFaultException(FaultKind.RemovalNotAllowed, "Things would go.");
        var plan = new SpecWritePlan(new SpecWriteRequest(Shop.Id, Shop.Document()), Shop.Document(), Shop.Text) { Refusals = [refusal] };
        Assert.Same(refusal, await Assert.ThrowsAsync<SigmaFaultException>(() => new SpecWriter(null!).ApplyAsync(plan, CancellationToken.None)));
    }

    [Fact]
    public void A_spec_of_another_model_is_a_transfer()
    {
        Assert.False(new SpecWritePlan(new SpecWriteRequest(Shop.Id, Shop.Document()), Shop.Document(), Shop.Text).IsTransfer);
        Assert.True(new SpecWritePlan(new SpecWriteRequest(Shop.OtherId, Shop.Document()), Shop.Document(), Shop.Text).IsTransfer);
        Assert.False(new SpecWritePlan(new SpecWriteRequest(Shop.OtherId, Shop.With("remove /dataModelId")), Shop.Document(), Shop.Text).IsTransfer);
    }

    [Fact]
    public void All_refusals_are_told_at_once()
    {
        var refusals = new[]
        {
            new SigmaFaultException(FaultKind.SpecConflict, "It has moved on.") { Switch = "IgnoreConflict" },
            new SigmaFaultException(FaultKind.RemovalNotAllowed, "Things would go.") { Switch = "AllowRemoval" },
        };
        var plan = new SpecWritePlan(new SpecWriteRequest(Shop.Id, Shop.Document()), Shop.Document(), Shop.Text) { Refusals = refusals };
        Assert.Equal((FaultKind.SpecConflict, "It has moved on. Also: Things would go.", Shop.Id), (plan.Refusal().Kind, plan.Refusal().Message, plan.Refusal().Target));
        Assert.Same(refusals[0], new SpecWritePlan(plan.Request, plan.Live, Shop.Text) { Refusals = [refusals[0]] }.Refusal());
    }
}
