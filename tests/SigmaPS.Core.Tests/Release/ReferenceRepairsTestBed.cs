using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Core.Release;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Writing;

namespace SigmaPS.Core.Tests.Release;

/// <summary>A model that a publish saved, and a reader of it that is read, saved and recorded in a run file.</summary>
public abstract class ReferenceRepairsTestBed : TemporaryFolder
{
    private protected const string Reader = "44444444-4444-4444-8444-444444444444";
    private protected static readonly SpecDocument Renewed = SampleModel.With(
        "set $orders/id \"renewed\"",
        "set /pages/0/elements/1/filters/0/source/elementId \"renewed\"");

    private protected ReleaseItem Item { get; } = new("Reader", ReleaseAction.Unchanged) { DataModelId = Reader, LiveVersion = 1 };

    /// <summary>A response instead of the usual one; null for the usual one.</summary>
    private protected Func<HttpRequestMessage, HttpResponseMessage?> Instead { get; set; } = _ => null;

    private protected string Spec { get; set; } = ReaderSpec("[Orders/Order Id]");

    private protected int Version { get; private set; } = 1;

    private protected static string ReaderSpec(string formula, string more = "") =>
        $$"""
        {"dataModelId":"{{Reader}}","name":"Reader","schemaVersion":1,"documentVersion":1,"latestDocumentVersion":1,"updatedBy":"me",
          "pages":[{"id":"p","name":"P","elements":[{"id":"e","kind":"table","name":"E",
            "source":{"kind":"data-model","dataModelId":"{{SampleModel.Id}}","elementId":"orders"},
            "columns":[{"id":"c","formula":"{{formula}}","name":"C"}]{{more}}}]}]}
        """;

    private protected ReleasePlan Plan(ConsumerCheck? consumers = null)
    {
        var environment = new ReleaseEnvironment("prod", Path.Combine(Folder, "sigma.environments.json"));
        var request = new ReleaseRequest(Folder, environment) { Organization = "o", UserId = "me", Consumers = consumers };
        return new ReleasePlan(request, new ResolvedEnvironment(environment, "", ""), [Item]);
    }

    private protected async Task<IReadOnlyList<ReleaseOutcome>> RunAsync(
        FakeWire wire, PublishOptions? options = null, ConsumerCheck? consumers = null, List<ReleaseItem>? items = null)
    {
        var plan = Plan(consumers);
        items ??= [Item];
        var run = RunFile.Begin(Path.Combine(Folder, "runs"), plan, items, wire.Time.GetUtcNow());
        var published = new PublishedModels(plan);
        published.RecordSave(SampleModel.Id, "Shop", new SavedModel("Shop", SampleModel.Document(), SampleModel.Document(), Renewed));
        var repairs = new ReferenceRepairs(wire.Client, plan, options ?? new([]), items, run, published);
        return await wire.RunAsync(repairs.RunAsync(default));
    }

    private protected FakeWire Wire() => new((request, _) => Instead(request) ?? Answer(request), TimeSpan.FromSeconds(60), TimeSpan.Zero);

    private HttpResponseMessage Answer(HttpRequestMessage request) => (request.Method.Method, request.RequestUri!.AbsolutePath) switch
    {
        ("PUT", _) => Save(request.Content!.ReadAsStringAsync().GetAwaiter().GetResult()),
        ("POST", _) => FakeWire.Json($$"""{"versionTagId":"t","taggedDataModelId":"{{Reader}}","taggedDataModelVersion":{{Version}}}"""),
        (_, "/v2/dataModels/" + Reader + "/spec") => FakeWire.Json(Spec),
        (_, "/v2/dataModels/" + Reader) => FakeWire.Json($$"""{"dataModelId":"{{Reader}}","name":"Reader","latestVersion":{{Version}}}"""),
        _ => FakeWire.Json("""{"entries":[]}"""),
    };

    private HttpResponseMessage Save(string body)
    {
        var root = JsonNode.Parse(body)!.AsObject();
        root["dataModelId"] = Reader;
        root["name"] = "Reader";
        root["updatedBy"] = "me";
        root["documentVersion"] = ++Version;
        root["latestDocumentVersion"] = Version;
        Spec = root.ToJsonString();
        return FakeWire.Json($$"""{"success":true,"dataModelId":"{{Reader}}"}""");
    }
}
