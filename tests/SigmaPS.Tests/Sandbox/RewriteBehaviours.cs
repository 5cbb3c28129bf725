using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using Xunit;

namespace SigmaPS.Tests.Sandbox;

public sealed class RewriteBehaviours
{
    [Fact]
    [CoversBehavior("rewrites-friendly")]
    public async Task Raw_names_become_friendly()
    {
        await using Caller caller = await Caller.StartAsync();
        JsonNode spec = await PostAsync(
            caller,
            Specs.Orders("""{"id":"c1","formula":"Sum([ORDERS/ORDER_ID]) & \"[ORDERS/ORDER_ID]\" & [ORDERS/UNKNOWN_ONE]"}"""));
        Assert.Equal("Sum([ORDERS/Order Id]) & \"[ORDERS/ORDER_ID]\" & [ORDERS/UNKNOWN_ONE]", (string)spec.Column(0)["formula"]!);
    }

    [Fact]
    [CoversBehavior("rewrites-lookup")]
    [CoversBehavior("rewrites-null-safe")]
    [CoversBehavior("rewrites-primary-source")]
    public async Task Joins_are_stored_in_one_form()
    {
        await using Caller caller = await Caller.StartAsync();
        JsonObject body = Specs.Orders("""{"id":"c1","formula":"[ORDERS/Order Id]"}""");
        body.Element()["source"] = JsonNode.Parse(
            $$"""
            {"kind":"join","joins":[
              {"left":{{Specs.Source("ORDERS")}},"right":{{Specs.Source(
                "STORES")}},"columns":[{"left":"[Store Id]","right":"[Store Id]","op":"<=>"}],"joinType":"lookup"},
              {"left":{{Specs.Source("ORDERS")}},"right":{{Specs.Source(
                "CUSTOMERS")}},"columns":[{"left":"[Customer Id]","right":"[Customer Id]"}]}]}
            """);
        JsonNode join = (await PostAsync(caller, body)).Element()["source"]!;
        Assert.Equal(["left-outer", "inner"], join["joins"]!.AsArray().Select(l => (string)l!["joinType"]!));
        Assert.Equal("is-not-distinct-from", (string)join["joins"]![0]!["columns"]![0]!["op"]!);
        Assert.Equal("ORDERS", (string)join["primarySource"]!["path"]![2]!);
    }

    [Fact]
    [CoversBehavior("rewrites-order")]
    public async Task Order_is_added()
    {
        await using Caller caller = await Caller.StartAsync();
        string columns = string.Join(',', Enumerable.Range(1, 5).Select(n => $$"""{"id":"c{{n}}","formula":"[ORDERS/Order Id]"}"""));
        JsonNode spec = await PostAsync(caller, Specs.Orders(columns, """
            ,"folders":[{"id":"f","name":"F","items":["c2","c3"]}],"groupings":[{"id":"g","groupBy":["c4"]}]
            """));
        Assert.Equal(["c1", "f", "c5"], spec.Element()["order"]!.AsArray().Select(i => (string)i!));
    }

    [Fact]
    [CoversBehavior("rewrites-names-added")]
    public async Task Old_layout_always_has_names()
    {
        await using Caller caller = await Caller.StartAsync();
        JsonObject spec = await caller.SpecAsync(Caller.PlugsOrders);
        spec.Column(0).Remove("name");
        spec.Element().Remove("name");
        await caller.PutAsync(Caller.PlugsOrders, spec);
        JsonObject live = await caller.SpecAsync(Caller.PlugsOrders);
        Assert.Equal(
            ("Order Number", "PLUGS_ELECTRONICS_HANDS_ON_LAB_DATA"),
            ((string)live.Column(0)["name"]!, (string)live.Element()["name"]!));
        Assert.False(live.Element().ContainsKey("order"));
    }

    [Fact]
    [CoversBehavior("rewrites-names-omitted")]
    public async Task Default_names_may_be_left_out()
    {
        await using Caller caller = await Caller.StartAsync(o => o.DefaultNames = DefaultNames.Omitted);
        JsonNode spec = await PostAsync(
            caller,
            Specs.Orders(
                """{"id":"c1","formula":"[ORDERS/Order Id]","name":"Order Id"},{"id":"c2","formula":"[Order Id]","name":"Other"}"""));
        Assert.False(spec.Column(0).ContainsKey("name"));
        Assert.Equal("Other", (string)spec.Column(1)["name"]!);
    }

    [Fact]
    [CoversBehavior("rewrites-layout")]
    public async Task Layout_can_be_forced()
    {
        await using Caller caller = await Caller.StartAsync(o => o.Layout = SpecLayout.Current);
        JsonObject spec = await caller.SpecAsync(Caller.PlugsOrders);
        Assert.Equal(["schemaVersion", "pages"], spec.Select(p => p.Key).TakeLast(2));
        Assert.Equal(["id", "formula", "name"], spec.Column(0).Select(p => p.Key));
        caller.Server.Options.Layout = SpecLayout.Seed2025;
        Assert.Equal(
            ["id", "name", "kind"],
            (await caller.SpecAsync(caller.Organization.GetModelByName("Orders Joined").Id)).Element().Select(p => p.Key).Take(3));
    }

    // The digits are where the sources disagree; the converters' rule is the one the sandbox follows (spec.md section 11).
    [Theory]
    [InlineData("NUMBER_OF_EMPLOYEES", "Number of Employees")]
    [InlineData("UPDATED_AT", "Updated At")]
    [InlineData("CY_Q1_REVENUE", "Cy Q 1 Revenue")]
    [InlineData("orderId", "Order Id")]
    [InlineData("HTTPServer", "Http Server")]
    [InlineData("Sub-Category", "Sub Category")]
    public async Task Friendly_names_follow_the_converter_s_rule(string raw, string friendly)
    {
        await using Caller caller = await Caller.StartAsync();
        caller.Organization.AddTable(Specs.Warehouse, ["RETAIL", "SALES", "T"], raw);
        JsonObject body = Specs.Orders($$"""{"id":"c1","formula":"[T/{{raw}}]"}""");
        body.Element()["source"]!["path"]![2] = "T";
        Assert.Equal($"[T/{friendly}]", (string)(await PostAsync(caller, body)).Column(0)["formula"]!);
    }

    private static async Task<JsonNode> PostAsync(Caller caller, JsonNode body)
    {
        Reply reply = await caller.PostAsync(body);
        return await caller.SpecAsync(reply["dataModelId"] ?? throw new InvalidOperationException(reply.Text));
    }
}
