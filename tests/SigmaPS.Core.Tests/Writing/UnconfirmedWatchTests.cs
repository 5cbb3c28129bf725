using System;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

/// <summary>How long an unconfirmed write is watched, and the error about it.</summary>
public sealed class UnconfirmedWatchTests : LiveModelTest
{
    [Theory]
    [InlineData(10, 6)]
    [InlineData(60, 31)]
    [InlineData(300, 31)]
    public async Task Live_model_is_read_every_two_seconds_up_to_the_timeout_or_a_minute(int patience, int looks)
    {
        using FakeWire wire = new(_model.Answer, TimeSpan.FromSeconds(patience), TimeSpan.Zero);
        _model.OnPut = _ => FakeWire.Json("");
        var fault = await FaultAsync(wire, Request());
        Assert.Equal((ErrorCode.WriteOutcomeUnknown, 2, false), (fault.Kind, _model.Puts, fault.IsUnprocessed));
        var first = _model.Sent.IndexOf("PUT spec");
        var second = _model.Sent.LastIndexOf("PUT spec");
        Assert.Equal(looks, _model.Sent.Take(second).Skip(first).Count(line => line == "GET spec") - Rechecks);
    }

    [Fact]
    public async Task Write_that_is_applied_late_is_found_and_not_sent_again()
    {
        using var wire = Wire();
        _model.OnPut = _ => FakeWire.Json("");
        _model.OnGet = n =>
        {
            if (n == 4)
            {
                _model.Publish(Mine().ToText(), LiveModel.Me);
            }

            return null;
        };
        Assert.True((await wire.RunAsync(WriteAsync(wire, Request()))).ContentSent);
        Assert.Equal((1, 2), (_model.Puts, _model.Version));
    }

    [Fact]
    public async Task Outcome_is_unknown_when_the_live_model_cannot_be_read()
    {
        using var wire = Wire();
        _model.OnPut = _ => FakeWire.Json("");
        _model.OnGet = n => n == 1 ? null : FakeWire.Json("""{"message":"No"}""", 403);
        var fault = await FaultAsync(wire, Request());
        Assert.Equal((ErrorCode.WriteOutcomeUnknown, SampleModel.Id, 1), (fault.Kind, fault.Target, _model.Puts));
        Assert.Equal(0, fault.Message.LastIndexOf("Sigma did not confirm", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Unknown_outcome_is_reported_once_when_another_person_published()
    {
        using var wire = Wire();
        _model.OnPut = _ =>
        {
            _model.PublishPrecious();
            return FakeWire.Json("");
        };
        var fault = await FaultAsync(wire, Request());
        Assert.Equal(ErrorCode.WriteOutcomeUnknown, fault.Kind);
        Assert.Equal(0, fault.Message.LastIndexOf("Sigma did not confirm", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(401, "application/json", ErrorCode.AuthenticationFailed)]
    [InlineData(403, "text/html", ErrorCode.BlockedByEdge)]
    public async Task Refusal_before_the_write_is_not_compared_with_the_live_model(int status, string type, ErrorCode expected)
    {
        using var wire = Wire();
        _model.OnPut = _ =>
        {
            var response = FakeWire.Json(status == 401 ? """{"message":"No"}""" : "<html>error 1020</html>", status);
            response.Content.Headers.ContentType = new(type);
            return response;
        };
        Assert.Equal(expected, (await FaultAsync(wire, Request())).Kind);
        Assert.Equal("PUT spec", _model.Sent[^1]);
    }

    [Fact]
    public async Task Write_that_timed_out_at_the_service_is_watched_and_sent_again()
    {
        using var wire = Wire();
        _model.OnPut = n => n > 1 ? null : FakeWire.Json("{}", 408);
        Assert.True((await wire.RunAsync(WriteAsync(wire, Request()))).ContentSent);
        Assert.Equal((2, 2), (_model.Puts, _model.Version));
    }

    // The second PUT reads the version once more, because it has waited.
    private const int Rechecks = 1;
}
