using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Usage;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

/// <summary>The checks, messages and requests of the preparation of a write, and of its repetition.</summary>
public sealed class SpecWriterTests : LiveModelTest
{
    private const string Wrong = "set $orders/sort/1/columnId \"ghost\"";

    [Fact]
    public async Task Content_that_is_live_is_not_sent_even_on_request()
    {
        using var wire = Wire();
        var plan = await PrepareAsync(wire, Request("set /description \"x\"") with { SendEquivalent = true });
        Assert.Equal((ContentDifference.Unchanged, false), (plan.Difference, plan.SendsContent));
        Assert.Equal(["GET spec"], _model.Sent);
        var outcome = await wire.RunAsync(new SpecWriter(wire.Client).ApplyAsync(plan, default));
        Assert.Equal((1L, 1L, false, 0), (outcome.VersionBefore, outcome.VersionAfter, outcome.ContentSent, _model.Puts));
    }

    [Fact]
    public async Task Content_with_a_default_spelled_out_is_equivalent()
    {
        using var wire = Wire();
        var plan = await PrepareAsync(wire, Request("set $orders/columns/0/hidden false"));
        Assert.Equal((ContentDifference.Equivalent, false), (plan.Difference, plan.SendsContent));
    }

    [Theory]
    [InlineData(false, ErrorCode.InvalidSpec)]
    [InlineData(true, null)]
    public async Task Content_with_an_error_is_refused_unless_validation_is_skipped(bool skips, ErrorCode? refusal)
    {
        using var wire = Wire();
        var plan = await PrepareAsync(wire, Request(Wrong) with { Protections = new() { SkipValidation = skips } });
        Assert.Equal(refusal, plan.Refusals.SingleOrDefault()?.Kind);
    }

    [Fact]
    public async Task Live_error_is_an_advisory_of_the_plan()
    {
        _model.Publish(SampleModel.With(Wrong).ToText(), "a colleague");
        using var wire = Wire();
        var plan = await PrepareAsync(wire, Request(Wrong, "set /pages/0/name \"Mine\"") with { BaseVersion = 2, Protections = new() });
        Assert.Empty(plan.Refusals);
        Assert.Single(plan.Advisories, line => line.Contains("error already", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("set $orders/description \"rgb(1, 2, 3)\"", "/pages/0/elements/0/description")]
    [InlineData("set $orders/columns/0/formla \"1\"", "'formla'")]
    [InlineData("set $orders/metrics/0/formula \"Sum([Nowhere])\"", "may not resolve")]
    [InlineData("remove $orders/columns/5", "Removed 2 IDs of removed columns")]
    public async Task Preparation_warns_about_what_Sigma_may_refuse_or_ignore(string edit, string token)
    {
        using var wire = Wire();
        await PrepareAsync(wire, Request(edit) with { Protections = new() { AllowRemoval = true } });
        Assert.Contains(wire.Said, line => line.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Preparation_of_a_plain_change_does_not_mention_IDs()
    {
        using var wire = Wire();
        await PrepareAsync(wire, Request("set /pages/0/name \"Mine\""));
        Assert.DoesNotContain(wire.Said, line => line.Contains("Removed ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, "GET spec,GET elements")]
    [InlineData(true, "GET spec")]
    public async Task Elements_are_not_listed_when_hidden_ones_may_be_lost(bool allows, string requests)
    {
        using var wire = Wire();
        await PrepareAsync(wire, Request() with { Protections = new() { SkipValidation = true, AllowUnrepresented = allows } });
        Assert.Equal(requests, string.Join(",", _model.Sent));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Name_that_another_person_changed_stops_a_write_with_and_without_content(bool hasContent)
    {
        using var wire = Wire();
        _model.Publish(SampleModel.With("set /name \"Market\"").ToText(), "a colleague");
        var plan = await PrepareAsync(wire, Renaming(hasContent) with { BaseVersion = 2 });
        var refusal = Assert.Single(plan.Refusals);
        Assert.Equal(ErrorCode.SpecConflict, refusal.Kind);
        Assert.Contains("the live name is \"Market\"", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conflict_of_the_content_is_reported_before_that_of_the_name()
    {
        using var wire = Wire();
        _model.Publish(SampleModel.With("set /name \"Market\"", "set /pages/1/name \"Theirs\"").ToText(), "a colleague");
        var refusal = (await PrepareAsync(wire, Renaming(hasContent: true))).Refusals[0];
        Assert.Contains("based on version 1", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Repeated_write_keeps_the_consumers_that_its_caller_found(bool checksItself)
    {
        using var wire = Wire();
        _model.OnPut = n => n > 1 ? null : Moved();
        var check = new ConsumerCheck(_ => throw new InvalidOperationException("The write removes nothing."));
        var request = Request() with
        {
            BaseVersion = null,
            Consumers = checksItself ? check : null,
            Protections = new() { IgnoreConflict = true, SkipValidation = true },
        };
        var plan = await PrepareAsync(wire, request) with
        {
            Impact = new() { Unchecked = [new(ConsumerKind.Report, "r", "Costs", "Too large.")] },
        };
        var outcome = await wire.RunAsync(new SpecWriter(wire.Client).ApplyAsync(plan, default));
        Assert.Equal(2, _model.Puts);
        Assert.Equal(!checksItself, outcome.Findings.Any(finding => finding.Contains("Too large.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Write_that_the_service_refused_as_a_conflict_is_not_repeated()
    {
        using var wire = Wire();
        _model.OnPut = _ =>
        {
            _model.PublishPrecious();
            return FakeWire.Json("""{"message":"documentVersion is stale"}""", 400);
        };
        var request = Request() with { Protections = new() { IgnoreConflict = true, SkipValidation = true } };
        var fault = await FaultAsync(wire, request);
        Assert.Equal((ErrorCode.SpecConflict, 1), (fault.Kind, _model.Puts));
        Assert.Contains("\"Shop\"", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "GET spec,GET columns")]
    [InlineData(true, "")]
    public async Task Model_is_not_read_back_when_verification_is_left_out(bool isLeftOut, string after)
    {
        using var wire = Wire();
        await wire.RunAsync(WriteAsync(wire, Request() with { NoVerify = isLeftOut }));
        Assert.Equal(after, string.Join(",", _model.Sent.SkipWhile(line => line != "PUT spec").Skip(1)));
    }

    [Fact]
    public async Task Backup_is_reported_before_the_send_and_only_where_there_is_one()
    {
        var folder = Directory.CreateTempSubdirectory("sigmaps-");
        using var wire = Wire();
        var backups = new List<string>();
        var writer = new SpecWriter(wire.Client);
        foreach (var backupFolder in new[] { folder.FullName, null })
        {
            var plan = await PrepareAsync(wire, Request() with { BackupFolder = backupFolder, BaseVersion = _model.Version });
            await wire.RunAsync(writer.ApplyAsync(plan, default, path => backups.Add($"{_model.Puts} {File.Exists(path)}")));
            _model.PublishPrecious();
        }

        Assert.Equal(["0 True"], backups);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Consumers_of_a_removed_column_are_looked_up_and_those_of_a_rename_are_not()
    {
        using var wire = Wire();
        var scans = 0;
        var check = new ConsumerCheck(_ =>
        {
            scans++;
            return Task.FromResult(UsageIndexes.Of([]));
        });
        var removal = Request("remove $orders/columns/4") with
        {
            Consumers = check,
            Protections = new() { AllowRemoval = true, SkipValidation = true },
        };
        Assert.Single((await PrepareAsync(wire, removal)).Impact.Taken);
        Assert.Equal(1, scans);
        var rename = await PrepareAsync(wire, Renaming(hasContent: false) with { Consumers = check });
        Assert.Empty(rename.Impact.Taken);
        Assert.Empty(rename.Refusals);
        Assert.Equal(1, scans);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Consumers_that_break_are_refused_beside_another_refusal_only_in_a_preview(bool isPreview)
    {
        using var wire = Wire();
        var index = UsageIndexes.Of(
            [], UsageIndexes.Model(SampleModel.Id, SampleModel.Document()), UsageIndexes.Reader(SampleModel.OtherId));
        var removal = Request("remove $orders/columns/0") with
        {
            Consumers = new(_ => Task.FromResult(index)) { ChecksRefused = isPreview, RequireCompleteUsage = true },
        };
        var refusals = (await PrepareAsync(wire, removal)).Refusals.Select(refusal => refusal.Kind);
        Assert.Equal(
            isPreview ? [ErrorCode.RemovalNotAllowed, ErrorCode.BreaksConsumers] : [ErrorCode.RemovalNotAllowed],
            refusals);
    }

    private System.Net.Http.HttpResponseMessage Moved()
    {
        _model.PublishPrecious();
        return Refusal("429 with seconds");
    }

    private static SpecWriteRequest Request(params string[] edits) =>
        LiveModelTest.Request() with { Document = edits.Length == 0 ? Mine() : SampleModel.With(edits) };

    private static SpecWriteRequest Renaming(bool hasContent) =>
        Request(hasContent ? ["set /name \"Store\"", "set /pages/0/name \"Mine\""] : ["set /name \"Store\""]) with
        {
            Organization = "org",
            Origin = new SpecProvenance(SampleModel.Id, 1, SampleModel.Text, "org")
            {
                Name = "Shop",
                Description = "What the shop sells",
            },
        };

    private static Task<SpecWritePlan> PrepareAsync(FakeWire wire, SpecWriteRequest request) =>
        wire.RunAsync(new SpecWriter(wire.Client).PrepareAsync(request, CancellationToken.None));
}
