using System;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

/// <summary>A file whose content went back to an older version, beside an index that records the newest one.</summary>
public sealed class ReturnedFileTests : LiveModelTest
{
    [Fact]
    public async Task Returned_file_is_a_conflict_when_it_undoes_all_changes_since()
    {
        using var wire = Returned();
        _model.OnList = path => path.Contains("/members/", StringComparison.Ordinal)
            ? FakeWire.Json("""{"memberId":"a colleague","firstName":"Ann","lastName":"Lee","email":"ann@contoso.com"}""")
            : null;
        var error = await FaultAsync(wire, File());
        Assert.Equal((ErrorCode.SpecConflict, SampleModel.Id, 0), (error.Kind, error.Target, _model.Puts));
        Assert.Contains("Ann Lee (ann@contoso.com)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Returned_file_is_compared_with_the_newest_older_version_of_the_index()
    {
        using var wire = Returned();
        _model.Publish(_model.Live, "a colleague");
        await FaultAsync(wire, File() with { IndexVersion = 3, SeenVersions = [1, 2, 3] });
        Assert.Contains(wire.Sent, line => line.EndsWith("/spec?documentVersion=2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task File_is_written_when_nothing_was_changed_since()
    {
        _model.Publish(_model.Live, "a colleague");
        using var wire = Wire();
        await wire.RunAsync(WriteAsync(wire, File() with { Document = SampleModel.With("set /pages/0/name \"Mine\"") }));
        Assert.Equal((1, "Mine"), (_model.Puts, (string)_model.First["name"]!));
    }

    [Fact]
    public async Task Returned_file_is_written_when_the_caller_ignores_conflicts()
    {
        using var wire = Returned();
        await wire.RunAsync(WriteAsync(wire, File(ignoresConflict: true)));
        Assert.Equal((1, "Facts"), (_model.Puts, (string)_model.First["name"]!));
    }

    [Fact]
    public async Task Returned_file_is_written_when_the_caller_confirms_its_base()
    {
        using var wire = Returned();
        await wire.RunAsync(WriteAsync(wire, File(2)));
        Assert.Equal((1, "Facts"), (_model.Puts, (string)_model.First["name"]!));
    }

    [Theory]
    [InlineData("set /pages/0/name \"PRECIOUS\"", "PRECIOUS")]
    [InlineData("set /pages/0/name \"Another\"", "Another")]
    [InlineData("set $orders/description \"Theirs\"", "Facts")]
    public async Task File_is_written_when_it_contains_or_replaces_a_change_since(string edit, string name)
    {
        using var wire = Returned("set $orders/description \"Theirs\"");
        var file = File() with { Document = SampleModel.With(edit, "set /pages/1/name \"Mine\"") };
        await wire.RunAsync(WriteAsync(wire, file));
        Assert.Equal((1, name), (_model.Puts, (string)_model.First["name"]!));
        Assert.DoesNotContain(wire.Sent, line => line.Contains("/members/", StringComparison.Ordinal));
    }

    // Version 1 is the sample; version 2 has another name of the first page. A comparison reads version 1 before the write.
    private FakeWire Returned(params string[] edits)
    {
        var old = _model.Live;
        _model.Publish(SampleModel.With(["set /pages/0/name \"PRECIOUS\"", .. edits]).ToText(), "a colleague");
        _model.OnGet = n => n == 2 && _model.Puts == 0 ? FakeWire.Json(old) : null;
        return Wire();
    }

    private static SpecWriteRequest File(long? confirmed = null, bool ignoresConflict = false) =>
        new(SampleModel.Id, SampleModel.Document())
        {
            BaseVersion = confirmed,
            IndexVersion = 2,
            SeenVersions = [1, 2],
            UserId = LiveModel.Me,
            Protections = new() { SkipValidation = true, IgnoreConflict = ignoresConflict },
        };
}
