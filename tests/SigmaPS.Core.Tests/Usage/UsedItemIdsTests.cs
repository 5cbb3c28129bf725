using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Usage;
using Xunit;

namespace SigmaPS.Core.Tests.Usage;

/// <summary>An item that a model refers to by ID is used. The schema table lists the places of such references.</summary>
public sealed class UsedItemIdsTests
{
    // A key of a table or control for each place; the expected item is in the element "t" or "u".
    private static readonly Dictionary<string, (string Key, string Item)> Places = new(StringComparer.Ordinal)
    {
        ["timeline.dateColumnId"] = ("\"metrics\":[{\"id\":\"m\",\"formula\":\"1\",\"timeline\":{\"dateColumnId\":\"used\"}}]", "t/used"),
        ["key.sourceColumnId"] = (Relationship("used", "x"), "t/used"),
        ["key.targetColumnId"] = (Relationship("x", "used"), "u/used"),
        ["filter.columnId"] = ("\"filters\":[{\"id\":\"f\",\"columnId\":\"used\",\"kind\":\"list\"}]", "t/used"),
        ["grouping.groupBy"] = ("\"groupings\":[{\"id\":\"g\",\"groupBy\":[\"used\"]}]", "t/used"),
        ["grouping.calculations"] = ("\"groupings\":[{\"id\":\"g\",\"calculations\":[\"used\"]}]", "t/used"),
        ["sort.columnId"] = ("\"sort\":[{\"columnId\":\"used\",\"direction\":\"ascending\"}]", "t/used"),
        ["security.restrictedColumns"] = (
            "\"columnSecurities\":[{\"id\":\"s\",\"criteria\":{\"kind\":\"no-one-can-view\"},\"restrictedColumns\":[\"used\"]}]",
            "t/used"),
        ["target.columnId"] = ("\"filters\":[{\"source\":{\"kind\":\"table\",\"elementId\":\"u\"},\"columnId\":\"used\"}]", "u/used"),
        ["values.source.columnId"] = (Values("used", "x"), "u/used"),
        ["values.source.displayColumnId"] = (Values("x", "used"), "u/used"),
    };

    public static TheoryData<string> Names => [.. Places.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Item_is_used_when_a_place_of_the_schema_refers_to_it(string place)
    {
        bool isControl = place.StartsWith("target.", StringComparison.Ordinal) || place.StartsWith("values.", StringComparison.Ordinal);
        string element = isControl
            ? $"{{\"kind\":\"control\",\"id\":\"k\",\"controlId\":\"K\",\"controlType\":\"list\",{Places[place].Key}}}"
            : Table("t", Places[place].Key);
        string others = isControl ? Table("t") + "," + Table("u") : Table("u");
        Assert.Equal([Places[place].Item], Find(element, others));
    }

    [Fact]
    public void Every_place_of_the_schema_that_refers_to_a_column_is_covered() =>
        Assert.Equal(
            SchemaTable
                .Rows.Split('\n')
                .Select(row => row.Split(' '))
                .SelectMany(words =>
                    words
                        .Where(word => word.Contains(":@column", StringComparison.Ordinal))
                        .Select(word => $"{words[0]}.{word.Split('!', ':')[0]}"))
                .Order(StringComparer.Ordinal),
            Places.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Metric_is_used_when_a_grouping_calculates_it() =>
        Assert.Equal(
            ["t/m"],
            Find(Table("t", "\"metrics\":[{\"id\":\"m\",\"formula\":\"1\"}],\"groupings\":[{\"id\":\"g\",\"calculations\":[\"m\"]}]")));

    [Theory]
    [InlineData("\"order\":[\"used\"]")]
    [InlineData("\"summary\":[\"used\"]")]
    [InlineData("\"folders\":[{\"id\":\"f\",\"name\":\"used\",\"items\":[\"used\"]}]")]
    [InlineData("\"filters\":[{\"source\":{\"kind\":\"data-model\",\"dataModelId\":\"d\",\"elementId\":\"t\"},\"columnId\":\"x\"}]")]
    public void Item_is_not_used_when_only_a_list_of_layout_or_another_model_refers_to_it(string key) =>
        Assert.Empty(Find(Table("t", key)));

    [Theory]
    [InlineData("table", "\"pivots\":[{\"id\":\"p\",\"rows\":[\"used\"]}]")]
    [InlineData("table", "\"filters\":[{\"id\":\"f\",\"columnId\":\"x\",\"kind\":\"new\",\"with\":{\"columnId\":\"used\"}}]")]
    [InlineData("pivot-table", "\"rows\":[\"used\"]")]
    [InlineData("pivot-table", "\"sort\":[{\"columnId\":\"used\"}]")]
    public void Item_is_used_when_a_key_of_a_newer_kind_refers_to_it(string kind, string key) =>
        Assert.Equal(["t/used"], Find(Table("t", key, kind), Table("u")));

    private static List<string> Find(params string[] elements)
    {
        string text = $"{{\"schemaVersion\":1,\"pages\":[{{\"id\":\"p\",\"name\":\"P\",\"elements\":[{string.Join(',', elements)}]}}]}}";
        return [.. UsedItemIds.Find("model", SpecDocument.Parse(text, "test")).Select(item => $"{item.ElementId}/{item.ItemId}")];
    }

    private static string Table(string id, string key = "\"order\":[]", string kind = "table") =>
        $"{{\"id\":\"{id}\",\"kind\":\"{kind}\",\"source\":{{\"kind\":\"sql\",\"connectionId\":\"c\",\"statement\":\"used\"}},"
        + $"\"columns\":[{{\"id\":\"used\",\"formula\":\"1\"}},{{\"id\":\"spare\",\"formula\":\"1\"}}],{key}}}";

    private static string Relationship(string source, string target) =>
        "\"relationships\":[{\"id\":\"r\",\"targetElementId\":\"u\","
        + $"\"keys\":[{{\"sourceColumnId\":\"{source}\",\"targetColumnId\":\"{target}\"}}]}}]";

    private static string Values(string column, string display) =>
        "\"source\":{\"kind\":\"source\",\"source\":{\"kind\":\"table\",\"elementId\":\"u\"},"
        + $"\"columnId\":\"{column}\",\"displayColumnId\":\"{display}\"}}";
}
