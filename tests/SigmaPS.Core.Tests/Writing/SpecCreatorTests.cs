using System;
using System.Collections.Generic;
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
    public async Task New_model_is_searched_up_to_the_timeout_or_a_minute(int patience, int looks)
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
    [InlineData("new", "new")]
    [InlineData("new,newer", null)]
    public async Task One_new_model_of_the_name_is_the_created_one(string listed, string? made)
    {
        // Meanwhile others created models too, and one of the name went to the trash.
        var others = $"{Entry("their", "you")},{Entry("other", "me", "Other")},{Entry("gone", "me", "Trial", true)}";
        var isSent = false;
        using FakeWire wire = new((request, _) =>
        {
            isSent |= request.Method == HttpMethod.Post;
            return request.Method == HttpMethod.Post ? FakeWire.Json("{}", 502)
                : request.RequestUri!.AbsolutePath == "/v2/dataModels" ? List(isSent ? "old," + listed : "old", isSent ? others : "")
                : FakeWire.Json("{}", 403);
        });
        if (made is not null)
        {
            var outcome = await CreateAsync(wire);
            Assert.Equal(made, outcome.DataModelId);
            Assert.Contains("could not be read back", Assert.Single(outcome.Findings), StringComparison.Ordinal);
            return;
        }

        var fault = await Assert.ThrowsAsync<SigmaEngineException>(() => CreateAsync(wire));
        Assert.Contains("Several new models have this name: new, newer", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Model_that_was_there_before_or_was_created_first_is_not_the_lost_one(bool isKnown)
    {
        var made = new Queue<string>(isKnown ? ["lost"] : ["first", "lost"]);
        var listed = isKnown ? "old" : "";
        using FakeWire wire = new((request, _) =>
        {
            if (request.Method != HttpMethod.Post)
            {
                return request.RequestUri!.AbsolutePath == "/v2/dataModels" ? List(listed) : FakeWire.Json("{}", 403);
            }

            var id = made.Dequeue();
            listed = string.Join(",", listed.Split(',', StringSplitOptions.RemoveEmptyEntries).Append(id));
            return id == "lost" ? FakeWire.Json("{}", 502) : FakeWire.Json($$"""{"success":true,"dataModelId":"{{id}}"}""");
        });
        var creator = new SpecCreator(wire.Client, isKnown ? new ExistingModels(["old"]) : new ExistingModels());
        if (!isKnown)
        {
            Assert.Equal("first", (await creator.CreateAsync(Plan(), "f", "me", default)).DataModelId);
        }

        Assert.Equal("lost", (await wire.RunAsync(creator.CreateAsync(Plan(), "f", "me", default))).DataModelId);
        Assert.Equal(!isKnown, wire.Sent[0].StartsWith("GET", StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_is_read_again_after_a_creation_whose_outcome_is_unknown()
    {
        using FakeWire wire = new((request, _) => request.Method == HttpMethod.Post ? FakeWire.Json("{}", 502) : List("old"));
        var creator = new SpecCreator(wire.Client, new ExistingModels());
        foreach (var _ in "12")
        {
            var fault = await Assert.ThrowsAsync<SigmaEngineException>(() => creator.CreateAsync(Plan(), "f", "me", default));
            Assert.Equal(ErrorCode.WriteOutcomeUnknown, fault.Kind);
        }

        Assert.Equal(["GET", "POST", "GET", "GET", "POST", "GET"], wire.Sent.Select(line => line.Split(' ')[0]));
    }

    private static Task<SpecCreateOutcome> CreateAsync(FakeWire wire) =>
        wire.RunAsync(new SpecCreator(wire.Client, new ExistingModels()).CreateAsync(Plan(), "f", "me", default));

    private static HttpResponseMessage List(string ids, string others = "")
    {
        var own = ids.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => Entry(id, "me"));
        string[] entries = [.. own, Entry("theirs", "you"), .. others.Length > 0 ? [others] : Array.Empty<string>()];
        return FakeWire.Json($$"""{"entries":[{{string.Join(",", entries)}}]}""");
    }

    private static string Entry(string id, string by, string name = "Trial", bool isArchived = false) =>
        $$"""{"dataModelId":"{{id}}","name":"{{name}}","createdBy":"{{by}}","isArchived":{{(isArchived ? "true" : "false")}}}""";

    private static SpecCreatePlan Plan() => SpecCreatePlan.FromDocument(SampleModel.Document(), "Trial", skipValidation: true);
}
