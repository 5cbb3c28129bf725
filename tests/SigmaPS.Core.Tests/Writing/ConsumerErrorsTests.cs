using System;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Usage;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

/// <summary>The consumers of a write: those that are uncertain before it, and those that are broken after it.</summary>
public sealed class ConsumerErrorsTests
{
    private const string Broken = """{"entries":[{"columnId":"c","elementId":"e","name":"Sum","type":{"type":"error"}}]}""";

    [Fact]
    public void Complete_usage_has_no_warnings() => Assert.Empty(ConsumerErrors.Warnings(ConsumerImpact.None));

    [Fact]
    public void Possible_and_unchecked_documents_are_a_warning_each()
    {
        var impact = new ConsumerImpact
        {
            Consumers = [Usage(1) with { Certainty = UsageCertainty.Possible, Via = "reads the element" }],
            Unchecked = [new(ConsumerKind.Report, "r", "Costs", "it is too large.")],
        };
        var warnings = ConsumerErrors.Warnings(impact);
        Assert.Equal(2, warnings.Count);
        Assert.Contains("Workbook \"Book 1\" (reads the element)", warnings[0], StringComparison.Ordinal);
        Assert.Contains("Report \"Costs\"", warnings[1], StringComparison.Ordinal);
        Assert.Contains("it is too large.", warnings[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, null, null, "Workbook \"Book 1\" (w1)")]
    [InlineData("Orders", "Amount", "Sum([A])", null, "Workbook \"Book 1\" (w1): Orders / Amount = Sum([A])")]
    [InlineData("Orders", null, "", "prod", "Workbook \"Book 1\" (w1, version tag prod): Orders")]
    public void Usage_is_one_line_with_the_known_parts(string? element, string? column, string? formula, string? tag, string line) =>
        Assert.Equal(
            line,
            ConsumerErrors.Line(Usage(1) with { ElementName = element, ColumnName = column, Formula = formula, VersionTag = tag }));

    [Theory]
    [InlineData(1, "1 document may read", "1 check left out: ", false)]
    [InlineData(3, "3 documents may read", "3 checks left out: ", false)]
    [InlineData(4, "4 documents may read", "4 checks left out: ", true)]
    public void Three_uncertain_documents_are_named_and_the_rest_is_counted(int count, string possible, string unchecked1, bool hasMore)
    {
        var numbers = Enumerable.Range(1, count).ToList();
        var warnings = ConsumerErrors.Warnings(new ConsumerImpact
        {
            Consumers = [.. numbers.Select(number => Usage(number) with { Certainty = UsageCertainty.Possible })],
            Unchecked = [.. numbers.Select(number => new UncheckedDocument(ConsumerKind.Report, "", $"(list {number})", "No."))],
        });
        Assert.StartsWith(possible, warnings[0], StringComparison.Ordinal);
        Assert.Equal(hasMore, warnings[0].EndsWith("; and 1 more.", StringComparison.Ordinal));
        Assert.Contains($"\"Book {Math.Min(count, 3)}\"", warnings[0], StringComparison.Ordinal);
        Assert.StartsWith(unchecked1 + "(list 1)", warnings[1], StringComparison.Ordinal);
        Assert.Contains($"(list {Math.Min(count, 3)}){(hasMore ? " and 1 more" : "")}.", warnings[1], StringComparison.Ordinal);
        Assert.Equal(hasMore, warnings[0].Contains(" more", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(10, TakenBy.Removal, "removed", false)]
    [InlineData(10, TakenBy.NewId, "new ID", false)]
    [InlineData(11, TakenBy.Rename, "renamed", true)]
    public void Refusal_names_ten_usages_and_items_and_counts_the_rest(int count, TakenBy change, string shown, bool hasMore)
    {
        var numbers = Enumerable.Range(1, count).ToList();
        var impact = new ConsumerImpact
        {
            Consumers = [.. numbers.Select(Usage)],
            Taken = [.. numbers.Select(number => Taken(number, change))],
        };
        var message = ConsumerErrors.Breaks("Shop", SampleModel.Id, impact).Message;
        var more = hasMore ? " and 1 more" : "";
        Assert.Contains($"column Orders/C1 ({shown}), ", message, StringComparison.Ordinal);
        Assert.Contains($"column Orders/C10 ({shown}){more}. ", message, StringComparison.Ordinal);
        Assert.Contains("\"Book 1\" (w1); ", message, StringComparison.Ordinal);
        Assert.Contains($"\"Book 10\" (w10){(hasMore ? ";" : "")}{more}. ", message, StringComparison.Ordinal);
        Assert.Equal(hasMore, message.Contains("It is not known whether Sigma carries consumers along", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_of_a_command_scans_once_and_again_only_after_a_failure()
    {
        var scans = 0;
        var check = new ConsumerCheck(_ => ++scans == 1
            ? Task.FromException<UsageIndex>(new InvalidOperationException("No network."))
            : Task.FromResult(UsageIndexes.Of([])));
        await Assert.ThrowsAsync<InvalidOperationException>(() => check.CheckRemovalAsync("m", "Shop", default));
        await check.CheckRemovalAsync("m", "Shop", default);
        await check.CheckRemovalAsync("n", "Depot", default);
        Assert.Equal(2, scans);
    }

    [Theory]
    [InlineData(false, false, 1)]
    [InlineData(true, false, 0)]
    [InlineData(false, true, 2)]
    [InlineData(true, true, 1)]
    public void Certain_usages_are_refused_and_uncertain_ones_only_on_request(bool allows, bool requiresAll, int refusals)
    {
        var impact = new ConsumerImpact
        {
            Consumers = [Usage(1), Usage(2) with { Certainty = UsageCertainty.Possible }],
        };
        var check = new ConsumerCheck(_ => null!) { AllowBreak = allows, RequireCompleteUsage = requiresAll };
        var found = check.Refusals("Shop", SampleModel.Id, impact).ToList();
        Assert.Equal(refusals, found.Count);
        Assert.All(found, fault => Assert.Equal((ErrorCode.BreaksConsumers, SampleModel.Id), (fault.Kind, fault.Target)));
        Assert.Equal(!allows, found.Exists(fault => fault.Switch == "AllowBreak"));
        Assert.Empty(check.Refusals("Shop", SampleModel.Id, ConsumerImpact.None));
    }

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(100, 100, 0)]
    [InlineData(101, 100, 1)]
    public async Task Broken_consumers_are_read_again_up_to_a_hundred(int documents, int read, int left)
    {
        using FakeWire wire = new((_, _) => FakeWire.Json(Broken));
        var impact = new ConsumerImpact { Consumers = [.. Enumerable.Range(1, documents).Select(Usage)] };
        var findings = await wire.RunAsync(BrokenConsumers.FindAsync(wire.Client, impact, default));
        Assert.Equal(read, findings.Count(finding => finding.EndsWith("is broken now.", StringComparison.Ordinal)));
        Assert.Equal(read, wire.Sent.Count);
        Assert.Equal(
            left == 0 ? [] : [$"{left} more consumers were not read again."],
            findings.Where(finding => !finding.EndsWith("is broken now.", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(TakenBy.Rename, true)]
    [InlineData(TakenBy.NewId, false)]
    public void Impact_has_a_rename_when_one_of_its_items_is_renamed(TakenBy change, bool expected) =>
        Assert.Equal(expected, new ConsumerImpact { Taken = [Taken(1, TakenBy.Removal), Taken(2, change)] }.HasRename);

    [Fact]
    public void Impacts_on_one_model_are_combined_with_certain_usages_first()
    {
        UncheckedDocument[] left = [new(ConsumerKind.Report, "r1", "Costs", "No."), new(ConsumerKind.Report, "r2", "Sales", "No.")];
        var one = new ConsumerImpact
        {
            Taken = [Taken(1, TakenBy.Removal)],
            Consumers = [Usage(1) with { Certainty = UsageCertainty.Possible }],
            Unchecked = [left[0]],
        };
        var both = one.And(new() { Taken = [Taken(2, TakenBy.Removal)], Consumers = [Usage(2)], Unchecked = left });
        Assert.Equal([Taken(1, TakenBy.Removal), Taken(2, TakenBy.Removal)], both.Taken);
        Assert.Equal(["w2", "w1"], both.Consumers.Select(usage => usage.ConsumerId));
        Assert.Equal(left, both.Unchecked);
    }

    private static TakenItem Taken(int number, TakenBy change) =>
        new(new UsageItem(UsageItemKind.Column, SampleModel.Id, "orders", "c" + number), change, "Orders/C" + number, true);

    private static UsageRecord Usage(int number) => new()
    {
        ConsumerKind = ConsumerKind.Workbook,
        ConsumerId = "w" + number,
        ConsumerName = "Book " + number,
        ElementId = "e",
        ColumnId = "c",
    };
}
