using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace SigmaPS.Tests.Sandbox;

public sealed class RefusalBehaviours
{
    private static readonly Dictionary<string, (Action<JsonObject> Spoil, string Message)> Cases = new()
    {
        ["no schemaVersion"] = (b => b.Remove("schemaVersion"), "schemaVersion: Invalid 1: undefined"),
        ["schemaVersion as text"] = (b => b["schemaVersion"] = "1", "schemaVersion: Invalid 1: \"1\""),
        ["no pages"] = (b => b.Remove("pages"), "pages: Invalid array: undefined"),
        ["pages null"] = (b => b["pages"] = null, "pages: Invalid array: null"),
        ["workbook"] = (b => b["document"] = new JsonObject(), "Syntax error in data model spec"),
        ["layout"] = (b => b["layout"] = new JsonObject(), "Syntax error in data model spec"),
        ["sql"] = (
            b => b.Element()["source"] = Json("""{"kind":"sql","connectionId":"x","sql":"select 1"}"""),
            "pages[0].elements[0].source.statement: Invalid string: undefined"),
        ["formula"] = (b => b.Column(0).Remove("formula"), "pages[0].elements[0].columns[0].formula: Invalid string: undefined"),
        ["no columns"] = (b => b.Element().Remove("columns"), "Invalid kind: pages[0].elements[0], got \"table\""),
        ["source kind"] = (b => b.Element()["source"]!["kind"] = "made-up", "Invalid kind: pages[0].elements[0], got \"table\""),
        ["join shape"] = (
            b => b.Element()["source"] = Json("""{"kind":"join","left":{},"right":{}}"""),
            "Invalid kind: pages[0].elements[0], got \"table\""),
        ["element kind"] = (b => b.Element()["kind"] = "chart", "Invalid kind: pages[0].elements[0], got \"chart\""),
        ["control"] = (
            b => Add(b, """{"kind":"control","id":"k","controlId":"k","controlType":"number-range","min":null,"max":null}"""),
            "Invalid kind: pages[0].elements[1], got \"control\""),
        ["filter"] = (
            b => b.Element()["filters"] = Json("""[{"id":"f","columnId":"c1","kind":"number-range","min":null}]"""),
            "Invalid value: pages[0].elements[0].filters[0], got object"),
        ["join key"] = (b => b.Element()["source"] = Join("[Vanished]"), "Column reference not found"),
        ["grouping base"] = (
            b => Add(b, """{"id":"e2","kind":"table","source":{"kind":"table","elementId":"e1","groupingId":"base"},"columns":[]}"""),
            "Grouping not found: 'base'"),
        ["element"] = (
            b => b.Element()["source"] = Json("""{"kind":"table","elementId":"gone"}"""),
            "Element gone not found in data model"),
        ["parameter"] = (
            b =>
                Add(
                    b,
                    """{"kind":"control","id":"k","controlId":"k","controlType":"text-area","parameters":[{"kind":"data-model","dataModelId":"m","controlId":"x"}]}"""
                ),
            "Invalid parameter on control: k targeting data model: m, controlId: x."),
        ["control id"] = (
            b => Add(b, """{"kind":"control","id":"k","controlId":"with.dot","controlType":"text-area"}"""),
            "Invalid id format"),
        ["column"] = (b => b.Element()["sort"] = Json("""[{"columnId":"gone","direction":"ascending"}]"""), "Invalid column reference"),
        ["twice"] = (b => Add(b, b.Element().ToJsonString()), "Invalid element ID"),
    };

    public static TheoryData<string> Names => new(Cases.Keys);

    [Theory]
    [CoversBehavior("says-schema-version")]
    [CoversBehavior("says-pages")]
    [CoversBehavior("says-wrapped")]
    [CoversBehavior("says-statement")]
    [CoversBehavior("says-formula")]
    [CoversBehavior("says-kind")]
    [CoversBehavior("says-filter")]
    [CoversBehavior("says-join-key")]
    [CoversBehavior("says-grouping")]
    [CoversBehavior("says-element")]
    [CoversBehavior("says-parameter")]
    [CoversBehavior("says-control-id")]
    [CoversBehavior("says-column-reference")]
    [CoversBehavior("says-element-id")]
    [MemberData(nameof(Names))]
    public async Task Faulty_body_is_refused_with_the_service_s_message(string name)
    {
        await using Caller caller = await Caller.StartAsync();
        JsonObject body = Specs.Orders();
        Cases[name].Spoil(body);
        int models = caller.Organization.Models.Count;
        Reply reply = await caller.PostAsync(body);
        Assert.Equal((400, Cases[name].Message), (reply.Status, reply["message"] ?? reply["summary"]));
        Assert.Equal(models, caller.Organization.Models.Count);
    }

    [Fact]
    [CoversBehavior("says-dependency")]
    public async Task Unresolved_formula_is_refused_on_request()
    {
        await using Caller caller = await Caller.StartAsync();
        JsonObject body = Specs.Orders("""{"id":"c1","formula":"[ORDERS/Country Region]"}""");
        Assert.Equal(200, (await caller.PostAsync(body)).Status);
        caller.Server.Options.RefusesUnresolvedFormulas = true;
        Assert.Equal("dependency not found: formula reference 'orders/country region'", (await caller.PostAsync(body))["message"]);
    }

    private static JsonNode Json(string text) => JsonNode.Parse(text)!;

    private static void Add(JsonObject body, string element) => body["pages"]![0]!["elements"]!.AsArray().Add(Json(element));

    private static JsonNode Join(string left) =>
        Json(
            $$"""{"kind":"join","joins":[{"left":{{Specs.Source("ORDERS")}},"right":{{Specs.Source("STORES")}},"columns":[{"left":"{{left}}","right":"[Store Id]"}]}]}"""
        );
}
