using System;
using System.Linq;
using System.Threading.Tasks;
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

    private static UsageRecord Usage(int number) => new()
    {
        ConsumerKind = ConsumerKind.Workbook,
        ConsumerId = "w" + number,
        ConsumerName = "Book " + number,
        ElementId = "e",
        ColumnId = "c",
    };
}
