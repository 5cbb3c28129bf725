using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Release;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Usage;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>Several consumers of a model in which Sigma reassigned the ID of an element, in the plan and outside of it.</summary>
public sealed class FollowingConsumersTests : TemporaryFolder
{
    private const string First = "44444444-4444-4444-8444-444444444444";
    private const string Second = "55555555-5555-4555-8555-555555555555";

    private const string Outside = "66666666-6666-4666-8666-6666666666";

    // The plan removed the customers, so their consumers are not those of the reassigned ID.
    private static readonly SpecDocument Sent = SampleModel.With("remove $orders/relationships", "remove /pages/1/elements/0");
    private static readonly SpecDocument Renewed = SampleModel.Edited(
        SpecDocument.From(Trees.Object(Trees.Compact(Sent.Root)), "the shop"),
        "set $orders/id \"renewed\"",
        "set /pages/0/elements/1/filters/0/source/elementId \"renewed\"");

    private readonly Dictionary<string, JsonNode> _live = [];
    private Func<HttpRequestMessage, HttpResponseMessage?> _instead = _ => null;

    [Fact]
    public async Task Nothing_is_requested_when_Sigma_reassigned_no_ID()
    {
        using var wire = Wire();
        Assert.Empty(await RunAsync(wire, Plan([Item(First, "First")]), isReassigned: false));
        Assert.Empty(wire.Sent);
    }

    [Fact]
    public async Task Consumers_follow_in_the_order_in_which_they_read_one_another()
    {
        Publish(First, "First", (SampleModel.Id, "orders"));
        Publish(Second, "Second", (SampleModel.Id, "orders"), (First, "e0"));
        using var wire = Wire();
        var outcomes = await RunAsync(wire, Plan([Item(First, "First"), Item(Second, "Second")]));
        Assert.Equal(["First", "Second"], outcomes.Select(outcome => outcome.Item.Name));
        Assert.All(outcomes, outcome =>
        {
            Assert.Equal((true, 1L, 2L), (outcome.Succeeded, outcome.Write?.LiveVersion, outcome.Written?.VersionAfter));
            Assert.Equal(["source"], outcome.Item.Changes.Select(change => change.Property));
        });
    }

    [Fact]
    public async Task Follower_that_the_plan_does_not_write_is_recorded_in_the_run()
    {
        Publish(First, "First", (SampleModel.Id, "orders"));
        using var wire = Wire();
        var outcome = Assert.Single(await RunAsync(wire, Plan([], followers: [Item(First, "First")])));
        Assert.True(outcome.Succeeded);
        var entry = RunFile.Read(Directory.GetFiles(Folder, "run.json", SearchOption.AllDirectories).Single()).Entries.Single();
        Assert.Equal((First, RunStatus.Updated, 1L, 2L), (entry.DataModelId, entry.Status, entry.VersionBefore, entry.VersionAfter));
    }

    [Fact]
    public async Task Consumer_that_a_colleague_extends_meanwhile_does_not_lose_the_new_element()
    {
        Publish(First, "First", (SampleModel.Id, "orders"));
        using var wire = Wire();
        _instead = request =>
        {
            // The last request of the checks, three seconds before the send.
            if (request.RequestUri!.AbsolutePath.EndsWith("/elements", StringComparison.Ordinal))
            {
                Publish(First, "First", (SampleModel.Id, "orders"), (SampleModel.Id, "orders"));
                wire.Time.Advance(TimeSpan.FromSeconds(3));
            }

            return null;
        };
        var protections = new WriteProtections { IgnoreConflict = true };
        var outcome = Assert.Single(await RunAsync(wire, Plan([Item(First, "First")], protections: protections)));
        Assert.Equal(ErrorCode.RemovalNotAllowed, outcome.Fault?.Kind);
        Assert.DoesNotContain(wire.Sent, request => request.StartsWith("PUT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Values_of_the_environment_are_hidden_in_the_changes()
    {
        Publish(First, "First", (SampleModel.Id, "orders"));
        using var wire = Wire();
        var hidden = new HiddenValues([VariableValue.Read("${env:ID}", _ => "renewed", problem => Assert.Fail(problem))], null);
        var outcome = Assert.Single(await RunAsync(wire, Plan([Item(First, "First")], hidden: hidden)));
        var change = Trees.Compact(Assert.Single(outcome.Item.Changes).New!);
        Assert.Contains("\"elementId\":\"${env:ID}\"", change, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(10, "")]
    [InlineData(12, "; and 2 more")]
    public async Task Usages_outside_of_the_plan_are_a_warning_and_those_that_followed_are_not(int outside, string more)
    {
        Publish(First, "First", (SampleModel.Id, "orders"));
        List<ModelSnapshot> models =
        [
            UsageIndexes.Model(SampleModel.Id, SampleModel.Document()),
            Reader(First, "orders"),
            Reader(SampleModel.OtherId, "customers"),
            .. Enumerable.Range(0, outside).Select(number => Reader($"{Outside}{number:00}", "orders")),
        ];

        using var wire = Wire();
        var consumers = new ConsumerCheck(_ => Task.FromResult(UsageIndexes.Of([], [.. models])));
        Assert.Single(await RunAsync(wire, Plan([Item(First, "First")], consumers: consumers)));
        var warnings = wire.Said.Where(line => line.StartsWith("Sigma reassigned IDs", StringComparison.Ordinal)).ToList();
        Assert.Equal(outside > 0 ? 1 : 0, warnings.Count);
        Assert.All(warnings, warning =>
        {
            Assert.Contains($"\"Shop\" ({SampleModel.Id})", warning, StringComparison.Ordinal);
            Assert.Equal(Math.Min(outside, 10), warning.Split("(" + Outside).Length - 1);
            Assert.Contains($"({outside}): ", warning, StringComparison.Ordinal);
            Assert.EndsWith(more, warning.Split(". ")[^2], StringComparison.Ordinal);
            Assert.Equal(more.Length > 0, warning.Contains(" more. ", StringComparison.Ordinal));
            Assert.DoesNotContain(First, warning, StringComparison.Ordinal);
            Assert.DoesNotContain(SampleModel.OtherId, warning, StringComparison.Ordinal);
        });
    }

    private static ReleaseItem Item(string id, string name) => new(name, ReleaseAction.Unchanged) { DataModelId = id, LiveVersion = 1 };

    private static ModelSnapshot Reader(string id, string element) =>
        UsageIndexes.Model(id, SpecDocument.Parse(Spec("Reader", (SampleModel.Id, element)), "a reader"));

    private ReleasePlan Plan(
        IReadOnlyList<ReleaseItem> items,
        IReadOnlyList<ReleaseItem>? followers = null,
        ConsumerCheck? consumers = null,
        HiddenValues? hidden = null,
        WriteProtections? protections = null)
    {
        var environment = new ReleaseEnvironment("prod", Path.Combine(Folder, "sigma.environments.json"));
        var request = new ReleaseRequest(Folder, environment)
        {
            Organization = "o",
            UserId = "me",
            Consumers = consumers,
            Protections = protections ?? new WriteProtections(),
        };
        return new ReleasePlan(request, new ResolvedEnvironment(environment, "", ""), items)
        {
            Followers = followers ?? [],
            Hidden = hidden ?? HiddenValues.None,
        };
    }

    private async Task<IReadOnlyList<ReleaseOutcome>> RunAsync(FakeWire wire, ReleasePlan plan, bool isReassigned = true)
    {
        var items = plan.Items.ToList();
        var run = RunFile.Begin(Path.Combine(Folder, "runs"), plan, items, wire.Time.GetUtcNow());
        var published = new PublishedModels(plan);
        var saved = new SavedModel("Shop", SampleModel.Document(), Sent, isReassigned ? Renewed : Sent);
        published.RecordSave(SampleModel.Id, "Shop", saved);
        var repairs = new ReferenceRepairs(wire.Client, plan, new PublishOptions([]), items, run, published);
        return await wire.RunAsync(repairs.RunAsync(default));
    }

    private FakeWire Wire() => new((request, _) => _instead(request) ?? Answer(request), TimeSpan.FromSeconds(60), TimeSpan.Zero);

    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        var steps = request.RequestUri!.AbsolutePath.Split('/');
        if (steps is not ["", "v2", "dataModels", var id, "spec"])
        {
            return FakeWire.Json("""{"entries":[]}""");
        }

        if (request.Method == HttpMethod.Put)
        {
            Publish(id, _live[id]["name"]!.GetValue<string>(), request.Content!.ReadAsStringAsync().GetAwaiter().GetResult());
            return FakeWire.Json($$"""{"success":true,"dataModelId":"{{id}}"}""");
        }

        return FakeWire.Json(_live[id].ToJsonString());
    }

    private void Publish(string id, string name, params (string Model, string Element)[] sources) => Publish(id, name, Spec(name, sources));

    private void Publish(string id, string name, string spec)
    {
        var version = _live.TryGetValue(id, out var before) ? before["latestDocumentVersion"]!.GetValue<int>() + 1 : 1;
        var root = JsonNode.Parse(spec)!;
        (root["dataModelId"], root["name"], root["updatedBy"]) = (id, name, "me");
        (root["documentVersion"], root["latestDocumentVersion"]) = (version, version);
        _live[id] = root;
    }

    private static string Spec(string name, params (string Model, string Element)[] sources)
    {
        var elements = sources.Select((source, at) => $$"""
            {"id":"e{{at}}","kind":"table","name":"E{{at}}","columns":[],
              "source":{"kind":"data-model","dataModelId":"{{source.Model}}","elementId":"{{source.Element}}"} }
            """);
        return $$"""{"name":"{{name}}","schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[{{string.Join(",", elements)}}]}]}""";
    }
}
