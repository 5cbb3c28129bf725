using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Release;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>A publish: its records of each model, the effect of a failure, and the version that it tags.</summary>
public sealed class ReleasePublisherTests : TemporaryFolder
{
    private readonly ReleaseEnvironment _environment = new("prod", "sigma.environments.json");
    private readonly List<ReleaseOutcome> _outcomes = [];

    [Fact]
    public async Task Failure_of_a_model_is_recorded_and_stops_those_after_it()
    {
        using FakeWire wire = new((request, _) =>
            request.Method == HttpMethod.Post ? FakeWire.Json("""{"message":"No"}""", 403) : FakeWire.Json("""{"entries":[]}"""));
        ReleaseItem[] items = [New("A"), New("B", "A"), new("C", ReleaseAction.Unchanged) { DataModelId = "3" }];
        var run = (await PublishAsync(wire, items, HiddenValues.None))!;
        Assert.Equal(
            [("A", RunStatus.Failed), ("B", RunStatus.Refused), ("C", RunStatus.Refused)],
            RunFile.Read(run.Location).Entries.Select(entry => (entry.Name, entry.Status)));
        Assert.Equal(
            [ErrorCode.PermissionDenied, ErrorCode.ReleaseIncomplete, ErrorCode.ReleaseIncomplete],
            _outcomes.Select(outcome => outcome.Fault!.Kind));
        Assert.Single(wire.Sent, line => line.StartsWith("POST", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Publish_of_no_model_leaves_no_run_behind()
    {
        using FakeWire wire = new((_, _) => FakeWire.Json("{}"));
        Assert.Null(await PublishAsync(wire, [New("A")], HiddenValues.None, []));
        Assert.Empty(Directory.GetDirectories(Folder));
        Assert.Empty(_outcomes);
        Assert.Empty(wire.Sent);
    }

    [Fact]
    public async Task Hidden_value_is_in_no_line_of_the_log()
    {
        using FakeWire wire = new((request, _) =>
            request.Method == HttpMethod.Post ? FakeWire.Json("""{"message":"No acme-key"}""", 500) : FakeWire.Json("""{"entries":[]}"""));
        var variable = VariableValue.Read("${env:KEY}", _ => "acme-key", Assert.Fail);
        await PublishAsync(wire, [New("A")], new HiddenValues([variable], null));
        Assert.Contains(wire.Said, line => line.Contains("No ${env:KEY}", StringComparison.Ordinal));
        Assert.DoesNotContain(wire.Said, line => line.Contains("acme-key", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(3L, 3)]
    [InlineData(null, 5)]
    public async Task Tag_is_put_on_the_version_that_was_published_and_not_on_a_later_one(long? version, int expected)
    {
        using FakeWire wire = new((request, _) =>
            request.Method == HttpMethod.Post ? FakeWire.Json("""{"versionTagId":"t"}""")
            : request.RequestUri!.AbsolutePath.EndsWith("/dataModels/1", StringComparison.Ordinal)
                ? FakeWire.Json("""{"dataModelId":"1","name":"Shop","latestVersion":5}""")
            : FakeWire.Json("""{"entries":[]}"""));
        await wire.RunAsync(Tag());
        var body = Trees.Compact(Trees.Object(wire.Bodies.Single(body => body?.Contains("\"tag\"", StringComparison.Ordinal) == true)!));
        Assert.Contains($"\"dataModelVersion\":{expected}", body, StringComparison.Ordinal);

        async Task<bool> Tag()
        {
            await ReleaseTag.PutAsync(wire.Client, "1", "prod", version, isVerified: true, ConsumerImpact.None, default);
            return true;
        }
    }

    private async Task<RunFile?> PublishAsync(
        FakeWire wire, IReadOnlyList<ReleaseItem> items, HiddenValues hidden, IReadOnlyList<ReleaseItem>? approved = null)
    {
        var target = new ResolvedEnvironment(_environment, "f", "F");
        target.LiveConnections.Add(new ConnectionEntry { ConnectionId = "conn" });
        var request = new ReleaseRequest(Folder, _environment) { Organization = "o", UserId = "me" };
        var plan = new ReleasePlan(request, target, items) { Hidden = hidden };
        var options = new PublishOptions(approved ?? items) { RunFolder = Path.Combine(Folder, "runs") };
        if (ReleasePublisher.Begin(wire.Client, plan, options) is not { } publisher)
        {
            return null;
        }

        _outcomes.AddRange(await wire.RunAsync(publisher.PublishAsync(default)));
        return publisher.Run;
    }

    private ReleaseItem New(string name, params string[] dependsOn)
    {
        var document = SampleModel.With($"set /name \"{name}\"", "remove /dataModelId");
        var path = Path.Combine(Folder, name + ".json");
        File.WriteAllText(path, document.ToText());
        return new(name, ReleaseAction.Create) { Model = ReleaseModel.Of(Folder, path, document, null), DependsOn = dependsOn };
    }
}
