using System;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Usage;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

/// <summary>Whether the version that is live after a write is the write's own.</summary>
public sealed class WriteReadBackTests : LiveModelTest
{
    [Fact]
    public async Task Content_that_the_service_changed_in_our_own_version_is_not_another_person_s()
    {
        using var wire = Wire();
        _model.OnPut = _ =>
        {
            Publish("Of the service", LiveModel.Me);
            return Confirmation();
        };
        var outcome = await wire.RunAsync(WriteAsync(wire, Request()));
        Assert.NotEmpty(outcome.Findings);
        Assert.Equal((false, 2L, true), (outcome.WasWrittenByOtherUser, outcome.ResultingVersion, outcome.ResultingText is not null));
    }

    [Theory]
    [InlineData("Mine", false, 3)]
    [InlineData("Theirs", true, 2)]
    public async Task Later_version_is_another_person_s_only_when_its_content_is_another(string name, bool isTheirs, long resulting)
    {
        using var wire = Wire();
        _model.OnPut = _ =>
        {
            Publish("Mine", LiveModel.Me);
            Publish(name, "a colleague");
            return Confirmation();
        };
        var outcome = await wire.RunAsync(WriteAsync(wire, Request()));
        Assert.Equal((isTheirs, resulting), (outcome.WasWrittenByOtherUser, outcome.ResultingVersion));
        Assert.Equal(isTheirs, outcome.ResultingText is null);
    }

    [Fact]
    public async Task Items_are_added_only_when_a_new_ID_comes_with_another_name()
    {
        using var wire = Wire();
        var added = """add $orders/columns {"id":"mine","formula":"1","name":"One"}""";
        var request = Request() with { Document = SampleModel.With(added) };
        Assert.False((await wire.RunAsync(WriteAsync(wire, request))).AddsItems);

        using var renewed = Wire();
        _model.OnPut = _ => Answered("set $orders/metrics/0/id \"renewed\"");
        var again = Request() with { BaseVersion = 2, Protections = new() { SkipValidation = true, AllowRemoval = true } };
        var outcome = await renewed.RunAsync(WriteAsync(renewed, again));
        Assert.NotEmpty(outcome.RenewedIds);
        Assert.False(outcome.AddsItems);
    }

    [Fact]
    public async Task Failed_read_back_is_the_last_finding_of_a_write_that_succeeded()
    {
        using var wire = Wire();
        var writer = new SpecWriter(wire.Client);
        var plan = await wire.RunAsync(writer.PrepareAsync(Request(), default)) with { Impact = Unsure };
        _model.OnGet = _ => FakeWire.Json("""{"message":"No"}""", 403);
        var outcome = await wire.RunAsync(writer.ApplyAsync(plan, default));
        Assert.Equal((true, 2), (outcome.ContentSent, outcome.Findings.Count));
        Assert.Contains("Too large.", outcome.Findings[0], StringComparison.Ordinal);
        Assert.StartsWith("The content is published, but", outcome.Findings[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consumer_that_is_broken_after_the_write_is_a_finding()
    {
        using var wire = Wire();
        var writer = new SpecWriter(wire.Client);
        var usage = new UsageRecord { ConsumerId = "w", ConsumerName = "Book", ElementId = "e", ColumnId = "c" } with
        {
            ConsumerKind = ConsumerKind.Workbook,
        };
        var plan = await wire.RunAsync(writer.PrepareAsync(Request(), default)) with { Impact = new() { Consumers = [usage] } };
        _model.OnList = path => path.Contains("workbooks", StringComparison.Ordinal)
            ? FakeWire.Json("""{"entries":[{"columnId":"c","elementId":"e","type":{"type":"error"}}]}""")
            : null;
        var outcome = await wire.RunAsync(writer.ApplyAsync(plan, default));
        Assert.Equal(outcome.ConsumerFindings, outcome.Findings);
        Assert.Contains("Workbook \"Book\" (w)", Assert.Single(outcome.Findings), StringComparison.Ordinal);
    }

    private static ConsumerImpact Unsure => new() { Unchecked = [new(ConsumerKind.Report, "r", "Costs", "Too large.")] };

    private System.Net.Http.HttpResponseMessage Answered(string edit)
    {
        _model.Publish(Trees.Compact(SampleModel.Edited(Mine(), edit).Root), LiveModel.Me);
        return Confirmation();
    }

    private void Publish(string page, string by)
    {
        var root = JsonNode.Parse(_model.Live)!;
        root["pages"]![0]!["name"] = page;
        _model.Publish(root.ToJsonString(), by);
    }

    private static System.Net.Http.HttpResponseMessage Confirmation() =>
        FakeWire.Json($$"""{"success":true,"dataModelId":"{{SampleModel.Id}}"}""");
}
