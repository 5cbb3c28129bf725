using System;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Validation;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

/// <summary>The requests and messages of a rehearsal, from the look at its folder to the trash.</summary>
public sealed class ScratchModelTests
{
    private const string Me = "me";
    private const string Scratch = "33333333-3333-4333-8333-333333333333";
    private string _folder = """{"id":"f","name":"Scratch","type":"folder"}""";
    private string _entries = "";
    private string _columns = "";
    private Func<HttpRequestMessage, HttpResponseMessage?> _instead = _ => null;

    [Theory]
    [InlineData("workbook", false, "a workbook")]
    [InlineData("workbook", true, "in the trash")]
    [InlineData("folder", true, "in the trash")]
    public async Task Folder_that_is_another_item_or_in_the_trash_is_refused(string type, bool isArchived, string state)
    {
        _folder = $$"""{"id":"f","name":"Scratch","type":"{{type}}","isArchived":{{(isArchived ? "true" : "false")}}}""";
        using var wire = Wire();
        var fault = await Assert.ThrowsAsync<SigmaEngineException>(() => wire.RunAsync(OpenAsync(wire)));
        Assert.Equal((ErrorCode.InvalidId, "f"), (fault.Kind, fault.Target));
        Assert.Contains($"\"Scratch\" is {state}.", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("workspace")]
    [InlineData("folder")]
    public async Task Rehearsal_is_one_model_that_goes_to_the_trash(string type)
    {
        _folder = $$"""{"id":"f","name":"Scratch","type":"{{type}}"}""";
        using var wire = Wire();
        var rehearsal = await wire.RunAsync(OpenAsync(wire));
        Assert.False(rehearsal.Settled.IsCompleted);
        var verdict = await wire.RunAsync(rehearsal.RunAsync(SampleModel.Document(), "Shop", default));
        Assert.Equal((null, 0, 0), (verdict.Refusal, verdict.Broken.Count, verdict.Unplaced.Count));
        Assert.Equal(TaskStatus.RanToCompletion, rehearsal.Settled.Status);

        // Nothing is left to look for or to remove.
        await wire.RunAsync(EndAsync(rehearsal));
        Assert.Equal(
            ["GET f", "GET dataModels", "POST spec", "GET spec", "GET columns", $"DELETE {Scratch}"],
            wire.Sent.Select(line => $"{line.Split(' ')[0]} {line.Split('?')[0].Split('/')[^1]}"));
    }

    [Fact]
    public async Task Spec_with_errors_is_rehearsed_too()
    {
        using var wire = Wire();
        var edited = SampleModel.With("set $orders/sort/1/columnId \"ghost\"");
        Assert.Null((await wire.RunAsync(RunAsync(wire, edited))).Refusal);
    }

    [Fact]
    public async Task Broken_column_of_the_spec_is_found_by_its_place()
    {
        _columns = """{"columnId":"c-net","elementId":"orders","name":"Net","formula":"[X]","type":{"type":"error"}}""";
        using var wire = Wire();
        var verdict = await wire.RunAsync(RunAsync(wire, SampleModel.Document()));
        Assert.Equal(("orders", "c-net"), Assert.Single(verdict.Broken));
        Assert.Empty(verdict.Unplaced);
    }

    [Fact]
    public async Task Refused_spec_is_a_verdict_and_leaves_nothing_to_remove()
    {
        using var wire = Wire();
        _instead = request => request.Method == HttpMethod.Post ? FakeWire.Json("""{"message":"Unknown column"}""", 400) : null;
        var verdict = await wire.RunAsync(RunAsync(wire, SampleModel.Document()));
        Assert.Contains("Unknown column", verdict.Refusal, StringComparison.Ordinal);
        Assert.Equal(["GET", "GET", "POST"], wire.Sent.Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public async Task Refused_list_of_models_is_not_a_verdict_on_the_spec()
    {
        using var wire = Wire();
        var rehearsal = await wire.RunAsync(OpenAsync(wire));
        _instead = request => request.Method == HttpMethod.Post ? FakeWire.Json("{}", 502)
            : request.RequestUri!.AbsolutePath == "/v2/dataModels" ? FakeWire.Json("""{"message":"No"}""", 400) : null;
        var fault = await Assert.ThrowsAsync<SigmaEngineException>(() =>
            wire.RunAsync(rehearsal.RunAsync(SampleModel.Document(), "Shop", default)));
        Assert.Equal((ErrorCode.RequestRefused, 400), (fault.Kind, fault.Status));
        Assert.Contains(wire.Said, line => line.Contains("\" may still be in folder", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Scratch_model_that_cannot_be_removed_is_a_warning()
    {
        using var wire = Wire();
        _instead = request => request.Method == HttpMethod.Delete ? FakeWire.Json("""{"message":"No"}""", 403) : null;
        await wire.RunAsync(RunAsync(wire, SampleModel.Document()));
        var warning = Assert.Single(wire.Said, line => line.Contains("may still be in folder \"Scratch\"", StringComparison.Ordinal));
        Assert.Contains($"\" ({Scratch}) ", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("..", warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Shop", Me, false)]
    [InlineData(null, "you", false)]
    [InlineData(null, Me, true)]
    public async Task Only_a_scratch_model_of_the_own_user_out_of_the_trash_is_looked_at(string? name, string by, bool isArchived)
    {
        name ??= RunIdentityTests.Name("00000000", "1", "1").Text;
        _entries = $$"""
            {"dataModelId":"{{Scratch}}","name":"{{name}}","createdBy":"{{by}}","createdAt":"2025-01-01T00:00:00Z",
             "isArchived":{{(isArchived ? "true" : "false")}}}
            """;
        using var wire = Wire();
        Assert.Empty((await wire.RunAsync(OpenAsync(wire))).Leftovers);
        Assert.Equal(2, wire.Sent.Count);
    }

    private static Task<Rehearsal> OpenAsync(FakeWire wire) => Rehearsal.OpenAsync(wire.Client, "f", Me, default);

    private static async Task<RehearsalVerdict> RunAsync(FakeWire wire, SpecDocument document) =>
        await (await OpenAsync(wire)).RunAsync(document, "Shop", default);

    private static async Task<bool> EndAsync(Rehearsal rehearsal)
    {
        await rehearsal.CloseAsync();
        return true;
    }

    private FakeWire Wire() => new((request, _) => _instead(request) ?? Answer(request), TimeSpan.FromSeconds(10), TimeSpan.Zero);

    private HttpResponseMessage Answer(HttpRequestMessage request) => (request.Method.Method, request.RequestUri!.AbsolutePath) switch
    {
        ("POST", _) => FakeWire.Json($$"""{"success":true,"dataModelId":"{{Scratch}}"}"""),
        ("DELETE", _) => FakeWire.Json("{}"),
        (_, "/v2/files/f") => FakeWire.Json(_folder),
        (_, "/v2/dataModels") => FakeWire.Json($$"""{"entries":[{{_entries}}]}"""),
        (_, var path) when path.EndsWith("/columns", StringComparison.Ordinal) => FakeWire.Json($$"""{"entries":[{{_columns}}]}"""),
        (_, var path) when path.EndsWith("/spec", StringComparison.Ordinal) =>
            FakeWire.Json(SampleModel.Text.Replace(SampleModel.Id, Scratch, StringComparison.Ordinal)),
        _ => FakeWire.Json("""{"message":"No"}""", 404),
    };
}
