using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Release;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Usage;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>Consumers of a model in which Sigma reassigned the ID of an element: they follow, or are reported.</summary>
public sealed class ReferenceRepairsTests : ReferenceRepairsTestBed
{
    [Fact]
    public async Task Consumer_follows_the_new_ID_and_is_recorded_in_the_run()
    {
        using var wire = Wire();
        var outcome = Assert.Single(await RunAsync(wire));
        Assert.True(outcome.Succeeded);
        Assert.Contains("\"elementId\":\"renewed\"", Spec, StringComparison.Ordinal);
        var entry = RunFile.Read(Directory.GetFiles(Folder, "run.json", SearchOption.AllDirectories).Single()).Entries.Single();
        Assert.Equal((Reader, 1L, 2L), (entry.DataModelId, entry.VersionBefore, entry.VersionAfter));
        Assert.Contains("\"elementId\":\"orders\"", File.ReadAllText(entry.Backup!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consumer_that_cannot_be_read_is_a_warning()
    {
        using var wire = Wire();
        Instead = _ => FakeWire.Json("""{"message":"No"}""", 403);
        Assert.Empty(await RunAsync(wire));
        Assert.Contains(wire.Said, line =>
            line.StartsWith($"Data model \"Reader\" ({Reader}) could not be read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Consumer_whose_write_is_refused_is_refused_with_its_write()
    {
        using var wire = Wire();
        Instead = request => request.RequestUri!.AbsolutePath.EndsWith("/elements", StringComparison.Ordinal)
            ? FakeWire.Json("""{"entries":[{"elementId":"pic","name":"Logo"}]}""")
            : null;
        var outcome = Assert.Single(await RunAsync(wire));
        Assert.Equal((ErrorCode.UnrepresentedContent, true), (outcome.Fault!.Kind, outcome.IsRefused));
        Assert.NotNull(outcome.Write);
        Assert.Equal(1, Version);
    }

    [Fact]
    public async Task Consumer_whose_write_fails_is_an_error_of_that_model()
    {
        using var wire = Wire();
        Instead = request => request.RequestUri!.AbsolutePath.EndsWith("/elements", StringComparison.Ordinal)
            ? FakeWire.Json("""{"message":"No"}""", 403)
            : null;
        var outcome = Assert.Single(await RunAsync(wire));
        Assert.Equal((ErrorCode.PermissionDenied, false), (outcome.Fault!.Kind, outcome.IsRefused));
    }

    [Fact]
    public async Task Update_that_a_person_declines_is_refused_and_names_the_model()
    {
        using var wire = Wire();
        var outcome = Assert.Single(await RunAsync(wire, new([]) { ApproveRepair = _ => Task.FromResult(false) }));
        Assert.Equal((ErrorCode.ReleaseIncomplete, Reader, true), (outcome.Fault!.Kind, outcome.Fault.Target, outcome.IsRefused));
        Assert.Equal(1, Version);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Tag_moves_only_to_a_version_whose_read_back_found_nothing_new(bool isBroken, bool isTagged)
    {
        using var wire = Wire();

        // The live error is an advisory of the write, which does not keep the tag from the version.
        Spec = ReaderSpec("[Orders/Order Id]", ",\"sort\":[{\"columnId\":\"ghost\",\"direction\":\"ascending\"}]");
        Instead = request => isBroken && request.RequestUri!.AbsolutePath.EndsWith("/columns", StringComparison.Ordinal)
            ? FakeWire.Json("""{"entries":[{"columnId":"c","elementId":"e","type":{"type":"error"}}]}""")
            : null;
        var outcome = Assert.Single(await RunAsync(wire, new([]) { Tag = "prod" }));
        Assert.Equal(isTagged ? (null, null) : (ErrorCode.ReleaseIncomplete, Reader), (outcome.Fault?.Kind, outcome.Fault?.Target));
        Assert.Equal(isTagged, wire.Sent.Contains("POST /v2/dataModels/tag"));
    }

    [Fact]
    public async Task Consumers_outside_of_the_plan_that_cannot_be_found_are_a_warning()
    {
        using var wire = Wire();
        await RunAsync(wire, consumers: new(_ => throw new SigmaEngineException(ErrorCode.NetworkUnavailable, "No network.")));
        Assert.Contains(wire.Said, line =>
            line.Contains($"\"Shop\" ({SampleModel.Id})", StringComparison.Ordinal)
            && line.Contains("No network.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Documents_outside_of_the_plan_that_were_not_checked_are_a_warning()
    {
        using var wire = Wire();
        var index = UsageIndexes.Of([new(ConsumerKind.Report, "r", "Costs", "it is too large")]);
        await RunAsync(wire, consumers: new(_ => Task.FromResult(index)));
        Assert.Contains(wire.Said, line =>
            line.StartsWith($"Sigma reassigned IDs in \"Shop\" ({SampleModel.Id}).", StringComparison.Ordinal)
            && line.Contains("it is too large", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Error_of_a_model_is_kept_when_the_run_file_cannot_be_written_either()
    {
        var runs = Path.Combine(Folder, "runs");
        using var wire = Wire();
        Instead = _ =>
        {
            Directory.Delete(runs, recursive: true);
            File.WriteAllText(runs, "");
            return FakeWire.Json("""{"message":"No"}""", 403);
        };
        var options = new PublishOptions([Item]) { Tag = "prod", RunFolder = runs };
        var publisher = ReleasePublisher.Begin(wire.Client, Plan(), options)!;
        var outcomes = await wire.RunAsync(publisher.PublishAsync(default));
        Assert.Equal(ErrorCode.PermissionDenied, Assert.Single(outcomes).Fault!.Kind);
    }

    [Fact]
    public async Task Reference_that_an_earlier_publish_lost_is_found_in_an_earlier_version()
    {
        var requests = new List<string>();
        using FakeWire wire = new((request, _) =>
        {
            requests.Add(request.RequestUri!.Query);
            return FakeWire.Json(SampleModel.Text);
        });
        var reader = SpecDocument.Parse(ReaderSpec("[Orders/Order Id]"), "the reader");
        var live = SampleModel.Edited(Renewed, "set /latestDocumentVersion 4");
        await wire.RunAsync(Follow());
        Assert.Contains("\"elementId\":\"renewed\"", Trees.Compact(reader.Root), StringComparison.Ordinal);
        Assert.Contains("3", Assert.Single(requests), StringComparison.Ordinal);

        async Task<bool> Follow()
        {
            await LostReferences.FollowAsync(wire.Client, [(SampleModel.Id, live)], [reader], default);
            return true;
        }
    }

    [Fact]
    public async Task Model_that_reads_the_renamed_item_and_cannot_be_read_is_a_note_of_the_plan()
    {
        using FakeWire wire = new((request, _) =>
            request.RequestUri!.AbsolutePath.Contains(Reader, StringComparison.Ordinal) ? FakeWire.Json("""{"message":"No"}""", 403)
            : request.RequestUri.AbsolutePath.EndsWith("/spec", StringComparison.Ordinal) ? FakeWire.Json(SampleModel.Text)
            : FakeWire.Json("""{"entries":[]}"""));
        var index = UsageIndexes.Of([], UsageIndexes.Model(SampleModel.Id, SampleModel.Document()), UsageIndexes.Reader(Reader));
        var request = new ReleaseRequest(Folder, ReleaseEnvironment.OfSession("rename", "o"))
        {
            Organization = "o",
            Consumers = new(_ => Task.FromResult(index)),
        };
        var rename = new RenameRequest(SampleModel.Id, new ItemRename(RenameKind.Column, "Orders", "Net", "Margin"));
        var plan = await wire.RunAsync(RenamePlanner.PlanAsync(wire.Client, request, rename, default));
        Assert.StartsWith($"Data model {Reader} reads ", Assert.Single(plan.Notes), StringComparison.Ordinal);
        Assert.Equal([SampleModel.Id], plan.Items.Select(item => item.DataModelId));
    }
}
