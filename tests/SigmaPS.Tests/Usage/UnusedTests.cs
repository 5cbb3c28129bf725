using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Sandbox;
using Xunit;

namespace SigmaPS.Tests.Usage;

/// <summary>Find-SigmaUsage -Unused: an item is certainly unused only if everything that could read it was checked.</summary>
public sealed class UnusedTests : UsageTestBed
{
    private protected override SandboxOptions Options => new() { SeedModels = false };

    // Orders/Amount is read by its metric, by Sales and by Board over it. Customer and Key are keys of a relationship; nobody reads Region
    // and Total.
    private protected override void Arrange()
    {
        Consumer.AddModels(Organization);
        Organization.EditAsColleague(Consumer.Base, spec =>
            Orders(spec)["columns"]!.AsArray().Add(JsonNode.Parse("""{"id":"s","name":"Spare","formula":"[Custom SQL/s]"}""")));
    }

    [Fact]
    public void Columns_and_metrics_that_nobody_reads_are_listed_with_certainty() =>
        Assert.Equal(["Column Customers/Region Certain", "Column Orders/Spare Certain", "Metric Orders/Total Certain"], Unused("Base"));

    [Fact]
    public void Column_that_other_models_alone_read_is_used_also_through_two_of_them()
    {
        Assert.DoesNotContain(Unused("Base"), row => row.Contains("Orders/Amount", StringComparison.Ordinal));
        Assert.Empty(Unused("'Sales model'"));
        Assert.Equal(["Column Board/Amount Certain"], Unused("'Board model'"));

        // The column stays used as long as one reader of the chain is there.
        Organization.Archive(Consumer.Top);
        Assert.Equal(["Column Sales/Amount Certain"], Unused("'Sales model'"));
        Assert.DoesNotContain(Unused("Base"), row => row.Contains("Orders/Amount", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"id":"t","kind":"text","body":"Spare is {{[Orders/Spare]}}"}""")]
    [InlineData("""{"id":"t","kind":"button","name":"Open"}""")]
    [InlineData("""{"id":"t","kind":"image"}""")]
    public void Column_that_a_text_or_an_action_may_read_is_possibly_unused(string element)
    {
        Add(element);
        Assert.Equal(["Column Customers/Region Certain", "Column Orders/Spare Possible", "Metric Orders/Total Possible"], Unused("Base"));
        Assert.All(Rows("Base -Unused").Where(row => Text(row, "Certainty") == "Possible"), row =>
            Assert.Contains("does not show its columns", Text(row, "Reason"), StringComparison.Ordinal));
    }

    [Fact]
    public void Column_behind_an_ambiguous_name_is_possibly_unused()
    {
        Organization.EditAsColleague(Consumer.Base, spec =>
            Orders(spec)["columns"]!.AsArray().Add(JsonNode.Parse("""{"id":"s2","name":"Spare","formula":"[Custom SQL/s]"}""")));
        Organization.AddWorkbook(Consumer.Content(Consumer.Table(Consumer.Column("c1", "[Orders/Spare]"))));
        Assert.Equal(2, Unused("Base").Count(row => row == "Column Orders/Spare Possible"));
    }

    [Theory]
    [InlineData(403, "forbidden")]
    [InlineData(404, "not_found")]
    [InlineData(409, "inode_archived")]
    public void Nothing_is_certainly_unused_when_a_document_could_not_be_checked(int status, string code)
    {
        Organization.AddWorkbook(Consumer.Content(Consumer.Table(Consumer.Column("c1", "[Orders/Amount]"))));
        Organization.GetDocument(Consumer.Document).Refuse(status, code);
        Assert.Equal(["Column Customers/Region Possible", "Column Orders/Spare Possible", "Metric Orders/Total Possible"], Unused("Base"));
        Assert.All(Rows("Base -Unused"), row => Assert.Contains("could not be checked", Text(row, "Reason"), StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_certainly_unused_when_a_model_over_it_could_not_be_read()
    {
        Server.Faults.Arm(new Fault { PathContains = Consumer.Top + "/spec", Status = 403, Times = int.MaxValue });
        Assert.All(Rows("Base -Unused"), row => Assert.Equal("Possible", Text(row, "Certainty")));
        Assert.NotEmpty(Unused("Base"));
    }

    [Fact]
    public void Reader_of_a_tagged_version_counts()
    {
        Organization.AddTag(Consumer.Base, "Stable");
        Organization.AddWorkbook(
            Consumer.Content(Consumer.Table(Consumer.Column("c1", "[Orders/Spare]"), more: ",\"versionTag\":\"Stable\"")));
        Assert.DoesNotContain(Unused("Base"), row => row.Contains("Spare", StringComparison.Ordinal));
    }

    private void Add(string element) =>
        Organization.AddWorkbook(Consumer.Content(Consumer.Table(Consumer.Column("c1", "[Orders/Amount]")) + "," + element));

    private PSObject[] Rows(string arguments) =>
        [.. Run($"Find-SigmaUsage {arguments} -IndexPath $index").MustSucceed().Output.Select(row => PSObject.AsPSObject(row!))];

    private string[] Unused(string model) =>
        [
            .. Rows(model + " -Unused")
                .Select(row => $"{Text(row, "Kind")} {Text(row, "Element")}/{Text(row, "Name")} {Text(row, "Certainty")}")
                .Order(StringComparer.Ordinal),
        ];

    private static string Text(PSObject row, string name) => row.Properties[name].Value?.ToString() ?? "";

    private static JsonNode Orders(JsonObject spec) => spec["pages"]![0]!["elements"]![1]!;
}
