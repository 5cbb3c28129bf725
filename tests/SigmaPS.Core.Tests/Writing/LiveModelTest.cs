using System;
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

/// <summary>A test with a live model that a colleague can publish while a write waits, and with the refusals that make it wait.</summary>
public abstract class LiveModelTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(300);
    private protected readonly LiveModel _model = new(SampleModel.Text);

    private protected FakeWire Wire() => new(_model.Answer, Patience, TimeSpan.Zero);

    private protected static SpecWriteRequest Request() => new(SampleModel.Id, Mine())
    {
        BaseVersion = 1,
        UserId = LiveModel.Me,
        Protections = new() { SkipValidation = true },
    };

    private protected static SpecDocument Mine() => SampleModel.With("set /pages/0/name \"Mine\"");

    private protected static async Task<SigmaEngineException> FaultAsync(FakeWire wire, SpecWriteRequest request) =>
        await Assert.ThrowsAsync<SigmaEngineException>(() => wire.RunAsync(WriteAsync(wire, request)));

    private protected static async Task<SpecWriteOutcome> WriteAsync(FakeWire wire, SpecWriteRequest request)
    {
        var writer = new SpecWriter(wire.Client);
        return await writer.ApplyAsync(await writer.PrepareAsync(request, CancellationToken.None), CancellationToken.None);
    }

    private protected static HttpResponseMessage Refusal(string why)
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
