using System;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

/// <summary>A new model that was refused before it was sent, or whose creation was not confirmed.</summary>
public sealed class SpecCreatorTests
{
    [Fact]
    public async Task Plan_with_a_refusal_is_never_sent()
    {
        using FakeWire wire = new((_, _) => FakeWire.Json("""{"entries":[]}"""));
        var plan = SpecCreatePlan.FromDocument(SampleModel.With("set $orders/sort/1/columnId \"ghost\""), "Trial", skipValidation: false);
        var fault = await Assert.ThrowsAsync<SigmaEngineException>(() =>
            new SpecCreator(wire.Client, new ExistingModels()).CreateAsync(plan, "f", "me", default));
        Assert.Same(plan.Refusal, fault);
        Assert.Empty(wire.Sent);
    }

    [Fact]
    public async Task Outcome_is_unknown_and_the_list_is_read_again_when_it_cannot_be_read()
    {
        var refuses = false;
        using FakeWire wire = new((request, _) =>
        {
            if (request.Method != HttpMethod.Post)
            {
                return refuses ? FakeWire.Json("""{"message":"No"}""", 403) : FakeWire.Json("""{"entries":[]}""");
            }

            refuses = true;
            return FakeWire.Json("{}", 502);
        });
        var creator = new SpecCreator(wire.Client, new ExistingModels());
        var fault = await Assert.ThrowsAsync<SigmaEngineException>(() => creator.CreateAsync(Plan(), "f", "me", default));
        Assert.Equal(ErrorCode.WriteOutcomeUnknown, fault.Kind);
        Assert.Contains("\"Trial\"", fault.Message, StringComparison.Ordinal);
        Assert.Contains("could not be read either", fault.Message, StringComparison.Ordinal);

        refuses = false;
        await Assert.ThrowsAsync<SigmaEngineException>(() => creator.CreateAsync(Plan(), "f", "me", default));
        Assert.Equal(["GET", "POST", "GET", "GET", "POST", "GET"], wire.Sent.Select(line => line.Split(' ')[0]));
    }

    private static SpecCreatePlan Plan() => SpecCreatePlan.FromDocument(SampleModel.Document(), "Trial", skipValidation: true);
}
