using System;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

/// <summary>A PUT that waited between its check and its send is checked again, at a service that ignores documentVersion.</summary>
public sealed class FreshCheckTests : LiveModelTest
{
    [Theory]
    [InlineData("429 with seconds")]
    [InlineData("429 without seconds")]
    [InlineData("429 with zero")]
    [InlineData("401")]
    [InlineData("refused connection")]
    [InlineData("edge page")]
    public async Task Write_that_is_repeated_after_a_colleague_published_is_a_conflict(string why)
    {
        using var wire = Wire();
        _model.OnPut = n =>
        {
            if (n > 1)
            {
                return null;
            }

            _model.PublishPrecious();
            return Refusal(why);
        };
        var fault = await FaultAsync(wire, Request());
        Assert.Equal((ErrorCode.SpecConflict, SampleModel.Id, 1), (fault.Kind, fault.Target, _model.Puts));
        Assert.Equal("PRECIOUS", (string)_model.First["name"]!);
    }

    [Theory]
    [InlineData("429 with seconds")]
    [InlineData("401")]
    [InlineData("refused connection")]
    public async Task Write_that_is_repeated_onto_the_same_version_is_sent(string why)
    {
        using var wire = Wire();
        _model.OnPut = n => n > 1 ? null : Refusal(why);
        await wire.RunAsync(WriteAsync(wire, Request()));
        Assert.Equal((2, 2, "Mine"), (_model.Puts, _model.Version, (string)_model.First["name"]!));
    }

    [Fact]
    public async Task Every_repetition_is_checked_and_not_the_first_alone()
    {
        using var wire = Wire();
        _model.OnPut = n =>
        {
            if (n == 2)
            {
                _model.PublishPrecious();
            }

            return n > 2 ? null : Refusal("429 with seconds");
        };
        Assert.Equal(ErrorCode.SpecConflict, (await FaultAsync(wire, Request())).Kind);
        Assert.Equal((2, "PRECIOUS"), (_model.Puts, (string)_model.First["name"]!));
    }

    [Fact]
    public async Task Restore_onto_the_live_version_is_checked_too()
    {
        using var wire = Wire();
        _model.OnPut = n =>
        {
            _model.PublishPrecious();
            return n > 1 ? null : Refusal("429 with seconds");
        };
        var request = new SpecWriteRequest(SampleModel.Id, Mine())
        {
            BaseIsLive = true,
            UserId = LiveModel.Me,
            Protections = new() { SkipValidation = true },
        };
        Assert.Equal(
            (ErrorCode.SpecConflict, null),
            ((await FaultAsync(wire, request)) is { } fault ? (fault.Kind, fault.Switch) : default));
        Assert.Equal(1, _model.Puts);
    }

    [Fact]
    public async Task Write_with_the_live_model_that_its_caller_read_does_not_read_it_again()
    {
        using var wire = Wire();
        var live = await wire.RunAsync(wire.Client.GetSpecAsync(SampleModel.Id, null, default));
        var before = wire.Sent.Count;
        var plan = await wire.RunAsync(new SpecWriter(wire.Client).PrepareAsync(Request() with { Live = live }, default));
        Assert.Same(live.Document, plan.Live);
        Assert.DoesNotContain(wire.Sent.Skip(before), sent => sent.EndsWith("/spec", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_ignores_conflicts_writes_onto_the_version_that_is_live_then(bool isRead)
    {
        using var wire = Wire();
        var live = isRead ? await wire.RunAsync(wire.Client.GetSpecAsync(SampleModel.Id, null, default)) : null;
        _model.OnPut = n =>
        {
            if (n > 1)
            {
                return null;
            }

            _model.PublishPrecious();
            return Refusal("429 with seconds");
        };
        var request = new SpecWriteRequest(SampleModel.Id, Mine())
        {
            Live = live,
            UserId = LiveModel.Me,
            Protections = new() { IgnoreConflict = true, SkipValidation = true },
        };
        var outcome = await wire.RunAsync(WriteAsync(wire, request));
        Assert.Equal((2L, 3, "Mine"), (outcome.VersionBefore, _model.Version, (string)_model.First["name"]!));
        Assert.Contains("\"documentVersion\":2", wire.Bodies.FindLast(body => body is not null)!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_ignores_conflicts_does_not_remove_what_came_meanwhile_by_accident()
    {
        using var wire = Wire();
        _model.OnPut = n =>
        {
            var root = System.Text.Json.Nodes.JsonNode.Parse(_model.Live)!;
            root["pages"]!.AsArray().Add(System.Text.Json.Nodes.JsonNode.Parse("""{"id":"new","name":"New page","elements":[]}"""));
            _model.Publish(root.ToJsonString(), "a colleague");
            return n > 1 ? null : Refusal("429 with seconds");
        };
        var request = new SpecWriteRequest(SampleModel.Id, Mine())
        {
            UserId = LiveModel.Me,
            Protections = new() { IgnoreConflict = true, SkipValidation = true },
        };
        Assert.Equal(ErrorCode.RemovalNotAllowed, (await FaultAsync(wire, request)).Kind);
        Assert.Equal(1, _model.Puts);
    }

    [Fact]
    public async Task Write_that_ignores_conflicts_ends_when_the_model_changes_before_each_send()
    {
        using var wire = Wire();
        _model.OnPut = n =>
        {
            _model.PublishPrecious();
            return n > 9 ? null : Refusal("429 with seconds");
        };
        var request = new SpecWriteRequest(SampleModel.Id, Mine())
        {
            UserId = LiveModel.Me,
            Protections = new() { IgnoreConflict = true, SkipValidation = true },
        };
        Assert.Equal((ErrorCode.SpecConflict, 3), ((await FaultAsync(wire, request)).Kind, _model.Puts));
    }

    [Fact]
    public async Task Check_that_fails_leaves_the_write_unsent_and_is_repeated_with_it()
    {
        using var wire = Wire();
        _model.OnPut = n => n > 1 ? null : Refusal("429 with seconds");
        _model.OnGet = n => n == 2 ? FakeWire.Json("{}", 503) : null;
        await wire.RunAsync(WriteAsync(wire, Request()));
        Assert.Equal((2, 2), (_model.Puts, _model.Version));
    }
}
