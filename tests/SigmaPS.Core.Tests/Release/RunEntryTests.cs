using System.IO;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Release;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>The record of a model in a run: before its write, and for each outcome.</summary>
public sealed class RunEntryTests
{
    private static readonly string Backup = Path.GetFullPath("backup.json");
    private static readonly string Written = Path.GetFullPath("written.json");

    private static readonly RunEntry Before = new("Shop", "shop.json", RunStatus.Writing)
    {
        DataModelId = "1",
        VersionBefore = 4,
        Backup = Backup,
        NewName = "Shop 2",
        NewDescription = "New",
        NewDescriptionHash = "h",
    };

    private static RunLine Expected => RunLine.FromEntry(Before) with { Backup = null };

    [Fact]
    public void Update_is_recorded_with_its_own_versions_and_backup()
    {
        var outcome = Outcome() with { Written = new() { VersionBefore = 6, VersionAfter = 7, BackupFile = Written } };
        var expected = Expected with { Status = "Updated", VersionBefore = 6, VersionAfter = 7, Backup = "written.json" };
        Assert.Equal(expected, RunLine.FromEntry(RunEntry.FromOutcome(outcome, Before)));

        // The tag came later, and does not change what was written.
        var untagged = outcome with { Fault = new SigmaEngineException(ErrorCode.WriteOutcomeUnknown, "No") };
        Assert.Equal(expected, RunLine.FromEntry(RunEntry.FromOutcome(untagged, Before)));
    }

    [Fact]
    public void Update_that_somebody_overwrote_is_recorded_with_the_version_that_it_made()
    {
        var outcome = Outcome() with { Written = new() { VersionBefore = 6, VersionAfter = 9, WasWrittenByOtherUser = true } };
        var expected = Expected with { Status = "Updated", VersionBefore = 6, VersionAfter = 7 };
        Assert.Equal(expected, RunLine.FromEntry(RunEntry.FromOutcome(outcome, Before)));
    }

    [Fact]
    public void New_model_is_recorded_with_its_ID_and_version()
    {
        var before = new RunEntry("Shop", "shop.json", RunStatus.Planned);
        var made = new SpecCreateOutcome(new CreatedModel { DataModelId = "2" }) { Version = 1 };
        var expected = new RunLine { Name = "Shop", File = "shop.json", Status = "Created", DataModelId = "2", VersionAfter = 1 };
        Assert.Equal(expected, RunLine.FromEntry(RunEntry.FromOutcome(Outcome() with { Made = made }, before)));
    }

    [Theory]
    [InlineData(ErrorCode.WriteOutcomeUnknown, RunStatus.Unknown, true)]
    [InlineData(ErrorCode.RequestRefused, RunStatus.Failed, false)]
    public void Backup_is_recorded_where_the_write_may_have_been_applied(ErrorCode kind, RunStatus status, bool keeps)
    {
        var outcome = new ReleaseOutcome(Item()) { Fault = new SigmaEngineException(kind, "No") };
        var expected = Expected with { Status = status.ToString(), Backup = keeps ? "backup.json" : null };
        Assert.Equal(expected, RunLine.FromEntry(RunEntry.FromOutcome(outcome, Before)));
    }

    [Fact]
    public void Outcome_without_a_write_is_recorded_by_its_kind()
    {
        Assert.Equal("Archived", Status(Outcome() with { IsArchived = true }));
        Assert.Equal("Refused", Status(new ReleaseOutcome(Item(), new SigmaEngineException(ErrorCode.WriteOutcomeUnknown, "No"))));
        Assert.Equal("Unchanged", Status(Outcome(ReleaseAction.Unchanged)));
        Assert.Equal("Failed", Status(Outcome()));

        static string? Status(ReleaseOutcome outcome) => RunLine.FromEntry(RunEntry.FromOutcome(outcome, Before)).Status;
    }

    [Theory]
    [InlineData(false, 5L, 5L)]
    [InlineData(false, null, null)]
    [InlineData(true, 5L, 3L)]
    public void Repaired_model_has_a_later_version_and_the_same_state_before_the_run(bool isOvertaken, long? after, long? version)
    {
        var written = new SpecWriteOutcome
        {
            VersionBefore = 2,
            VersionAfter = after,
            BackupFile = Written,
            WasWrittenByOtherUser = isOvertaken,
        };
        var expected = RunLine.FromEntry(Before) with { Status = "Updated", VersionAfter = version };
        Assert.Equal(expected, RunLine.FromEntry(Before.Repaired(written)));
    }

    [Theory]
    [InlineData(RunStatus.Updated, 7L, 7L)]
    [InlineData(RunStatus.Updated, null, 5L)]
    [InlineData(RunStatus.Unknown, null, 4L)]
    public void Resulting_version_is_the_read_one_or_the_next_one_after_an_update(RunStatus status, long? after, long expected) =>
        Assert.Equal(expected, new RunEntry("Shop", "", status) { VersionBefore = 4, VersionAfter = after }.ResultingVersion);

    [Fact]
    public void Resulting_names_are_those_that_the_run_set_and_else_the_earlier_ones()
    {
        var live = SampleModel.Document();
        Assert.Equal(new NameAndDescription("Shop 2", "New") { DescriptionHash = "h" }, Before.ResultingNames(live));
        Assert.Equal(new NameAndDescription(live.Name, live.Description), new RunEntry("Shop", "", RunStatus.Updated).ResultingNames(live));
    }

    [Theory]
    [InlineData("of acme-key", null, "of acme-key")]
    [InlineData("public", "public", null)]
    [InlineData(null, null, null)]
    public void Description_with_a_hidden_value_is_recorded_as_its_hash(string? description, string? shown, string? hashed)
    {
        var hidden = new HiddenValues([], null);
        hidden.Add([new HiddenText("of acme-key", "of ${env:KEY}")]);
        var write = new SpecWritePlan(new SpecWriteRequest("1", SampleModel.Document()), SampleModel.Document(), "")
        {
            NewName = "Shop 2",
            NewDescription = description,
        };
        var expected = Expected with
        {
            Status = "Writing",
            Backup = "backup.json",
            NewDescription = shown,
            NewDescriptionHash = hashed is null ? null : NameAndDescription.Hash(hashed),
            File = "",
        };
        Assert.Equal(expected, RunLine.FromEntry(RunEntry.Writing(Item(), write, Backup, hidden)));
    }

    private static ReleaseOutcome Outcome(ReleaseAction action = ReleaseAction.Update) => new(Item(action));

    private static ReleaseItem Item(ReleaseAction action = ReleaseAction.Update) =>
        new("Shop", action) { DataModelId = "1", LiveVersion = 4 };
}
