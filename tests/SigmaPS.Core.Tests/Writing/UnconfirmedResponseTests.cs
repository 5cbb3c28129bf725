using System;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

/// <summary>A response counts only if it confirms the promised result; any other is settled by reading the live model.</summary>
public sealed class UnconfirmedResponseTests
{
    private readonly LiveModel _model = new(SampleModel.Text);

    public static TheoryData<string> Responses =>
        [
            "success false",
            "success text",
            "empty",
            "null",
            "list",
            "204",
            "202",
            "201",
            "html",
            "cut off",
            "cut JSON",
            "too long",
            "not UTF-8",
            "no id",
            "other id",
            "not gzip",
        ];

    [Theory]
    [MemberData(nameof(Responses))]
    public async Task Write_that_was_applied_is_a_success_also_without_verification(string how)
    {
        using var wire = Wire();
        _model.OnPut = _ =>
        {
            _model.Publish(Mine().ToText(), LiveModel.Me);
            return Response(how);
        };
        var outcome = await WriteAsync(wire, noVerify: true);
        Assert.True(outcome.ContentSent);
        Assert.Equal((1, 2), (_model.Puts, _model.Version));
    }

    [Theory]
    [MemberData(nameof(Responses))]
    public async Task Write_that_was_not_applied_is_sent_once_more_and_is_not_a_success(string how)
    {
        using var wire = Wire();
        _model.OnPut = _ => Response(how);
        var fault = await Assert.ThrowsAsync<SigmaEngineException>(() => WriteAsync(wire, noVerify: true));
        Assert.Equal((ErrorCode.WriteOutcomeUnknown, SampleModel.Id), (fault.Kind, fault.Target));
        Assert.Equal((2, 1), (_model.Puts, _model.Version));
    }

    [Fact]
    public async Task Newer_version_by_our_own_user_with_other_content_is_not_our_write()
    {
        using var wire = Wire();
        _model.OnPut = _ =>
        {
            _model.Publish(SampleModel.With("set /pages/0/name \"Other work of mine\"").ToText(), LiveModel.Me);
            return Response("empty");
        };
        Assert.Equal(ErrorCode.WriteOutcomeUnknown, (await Assert.ThrowsAsync<SigmaEngineException>(() => WriteAsync(wire))).Kind);
        Assert.Equal((1, "Other work of mine"), (_model.Puts, (string)_model.First["name"]!));
    }

    [Fact]
    public async Task Same_content_by_another_user_is_not_our_write()
    {
        using var wire = Wire();
        _model.OnPut = _ =>
        {
            _model.Publish(Mine().ToText(), "a colleague");
            return Response("empty");
        };
        Assert.Equal(ErrorCode.WriteOutcomeUnknown, (await Assert.ThrowsAsync<SigmaEngineException>(() => WriteAsync(wire))).Kind);
        Assert.Equal(1, _model.Puts);
    }

    [Fact]
    public async Task Version_that_goes_back_is_a_finding()
    {
        using var wire = Wire();
        _model.PublishPrecious();
        var old = Mine().ToText().Replace("\"latestDocumentVersion\": 4", "\"latestDocumentVersion\": 1", StringComparison.Ordinal);
        _model.OnGet = n => n == 1 ? null : FakeWire.Json(old);
        var outcome = await WriteAsync(wire, 2);
        Assert.Contains(outcome.Findings, finding =>
            finding.Contains("version 1 ", StringComparison.Ordinal)
            && finding.Contains("Version numbers only grow", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Spec_of_another_model_is_never_taken_for_the_model_s_own(int read)
    {
        using var wire = Wire();
        _model.OnGet = n =>
            n == read ? FakeWire.Json(_model.Live.Replace(SampleModel.Id, SampleModel.OtherId, StringComparison.Ordinal)) : null;
        if (read == 1)
        {
            Assert.Equal(ErrorCode.UnexpectedAnswer, (await Assert.ThrowsAsync<SigmaEngineException>(() => WriteAsync(wire))).Kind);
            Assert.Equal(0, _model.Puts);
            return;
        }

        Assert.Contains((await WriteAsync(wire)).Findings, finding => finding.Contains(SampleModel.OtherId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Confirmation_of_another_model_is_reported_although_the_write_was_applied()
    {
        using var wire = Wire();
        _model.OnPut = _ =>
        {
            _model.Publish(Mine().ToText(), LiveModel.Me);
            return Response("other id");
        };
        Assert.Contains((await WriteAsync(wire)).Findings, finding => finding.Contains(SampleModel.OtherId, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"entries":null}""")]
    [InlineData("""{}""")]
    [InlineData("""{"entries":[null]}""")]
    [InlineData("""{"entries":{}}""")]
    [InlineData("""<html></html>""")]
    [InlineData("")]
    [InlineData("null")]
    public async Task Protection_that_cannot_read_its_list_refuses(string list)
    {
        using var wire = Wire();
        _model.OnList = _ => FakeWire.Json(list);
        var fault = await Assert.ThrowsAsync<SigmaEngineException>(() => WriteAsync(wire));
        Assert.True(fault.Kind is ErrorCode.UnexpectedAnswer or ErrorCode.NotJson, fault.Kind.ToString());
        Assert.Equal(0, _model.Puts);
    }

    [Fact]
    public async Task File_that_was_changed_without_a_confirmation_is_looked_at()
    {
        using FakeWire wire = new(
            (request, _) => request.Method == HttpMethod.Get ? FakeWire.Json("""{"name":"New"}""") : Response("success false"));
        await new VerifiedFileUpdate(wire.Client).PatchAsync("1", new() { Name = "New" }, "the file", default);
        Assert.Equal(["PATCH /v2/files/1", "GET /v2/files/1"], wire.Sent);
    }

    private static SpecDocument Mine() => SampleModel.With("set /pages/0/name \"Mine\"");

    private FakeWire Wire() => new(_model.Answer, TimeSpan.FromSeconds(10), TimeSpan.Zero);

    private static async Task<SpecWriteOutcome> WriteAsync(FakeWire wire, long version = 1, bool noVerify = false)
    {
        var writer = new SpecWriter(wire.Client);
        var request = new SpecWriteRequest(SampleModel.Id, Mine())
        {
            BaseVersion = version,
            UserId = LiveModel.Me,
            Protections = new() { SkipValidation = true },
            NoVerify = noVerify,
        };
        return await wire.RunAsync(Write());

        async Task<SpecWriteOutcome> Write() => await writer.ApplyAsync(await writer.PrepareAsync(request, default), default);
    }

    private static HttpResponseMessage Response(string how)
    {
        switch (how)
        {
            case "success text":
                return FakeWire.Json($$"""{"success":"true","dataModelId":"{{SampleModel.Id}}"}""");
            case "empty":
                return FakeWire.Json("");
            case "null":
                return FakeWire.Json("null");
            case "list":
                return FakeWire.Json("[]");
            case "204":
                return new HttpResponseMessage(HttpStatusCode.NoContent);
            case "202" or "201":
                return FakeWire.Json(
                    $$"""{"success":true,"dataModelId":"{{SampleModel.Id}}"}""",
                    int.Parse(how, System.Globalization.CultureInfo.InvariantCulture));
            case "html":
                return new HttpResponseMessage { Content = new StringContent("<html>Hello</html>", Encoding.UTF8, "text/html") };
            case "cut off":
                return new HttpResponseMessage
                {
                    Content = new FailingContent(new System.IO.IOException("The response ended prematurely.")),
                };
            case "not gzip":
                return new HttpResponseMessage
                {
                    Content = new FailingContent(
                        new System.IO.InvalidDataException("The archive entry was compressed using an unsupported compression method.")),
                };
            case "cut JSON":
                return FakeWire.Json("{\"success\":tr");
            case "too long":
                var response = FakeWire.Json("{}");
                response.Content.Headers.ContentLength = Core.Http.ResponseBodyReader.Most + 1;
                return response;
            case "not UTF-8":
                var bytes = new ByteArrayContent([(byte)'{', 0xC3, 0x28, (byte)'}']);
                bytes.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                return new HttpResponseMessage { Content = bytes };
            case "no id":
                return FakeWire.Json("""{"success":true}""");
            case "other id":
                return FakeWire.Json($$"""{"success":true,"dataModelId":"{{SampleModel.OtherId}}"}""");
            default:
                return FakeWire.Json($$"""{"success":false,"dataModelId":"{{SampleModel.Id}}"}""");
        }
    }

    /// <summary>A body whose reading fails.</summary>
    private sealed class FailingContent(Exception fault) : HttpContent
    {
        protected override Task SerializeToStreamAsync(System.IO.Stream stream, TransportContext? context) => throw fault;

        protected override Task<System.IO.Stream> CreateContentReadStreamAsync() =>
            Task.FromResult<System.IO.Stream>(new FailingStream(fault));

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    private sealed class FailingStream(Exception fault) : System.IO.MemoryStream
    {
        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, System.Threading.CancellationToken cancellationToken) =>
            throw fault;
    }
}
