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

    [Theory]
    [InlineData(10, 6)]
    [InlineData(60, 31)]
    [InlineData(300, 31)]
    public async Task New_model_is_looked_for_up_to_the_patience_or_a_minute(int patience, int looks)
    {
        // A model of this name was there before, so it is not the new one.
        using FakeWire wire = new(
            (request, _) => request.Method == HttpMethod.Post ? FakeWire.Json("{}", 502) : List("old"),
            TimeSpan.FromSeconds(patience),
            TimeSpan.Zero);
        var fault = await Assert.ThrowsAsync<SigmaEngineException>(() => CreateAsync(wire));
        Assert.Equal(ErrorCode.WriteOutcomeUnknown, fault.Kind);
        Assert.Contains("No new model of that name", fault.Message, StringComparison.Ordinal);
        Assert.Equal(looks + 2, wire.Sent.Count);
    }

    [Theory]
    [InlineData("old,new", "new")]
    [InlineData("old,new,newer", null)]
    public async Task One_new_model_of_the_name_is_the_created_one(string listed, string? made)
    {
        var isSent = false;
        using FakeWire wire = new((request, _) =>
        {
            isSent |= request.Method == HttpMethod.Post;
            return request.Method == HttpMethod.Post ? FakeWire.Json("{}", 502)
                : request.RequestUri!.AbsolutePath == "/v2/dataModels" ? List(isSent ? listed : "old")
                : FakeWire.Json("{}", 403);
        });
        if (made is not null)
        {
            Assert.Equal(made, (await CreateAsync(wire)).DataModelId);
            return;
        }

        var fault = await Assert.ThrowsAsync<SigmaEngineException>(() => CreateAsync(wire));
        Assert.Contains("Several new models have this name: new, newer", fault.Message, StringComparison.Ordinal);
    }

    private static Task<SpecCreateOutcome> CreateAsync(FakeWire wire) =>
        wire.RunAsync(new SpecCreator(wire.Client, new ExistingModels()).CreateAsync(Plan(), "f", "me", default));

    private static HttpResponseMessage List(string ids) => FakeWire.Json(
        $$"""{"entries":[{{string.Join(",", ids.Split(',').Select(id => Entry(id, "me")))}},{{Entry("theirs", "you")}}]}""");

    private static string Entry(string id, string by) => $$"""{"dataModelId":"{{id}}","name":"Trial","createdBy":"{{by}}"}""";

    private static SpecCreatePlan Plan() => SpecCreatePlan.FromDocument(SampleModel.Document(), "Trial", skipValidation: true);
}
