using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Sandbox;

public sealed class SeededModelTests : ServerTest
{
    [Fact]
    public void Models_contain_every_row_of_the_spec()
    {
        HashSet<string> facts = SpecFacts.Collect(Organization.Models.Select(m => JsonNode.Parse(m.SpecJson)!));
        Assert.Empty(SpecRows.All.Except(facts));
        Assert.True(SpecRows.All.Count() > 200);
    }

    // The shapes that no row of spec.md names and that clients stumble over (design.md section 8).
    [Theory]
    [InlineData("an unnamed pass-through column", "{\"id\":\"jOrder0001\",\"formula\":\"[ORDERS/Order Id]\"}")]
    [InlineData("an empty page", "\"elements\":[]}")]
    [InlineData("an unknown element kind", "\"kind\":\"python\"")]
    [InlineData("a file as a source", "\"kind\":\"csv-table\"")]
    [InlineData("a metric view", "\"kind\":\"metric-view\"")]
    [InlineData("a semantic view", "\"kind\":\"semantic-view\"")]
    [InlineData("an unknown source kind", "\"kind\":\"stage-file\"")]
    [InlineData("an id that begins with a dash", "\"id\":\"-kpYlV2fK\"")]
    [InlineData("an id with blanks", "\"id\":\"Order Date (copy)\"")]
    [InlineData("a non-ASCII id", "\"id\":\"列\"")]
    [InlineData("an exact number", "1.10")]
    [InlineData("a 64-bit number", "9223372036854775807")]
    [InlineData("a date-like text", "\"description\":\"2026-01-31T00:00:00.000Z\"")]
    [InlineData("a trailing kind", "],\"kind\":\"data-model\"}")]
    [InlineData("the old layout", "\"schemaVersion\":1,\"ownerId\"")]
    [InlineData("groupingId base", "\"groupingId\":\"base\"")]
    [InlineData("a control id with a dot", "\"controlId\":\"Seg.dotted\"")]
    [InlineData("keys alike but for case", "\"note\":\"a\",\"Note\":\"b\"")]
    public void Models_contain_each_kind_of_content(string what, string text)
    {
        Assert.True(Organization.Models.Any(m => m.SpecJson.Contains(text, StringComparison.Ordinal)), what);
    }

    [Fact]
    public void Unknown_keys_are_at_every_level()
    {
        string text = Organization.Models.Single(m => m.Name.Contains("odd", StringComparison.Ordinal)).SpecJson;
        foreach (
            string level in new[]
            {
                "Root",
                "Page",
                "Element",
                "Control",
                "Target",
                "Source",
                "Column",
                "Format",
                "Metric",
                "Timeline",
                "Grouping",
                "Relationship",
                "Key",
                "Filter",
                "Folder",
                "Security",
                "Criteria",
                "Sort",
            })
        {
            Assert.Contains($"\"futureOf{level}\"", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Column_ID_is_in_several_elements_of_one_model()
    {
        JsonNode spec = JsonNode.Parse(Organization.GetModelByName("Securities").SpecJson)!;
        Assert.Equal(
            2,
            spec["pages"]![0]!["elements"]!.AsArray().Count(e => e!["columns"]!.AsArray().Any(c => (string)c!["id"]! == "row-access")));
    }

    [Fact]
    public void Names_are_not_unique_and_folders_differ()
    {
        Assert.Equal(2, Organization.Models.Where(m => m.Name == "Sales Core").Select(m => m.FolderId).Distinct().Count());
        Assert.True(Organization.Models.Select(m => m.FolderId).Distinct().Count() >= 5);
        Assert.All(Organization.Models, m => Assert.NotNull(Organization.FindFolder(m.FolderId)));
    }
}
