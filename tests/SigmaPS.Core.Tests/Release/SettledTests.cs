using System.Collections.Generic;
using SigmaPS.Core.Api;
using SigmaPS.Core.Release;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>When a release does not send what the service has only put in its own words, and when it does.</summary>
public sealed class SettledTests
{
    private const string Connection = "22222222-2222-4222-8222-222222222222";
    private const string OtherConnection = "33333333-3333-4333-8333-333333333333";

    private const string Second = $$"""
        , { "id": "e2", "kind": "table", "name": "E2", "columns": [],
            "source": { "connectionId": "{{OtherConnection}}", "kind": "warehouse-table", "path": ["P", "S", "T"] } }
        """;

    private static ConnectionEntry Friendly => new() { ConnectionId = OtherConnection, UsesFriendlyNames = true };

    private static ConnectionEntry Raw => new() { ConnectionId = OtherConnection };

    [Fact]
    public void Rewritten_content_confirms_the_write() =>
        Assert.True(IsSettled(Model("[ORDERS/ORDER_ID]"), Model("[ORDERS/Order Id]")));

    [Fact]
    public void Where_the_connection_shows_raw_names_another_spelling_is_another_column() =>
        Assert.False(IsSettled(Model("[ORDERS/ORDER_ID]"), Model("[ORDERS/Order Id]"), friendly: false));

    [Fact]
    public void Raw_names_do_not_matter_to_how_a_source_is_put() =>
        Assert.True(IsSettled(Joined("lookup"), Joined("left-outer"), friendly: false));

    [Fact]
    public void Order_that_somebody_has_given_the_columns_is_not_settled() =>
        Assert.False(IsSettled(Model("[ORDERS/Order Id]"), Model("[ORDERS/Order Id]", """, "order": ["b", "a"]""")));

    [Fact]
    public void Model_is_not_settled_when_one_of_its_changes_is_not_the_service_s_own() =>
        Assert.False(IsSettled(Model("[ORDERS/ORDER_ID]"), Model("[ORDERS/Order Id]", """, "order": ["b", "a"]""")));

    [Fact]
    public void Another_ID_for_the_same_thing_is_not_settled() =>
        Assert.False(
            IsSettled(Model("[ORDERS/ORDER_ID]"), Model("[ORDERS/Order Id]"), replaced: new KeyValuePair<string, string>("old", "new")));

    [Fact]
    public void Raw_names_of_a_connection_that_the_model_does_not_use_do_not_matter() =>
        Assert.True(IsSettled(Model("[ORDERS/ORDER_ID]"), Model("[ORDERS/Order Id]"), others: Raw));

    [Fact]
    public void Friendly_names_of_a_connection_that_the_model_does_not_use_do_not_count() =>
        Assert.False(IsSettled(Model("[ORDERS/ORDER_ID]"), Model("[ORDERS/Order Id]"), friendly: false, others: Friendly));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Friendly_names_count_only_where_every_connection_of_the_model_has_them(bool otherIsFriendly) =>
        Assert.Equal(
            otherIsFriendly,
            IsSettled(
                Model("[ORDERS/ORDER_ID]", "", Second),
                Model("[ORDERS/Order Id]", "", Second),
                others: otherIsFriendly ? Friendly : Raw));

    [Fact]
    public void Raw_names_do_not_hide_a_new_formula_next_to_a_source_in_other_words() =>
        Assert.False(IsSettled(Joined("lookup", "[L/ID]"), Joined("left-outer"), friendly: false));

    private static bool IsSettled(
        SpecDocument file,
        SpecDocument live,
        bool friendly = true,
        KeyValuePair<string, string>? replaced = null,
        params ConnectionEntry[] others)
    {
        var environment = new ReleaseEnvironment("prod", "sigma.environments.json");
        var target = new ResolvedEnvironment(environment, "", "");
        target.LiveConnections.Add(new ConnectionEntry { ConnectionId = Connection, UsesFriendlyNames = friendly });
        target.LiveConnections.AddRange(others);
        var plan = new SpecWritePlan(new SpecWriteRequest("467bc369-5db7-4963-8172-b24a49dbc75b", file), live, "")
        {
            Difference = ContentDifference.Change,
            Changes = SpecDiff.Compare(live, file).Changes,
            ReplacedIds = replaced is { } pair ? [pair] : [],
        };
        Assert.True(plan.Changes.Count > 0);
        return ReleaseGuards.IsSettled(plan, target);
    }

    private static SpecDocument Model(string formula, string more = "", string second = "") => Parse($$"""
        "source": { "connectionId": "{{Connection}}", "kind": "warehouse-table", "path": ["PROD", "SALES", "ORDERS"] },
        "columns": [ { "id": "a", "formula": "{{formula}}", "name": "A" }, { "id": "b", "formula": "[A]", "name": "B" } ]{{more}}
        """, second);

    private static SpecDocument Joined(string kind, string formula = "[L/Id]") => Parse($$"""
        "source": { "kind": "join", "joins": [ { "name": "J", "joinType": "{{kind}}",
          "left": { "connectionId": "{{Connection}}", "kind": "warehouse-table", "path": ["P", "S", "L"] },
          "right": { "connectionId": "{{Connection}}", "kind": "warehouse-table", "path": ["P", "S", "R"] } } ] },
        "columns": [ { "id": "a", "formula": "{{formula}}", "name": "A" } ]
        """);

    private static SpecDocument Parse(string element, string second = "") =>
        SpecDocument.Parse(
            $$"""
            { "name": "M", "schemaVersion": 1, "pages": [ { "id": "p", "name": "P", "elements": [ { "id": "e", "kind": "table", "name": "E", {{element}} }{{second}} ] } ] }
            """,
            "The test");
}
