using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

/// <summary>Scratch models of a rehearsal: their messages, and how they are found again.</summary>
public sealed class RehearsalTests
{
    private const string Me = "me";
    private const string Folder = """{"id":"f","name":"Scratch","type":"folder"}""";
    private const string Broken =
        """{"entries":[{"columnId":"zz","elementId":"other",NAME"formula":"[X]","type":{"type":"error"}}]}""";

    private const string Scratch = "33333333-3333-4333-8333-333333333333";
    private readonly List<string> _models = [];
    private Func<HttpRequestMessage, HttpResponseMessage?> _instead = _ => null;

    [Fact]
    public async Task Text_that_the_firewall_refuses_is_a_warning_before_the_scratch_model()
    {
        using var wire = Wire();
        await RunAsync(wire, SampleModel.With("set $orders/description \"rgb(1, 2, 3)\""));
        Assert.Contains(wire.Said, line => line.Contains("/pages/0/elements/0/description", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"name\":\"Ghost\",", "\"Ghost\", formula [X]")]
    [InlineData("", "\"zz\", formula [X]")]
    public async Task Broken_column_that_the_spec_does_not_have_is_named(string name, string expected)
    {
        using var wire = Wire();
        _instead = request => request.RequestUri!.AbsolutePath.EndsWith("/columns", StringComparison.Ordinal)
            ? FakeWire.Json(Broken.Replace("NAME", name, StringComparison.Ordinal))
            : null;
        Assert.Equal([expected], (await RunAsync(wire, SampleModel.Document())).Unplaced);
    }

    [Theory]
    [InlineData(10, 6)]
    [InlineData(60, 31)]
    [InlineData(300, 31)]
    public async Task Scratch_model_whose_creation_is_not_confirmed_is_looked_for(int patience, int looks)
    {
        using var wire = Wire(patience);
        var rehearsal = await wire.RunAsync(Rehearsal.OpenAsync(wire.Client, "f", Me, default));
        _instead = request => request.Method == HttpMethod.Post ? FakeWire.Json("{}", 502) : null;
        var before = Lists(wire);
        var fault = await Assert.ThrowsAsync<SigmaEngineException>(() =>
            wire.RunAsync(rehearsal.CreateAsync(SampleModel.Document(), "Shop", default)));
        Assert.Equal((ErrorCode.ServiceUnavailable, 502), (fault.Kind, fault.Status));
        Assert.Equal(looks, Lists(wire) - before);

        // It is listed at last.
        var name = (string)JsonNode.Parse(wire.Bodies.Last(body => body is not null)!)!["name"]!;
        _models.Add(Model(name));
        await wire.RunAsync(EndAsync(rehearsal));
        Assert.Contains("DELETE /v2/files/" + Scratch, wire.Sent);
    }

    [Fact]
    public async Task Scratch_model_that_is_listed_late_is_used_and_removed()
    {
        using var wire = Wire();
        _instead = request =>
        {
            if (request.Method != HttpMethod.Post)
            {
                return null;
            }

            var name = (string)JsonNode.Parse(request.Content!.ReadAsStringAsync().GetAwaiter().GetResult())!["name"]!;
            var lists = Lists(wire);
            _instead = next =>
            {
                if (Lists(wire) == lists + 2 && _models.Count == 0)
                {
                    _models.Add(Model(name));
                }

                return null;
            };
            return FakeWire.Json("{}", 502);
        };
        Assert.Null((await RunAsync(wire, SampleModel.Document())).Refusal);
        Assert.Contains("DELETE /v2/files/" + Scratch, wire.Sent);
        Assert.Single(wire.Sent, line => line.StartsWith("POST", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Leftover_whose_folder_cannot_be_read_stays(int status)
    {
        using var wire = Wire();
        _models.Add(Model(RunIdentityTests.Name("00000000", "1", "1").Text));
        _instead = request => request.RequestUri!.AbsolutePath.EndsWith(Scratch, StringComparison.Ordinal)
            ? FakeWire.Json("""{"message":"No"}""", status)
            : null;
        Assert.Empty((await wire.RunAsync(Rehearsal.OpenAsync(wire.Client, "f", Me, default))).Leftovers);
        Assert.Contains(wire.Said, line => line.Contains($"{Scratch} is not removed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Leftover_that_cannot_be_removed_is_a_warning()
    {
        using var wire = Wire();
        var name = RunIdentityTests.Name("00000000", "1", "1").Text;
        _models.Add(Model(name));
        _instead = request => !request.RequestUri!.AbsolutePath.EndsWith(Scratch, StringComparison.Ordinal) ? null
            : request.Method == HttpMethod.Get ? FakeWire.Json($$"""{"id":"{{Scratch}}","parentId":"f","createdBy":"{{Me}}"}""")
            : FakeWire.Json("""{"message":"No"}""", 403);
        var rehearsal = await wire.RunAsync(Rehearsal.OpenAsync(wire.Client, "f", Me, default));
        Assert.Equal([Scratch], rehearsal.Leftovers.Select(model => model.DataModelId));
        await rehearsal.RemoveLeftoversAsync(default);
        Assert.Contains(wire.Said, line =>
            line.Contains($"\"{name}\" ({Scratch})", StringComparison.Ordinal)
            && line.Contains("still in folder \"Scratch\"", StringComparison.Ordinal));
    }

    private static async Task<Core.Spec.Validation.RehearsalVerdict> RunAsync(FakeWire wire, SpecDocument document)
    {
        return await wire.RunAsync(Run());

        async Task<Core.Spec.Validation.RehearsalVerdict> Run() =>
            await (await Rehearsal.OpenAsync(wire.Client, "f", Me, default)).RunAsync(document, "Shop", default);
    }

    private static async Task<bool> EndAsync(Rehearsal rehearsal)
    {
        await rehearsal.CloseAsync();
        return true;
    }

    private static string Model(string name) =>
        $$"""{"dataModelId":"{{Scratch}}","name":"{{name}}","createdBy":"{{Me}}","createdAt":"2025-01-01T00:00:00Z"}""";

    private static int Lists(FakeWire wire) => wire.Sent.Count(line => line.StartsWith("GET /v2/dataModels?", StringComparison.Ordinal));

    private FakeWire Wire(int patience = 60) =>
        new((request, _) => _instead(request) ?? Answer(request), TimeSpan.FromSeconds(patience), TimeSpan.Zero);

    private HttpResponseMessage Answer(HttpRequestMessage request) => (request.Method.Method, request.RequestUri!.AbsolutePath) switch
    {
        ("POST", _) => FakeWire.Json($$"""{"success":true,"dataModelId":"{{Scratch}}"}"""),
        ("DELETE", _) => FakeWire.Json("{}"),
        (_, "/v2/files/f") => FakeWire.Json(Folder),
        (_, "/v2/dataModels") => FakeWire.Json($$"""{"entries":[{{string.Join(",", _models)}}]}"""),
        (_, var path) when path.EndsWith("/spec", StringComparison.Ordinal) =>
            FakeWire.Json(SampleModel.Text.Replace(SampleModel.Id, Scratch, StringComparison.Ordinal)),
        _ => FakeWire.Json("""{"entries":[]}"""),
    };
}
