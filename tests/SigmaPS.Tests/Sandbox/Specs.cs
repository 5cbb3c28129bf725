using System.Text.Json.Nodes;

namespace SigmaPS.Tests.Sandbox;

/// <summary>Small specs for tests, on the sandbox's own catalog.</summary>
internal static class Specs
{
    public const string Warehouse = "6e1a4c0b-52d7-4f7e-8f0d-31b9a7c45e22";

    public const string Examples = "21c662bd-d01e-4b2a-b6c9-559670a79a1d";

    /// <summary>A body with one page of one table over ORDERS.</summary>
    public static JsonObject Orders(
        string columns = """{"id":"c1","formula":"[ORDERS/Order Id]"},{"id":"c2","formula":"[ORDERS/Net Revenue]"}""",
        string more = "") => Body($$"""{"id":"e1","kind":"table","source":{{Source("ORDERS")}},"columns":[{{columns}}]{{more}}}""");

    public static string Source(string table) =>
        $$"""{"connectionId":"{{Warehouse}}","kind":"warehouse-table","path":["RETAIL","SALES","{{table}}"]}""";

    public static JsonObject Body(string elements) =>
        JsonNode
            .Parse(
                $$"""{"name":"Test","folderId":"{{Examples}}","schemaVersion":1,"pages":[{"id":"p1","name":"Page 1","elements":[{{elements}}]}]}"""
            )!
            .AsObject();

    public static JsonObject Element(this JsonNode spec, int element = 0, int page = 0) =>
        spec["pages"]![page]!["elements"]![element]!.AsObject();

    public static JsonObject Column(this JsonNode spec, int column, int element = 0) =>
        spec.Element(element)["columns"]![column]!.AsObject();
}
