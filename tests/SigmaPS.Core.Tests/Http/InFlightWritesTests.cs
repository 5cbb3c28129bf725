using System.Threading;
using SigmaPS.Core.Http;
using Xunit;

namespace SigmaPS.Core.Tests.Http;

public sealed class InFlightWritesTests
{
    private readonly InFlightWrites _writes = new();
    private readonly CancellationTokenSource _stop = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Write_that_was_sent_and_whose_command_was_stopped_is_reported_once(bool hasEnded)
    {
        var write = _writes.Begin("told", _stop.Token);
        write.MayBeApplied = true;
        _stop.Cancel();
        if (hasEnded)
        {
            _writes.End(write);
        }

        Assert.Equal(["told"], _writes.DrainAbandoned());
        Assert.Empty(_writes.DrainAbandoned());
    }

    [Fact]
    public void Write_in_flight_is_not_reported()
    {
        _writes.Begin("told", _stop.Token).MayBeApplied = true;
        Assert.Empty(_writes.DrainAbandoned());
    }

    [Fact]
    public void One_that_ended_before_anything_was_stopped_is_forgotten()
    {
        var write = _writes.Begin("told", _stop.Token);
        write.MayBeApplied = true;
        _writes.End(write);
        _stop.Cancel();
        Assert.Empty(_writes.DrainAbandoned());
    }

    [Fact]
    public void One_that_was_never_sent_is_forgotten()
    {
        var write = _writes.Begin("told", _stop.Token);
        _stop.Cancel();
        Assert.Empty(_writes.DrainAbandoned());
        _writes.End(write);
        write.MayBeApplied = true;
        Assert.Empty(_writes.DrainAbandoned());
    }
}
