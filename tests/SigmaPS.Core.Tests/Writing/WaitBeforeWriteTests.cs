using System;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

/// <summary>The waits between the check of a PUT and its send: time, a prompt, another request, another write.</summary>
public sealed class WaitBeforeWriteTests : LiveModelTest
{
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
    public async Task Prompt_is_a_wait_however_short_it_was()
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
    public async Task Wait_that_another_request_was_asked_for_is_a_wait()
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
}
