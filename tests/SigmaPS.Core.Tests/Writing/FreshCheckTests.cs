using System;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

/// <summary>A PUT that waited between its check and its send is checked again, at a service that ignores documentVersion.</summary>
public sealed class FreshCheckTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(300);
    private readonly LiveModel _model = new(SampleModel.Text);

    [Theory]
    [InlineData("429 with seconds")]
    [InlineData("429 without seconds")]
    [InlineData("429 with zero")]
    [InlineData("401")]
    [InlineData("refused connection")]
    [InlineData("edge page")]
    public async Task A_write_that_is_repeated_after_a_colleague_published_is_a_conflict(string why)
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
    public async Task A_write_that_is_repeated_onto_the_same_version_is_sent(string why)
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

    [Theory]
    [InlineData(2.1, true)]
    [InlineData(1.9, false)]
    [InlineData(-5, true)]
    public async Task More_than_two_seconds_by_the_clock_are_a_wait(double seconds, bool conflict)
    {
        using var wire = Wire();
        var writer = new SpecWriter(wire.Client);
        var plan = await wire.RunAsync(writer.PrepareAsync(Request(), default));
        _model.PublishPrecious();
#pragma warning disable EXTEXP0004 // The clock of a machine can be set back; only this call does so in a test.
        wire.Time.AdjustTime(plan.ReadAt + TimeSpan.FromSeconds(seconds));
#pragma warning restore EXTEXP0004
        var fault = await Record.ExceptionAsync(() => writer.ApplyAsync(plan, default));
        Assert.Equal(conflict ? ErrorCode.SpecConflict : null, (fault as SigmaEngineException)?.Kind);
    }

    [Fact]
    public async Task A_prompt_is_a_wait_however_short_it_was()
    {
        using var wire = Wire();
        var writer = new SpecWriter(wire.Client);
        var plan = await wire.RunAsync(writer.PrepareAsync(Request(), default));
        _model.PublishPrecious();
        Assert.Equal(
            ErrorCode.SpecConflict,
            (await Assert.ThrowsAsync<SigmaEngineException>(() => writer.ApplyAsync(plan.Asked(), default))).Kind);
        Assert.Equal(0, _model.Puts);
    }

    [Fact]
    public async Task A_wait_that_another_request_was_asked_for_is_a_wait()
    {
        using var wire = Wire();
        var writer = new SpecWriter(wire.Client);
        var plan = await wire.RunAsync(writer.PrepareAsync(Request(), default));
        _model.OnList = _ => Refusal("429 with seconds");
        var other = wire.Client.GetElementsAsync(SampleModel.Id, default);
        _model.OnList = _ => null;
        var write = writer.ApplyAsync(plan, default);
        _model.PublishPrecious();
        Assert.Equal(0, _model.Puts);
        Assert.Equal(ErrorCode.SpecConflict, (await Assert.ThrowsAsync<SigmaEngineException>(() => wire.RunAsync(write))).Kind);
        await wire.RunAsync(other);
    }

    [Fact]
    public async Task Five_writes_that_all_wait_do_not_wait_for_one_another()
    {
        using var wire = Wire();
        _model.OnPut = n => n > 8 ? null : Refusal("429 with seconds");
        var writer = new SpecWriter(wire.Client);

        // All read the model before one writes: a later read would find the change there already, which is not a conflict.
        var plans = await wire.RunAsync(Task.WhenAll(Enumerable.Range(0, 8).Select(_ => writer.PrepareAsync(Request(), default))));
        var faults = await wire.RunAsync(Task.WhenAll(plans.Select(plan => Record.ExceptionAsync(() => writer.ApplyAsync(plan, default)))));
        Assert.Equal((1, 2), (faults.Count(fault => fault is null), _model.Version));
        Assert.All(faults.OfType<SigmaEngineException>(), fault => Assert.Equal(ErrorCode.SpecConflict, fault.Kind));
    }

    [Fact]
    public async Task Write_after_another_write_of_the_session_is_checked_again_when_it_was_read_before()
    {
        using var wire = Wire();
        var writer = new SpecWriter(wire.Client);
        var first = await wire.RunAsync(writer.PrepareAsync(Request(), default));
        var second = await wire.RunAsync(writer.PrepareAsync(Request(), default));
        await wire.RunAsync(writer.ApplyAsync(first, default));
        var fault = await Assert.ThrowsAsync<SigmaEngineException>(() => wire.RunAsync(writer.ApplyAsync(second, default)));
        Assert.Equal((ErrorCode.SpecConflict, 1, 2), (fault.Kind, _model.Puts, _model.Version));
    }

    [Fact]
    public async Task Writes_of_one_model_at_the_same_time_are_applied_once()
    {
        using var wire = Wire();
        var faults = await wire.RunAsync(
            Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Record.ExceptionAsync(() => WriteAsync(wire, Request())))));
        Assert.Equal((1, 2), (_model.Puts, _model.Version));
        Assert.All(faults.OfType<SigmaEngineException>(), fault => Assert.Equal(ErrorCode.SpecConflict, fault.Kind));
    }

    [Fact]
    public async Task A_restore_is_not_exempt_although_its_base_is_what_is_live()
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
    public async Task Who_ignores_conflicts_writes_onto_the_version_that_is_live_then()
    {
        using var wire = Wire();
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
    public async Task A_check_that_fails_leaves_the_write_unsent_and_is_repeated_with_it()
    {
        using var wire = Wire();
        _model.OnPut = n => n > 1 ? null : Refusal("429 with seconds");
        _model.OnGet = n => n == 2 ? FakeWire.Json("{}", 503) : null;
        await wire.RunAsync(WriteAsync(wire, Request()));
        Assert.Equal((2, 2), (_model.Puts, _model.Version));
    }

    private FakeWire Wire() => new(_model.Answer, Patience, TimeSpan.Zero);

    private static SpecWriteRequest Request() => new(SampleModel.Id, Mine())
    {
        BaseVersion = 1,
        UserId = LiveModel.Me,
        Protections = new() { SkipValidation = true },
    };

    private static SpecDocument Mine() => SampleModel.With("set /pages/0/name \"Mine\"");

    private static async Task<SigmaEngineException> FaultAsync(FakeWire wire, SpecWriteRequest request) =>
        await Assert.ThrowsAsync<SigmaEngineException>(() => wire.RunAsync(WriteAsync(wire, request)));

    private static async Task<SpecWriteOutcome> WriteAsync(FakeWire wire, SpecWriteRequest request)
    {
        var writer = new SpecWriter(wire.Client);
        return await writer.ApplyAsync(await writer.PrepareAsync(request, CancellationToken.None), CancellationToken.None);
    }

    private static HttpResponseMessage Refusal(string why)
    {
        switch (why)
        {
            case "refused connection":
                throw new HttpRequestException("refused", new SocketException((int)SocketError.ConnectionRefused));
            case "401":
                return FakeWire.Json("""{"message":"expired"}""", 401);
            case "edge page":
                var page = FakeWire.Json("<html>error 1015</html>");
                page.Content.Headers.ContentType = new MediaTypeHeaderValue("text/html");
                return page;
            default:
                var response = FakeWire.Json("""{"message":"Too many requests"}""", 429);
                if (why != "429 without seconds")
                {
                    response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(why == "429 with zero" ? 0 : 3));
                }

                return response;
        }
    }
}
