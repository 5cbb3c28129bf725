using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Release;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>The plan of a rename over live models: which models change, in which order, and what a person reads.</summary>
public sealed class RenamePlannerTests
{
    private const string First = "44444444-4444-4444-8444-444444444441";
    private const string Second = "44444444-4444-4444-8444-444444444442";

    private static readonly string[] Added =
    [
        "set $orders/columns/5/name \"Margin\"",
        "set $orders/metrics/0/formula \"Sum([Margin])\"",
        "add $orders/columns {\"id\":\"c-old\",\"formula\":\"[Margin]\",\"name\":\"Net\"}",
    ];

    private readonly Dictionary<string, Queue<HttpResponseMessage>> _instead = [];
    private readonly List<string> _formulas = [];
    private readonly Dictionary<string, string> _live = new() { [SampleModel.Id] = SampleModel.Text };

    [Fact]
    public async Task Models_that_read_the_old_name_follow_the_model_and_the_others_are_followers()
    {
        _live[First] = Reader(First, "Alpha", "[Orders/Net]");
        _live[Second] = Reader(Second, "Beta", "[Orders/Order Id]");
        var plan = await PlanAsync();
        Assert.Equal(["Shop", "Alpha"], plan.Items.Select(item => item.Name));
        Assert.All(plan.Items, item => Assert.Equal((ReleaseAction.Update, false), (item.Action, item.ContentRemoves)));
        Assert.All(plan.Items, item => Assert.Empty(item.Refusals));
        Assert.Equal(["Shop"], plan.Items[1].DependsOn);
        var follower = Assert.Single(plan.Followers);
        Assert.Equal(("Beta", Second, ReleaseAction.Unchanged), (follower.Name, follower.DataModelId, follower.Action));
        Assert.Contains($"\"Beta\" ({Second})", Assert.Single(plan.Items[0].Notes), StringComparison.Ordinal);
        Assert.Empty(plan.Items[1].Notes);
    }

    [Fact]
    public async Task Models_with_the_same_name_are_distinguished_by_their_IDs()
    {
        _live[First] = Reader(First, "Reader", "[Orders/Net]");
        _live[Second] = Reader(Second, "Reader", "[Orders/Net]");
        var plan = await PlanAsync();
        Assert.Equal(["Shop", $"Reader ({First})", $"Reader ({Second})"], plan.Items.Select(item => item.Name));
        Assert.Empty(plan.Followers);
        Assert.Empty(plan.Items[0].Notes);
    }

    [Theory]
    [InlineData(10, "")]
    [InlineData(12, " and 2 more")]
    public async Task Ten_followers_are_named_and_the_others_counted(int count, string more)
    {
        for (var i = 10; i < 10 + count; i++)
        {
            var id = $"55555555-5555-4555-8555-5555555555{i}";
            _live[id] = Reader(id, $"Reader {i}", "[Orders/Order Id]");
        }

        var note = Assert.Single(Assert.Single((await PlanAsync()).Items).Notes);
        Assert.Equal(10, note.Split("\"Reader ").Length - 1);
        Assert.EndsWith($"){more}.", note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "1 usage in ")]
    [InlineData(2, "2 usages in ")]
    public async Task Usages_that_a_person_has_to_change_are_counted(int count, string beginning)
    {
        _formulas.AddRange(Enumerable.Repeat("[Orders/Net]", count));
        var item = Assert.Single((await PlanAsync()).Items);
        Assert.Equal(Enumerable.Repeat("[Orders/Margin]", count), item.ManualChanges.Select(change => change.NewFormula));
        Assert.StartsWith(beginning, item.Notes[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task First_step_of_a_safe_rename_names_the_second_one()
    {
        var plan = await PlanAsync(isSafe: true);
        var item = Assert.Single(plan.Items);
        Assert.Contains("\"Net\"", Assert.Single(item.Notes), StringComparison.Ordinal);
        Assert.False(item.ContentRemoves);
    }

    [Fact]
    public async Task Last_step_of_a_safe_rename_removes_the_old_name_after_its_readers_have_changed()
    {
        _live[SampleModel.Id] = SampleModel.With(Added).ToText();
        _live[First] = Reader(First, "Alpha", "[Orders/Net]");
        var plan = await PlanAsync(isSafe: true);
        Assert.Equal(["Alpha", "Shop"], plan.Items.Select(item => item.Name));
        Assert.Equal(["Alpha"], plan.Items[1].DependsOn);
        Assert.All(plan.Items, item => Assert.True(item.ContentRemoves));
        Assert.All(plan.Items, item => Assert.Empty(item.Refusals));
        Assert.Empty(plan.Items[1].Notes);
    }

    [Fact]
    public async Task Each_model_is_read_once_so_that_a_save_meanwhile_is_not_half_in_the_plan()
    {
        var renamed = Assert.Single((await PlanAsync()).Items).Content!.ToText();
        _instead[SampleModel.Id] = new([FakeWire.Json(SampleModel.Text), FakeWire.Json(renamed)]);
        var item = Assert.Single((await PlanAsync()).Items);
        Assert.Equal((ReleaseAction.Update, renamed), (item.Action, item.Content!.ToText()));
        Assert.NotEmpty(item.Changes);
        Assert.Single(_instead[SampleModel.Id]);
    }

    [Theory]
    [InlineData(SampleModel.Id, 403, ErrorCode.PermissionDenied)]
    [InlineData(First, 401, ErrorCode.AuthenticationFailed)]
    public async Task Model_that_has_to_be_read_and_cannot_be_is_an_error(string id, int status, ErrorCode expected)
    {
        _live[First] = Reader(First, "Alpha", "[Orders/Net]");
        _instead[id] = new(Enumerable.Range(0, 9).Select(_ => FakeWire.Json("""{"message":"No"}""", status)));
        var fault = await Assert.ThrowsAsync<SigmaEngineException>(() => PlanAsync());
        Assert.Equal(expected, fault.Kind);
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(true, true, true)]
    public void Removal_is_allowed_by_the_user_or_because_the_content_leaves_out_the_old_name(bool allows, bool removes, bool expected)
    {
        var request = new ReleaseRequest("", ReleaseEnvironment.OfSession("rename", "o")) { Protections = new() { AllowRemoval = allows } };
        var write = ReleaseWriteOptions.ForRename(request, SampleModel.Id, SampleModel.Document(), removes, 4);
        Assert.Equal((expected, 4L), (write.Protections.AllowRemoval, write.BaseVersion));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(4L, false)]
    public void Write_of_a_release_keeps_the_live_IDs_and_meets_a_conflict_once_it_has_a_version(long? version, bool ignores)
    {
        var request = new ReleaseRequest("", ReleaseEnvironment.OfSession("prod", "o"));
        var write = ReleaseWriteOptions.Request(request, SampleModel.Id, SampleModel.Document(), version);
        Assert.Equal((version, ignores, true), (write.BaseVersion, write.Protections.IgnoreConflict, write.PreservesLiveIds));
    }

    [Fact]
    public async Task Consumers_of_a_model_count_when_it_is_archived_and_they_are_not()
    {
        Assert.Empty((await ConsumersAsync(ReleaseAction.Unchanged)).Impact.Consumers);
        Assert.Empty((await ConsumersAsync(ReleaseAction.Orphan, ReleaseAction.Orphan)).Impact.Consumers);
        var item = await ConsumersAsync(ReleaseAction.Orphan);
        Assert.Equal(First, Assert.Single(item.Impact.Consumers).ConsumerId);
        Assert.Equal(ErrorCode.BreaksConsumers, Assert.Single(item.Refusals).Kind);
    }

    private async Task<ReleaseItem> ConsumersAsync(ReleaseAction action, ReleaseAction ofReader = ReleaseAction.Unchanged)
    {
        using var wire = Wire();
        _live[First] = "";
        ReleaseItem[] items = [new("Shop", action) { DataModelId = SampleModel.Id }, new("Alpha", ofReader) { DataModelId = First }];
        await wire.RunAsync(Add());
        return items[0];

        async Task<bool> Add()
        {
            await ReleaseConsumers.AddAsync(wire.Client, Request(), items, default);
            return true;
        }
    }

    private async Task<ReleasePlan> PlanAsync(bool isSafe = false)
    {
        using var wire = Wire();
        var rename = new RenameRequest(SampleModel.Id, new ItemRename(RenameKind.Column, "Orders", "Net", "Margin")) { IsSafe = isSafe };
        return await wire.RunAsync(RenamePlanner.PlanAsync(wire.Client, Request(), rename, default));
    }

    private ReleaseRequest Request()
    {
        var readers = _live.Keys.Where(id => id != SampleModel.Id).Select(id => UsageIndexes.Reader(id));
        return new ReleaseRequest("", ReleaseEnvironment.OfSession("rename", "o"))
        {
            Organization = "o",
            Consumers = new(_ => UsageIndexes.WithWorkbookAsync(
                _formulas, [UsageIndexes.Model(SampleModel.Id, SampleModel.Document()), .. readers])),
        };
    }

    private FakeWire Wire() => new((request, _) =>
    {
        var path = request.RequestUri!.AbsolutePath;
        var id = path.Split('/').ElementAtOrDefault(3) ?? "";
        return !path.EndsWith("/spec", StringComparison.Ordinal) ? FakeWire.Json("""{"entries":[]}""")
            : _instead.TryGetValue(id, out var answers) && answers.TryDequeue(out var answer) ? answer
            : FakeWire.Json(_live[id]);
    });

    private static string Reader(string id, string name, string formula) =>
        $$"""
        {"dataModelId":"{{id}}","name":"{{name}}","schemaVersion":1,"documentVersion":1,"latestDocumentVersion":1,"updatedBy":"me",
          "pages":[{"id":"p","name":"P","elements":[{"id":"e","kind":"table","name":"E",
            "source":{"kind":"data-model","dataModelId":"{{SampleModel.Id}}","elementId":"orders"},
            "columns":[{"id":"c","formula":"{{formula}}","name":"C"}]}]}]}
        """;
}
