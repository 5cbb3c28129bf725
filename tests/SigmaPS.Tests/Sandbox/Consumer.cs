using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;

namespace SigmaPS.Tests.Sandbox;

/// <summary>A caller with a base model, a model over it, and a workbook or report over both.</summary>
internal static class Consumer
{
    public const string Base = "11111111-1111-4111-8111-111111111111";
    public const string Upper = "22222222-2222-4222-8222-222222222222";
    public const string Top = "33333333-3333-4333-8333-333333333333";
    public const string Document = "44444444-4444-4444-8444-444444444444";

    public static string Sql => $$"""{"kind":"sql","connectionId":"{{Specs.Warehouse}}","statement":"select * from t"}""";

    /// <summary>Orders with a relationship to Customers and a metric; Sales over Orders; Board over Sales.</summary>
    public static void AddModels(SandboxOrganization organization)
    {
        organization.AddModel(
            $$"""
            {"dataModelId":"{{Base}}","name":"Base","schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[
            {"id":"cust","kind":"table","name":"Customers","source":{{Sql}},"columns":[{"id":"k","name":"Key","formula":"[Custom SQL/k]"},{"id":"r","name":"Region","formula":"[Custom SQL/r]"}]},
            {"id":"ord","kind":"table","name":"Orders","source":{{Sql}},
             "columns":[{"id":"a","name":"Amount","formula":"[Custom SQL/a]"},{"id":"c","name":"Customer","formula":"[Custom SQL/c]"}],
             "metrics":[{"id":"m","name":"Total","formula":"Sum([Amount])"}],
             "relationships":[{"id":"rel","name":"Buyer","targetElementId":"cust","keys":[{"sourceColumnId":"c","targetColumnId":"k"}]}]},
            {"id":"ctl","kind":"control","controlId":"Region-Pick","controlType":"text","mode":"equals","value":"x"}]}]}
            """);
        organization.AddModel(Over(Upper, Base, "ord", "sales", "Sales", """{"id":"x","formula":"[Orders/Amount]"}"""));
        organization.AddModel(Over(Top, Upper, "sales", "board", "Board", """{"id":"y","formula":"[Sales/Amount]"}"""));
    }

    public static string Over(string id, string source, string element, string ownElement, string name, string columns) =>
        $$"""
            {"dataModelId":"{{id}}","name":"{{name}} model","schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[
            {"id":"{{ownElement}}","kind":"table","name":"{{name}}","source":{"kind":"data-model","dataModelId":"{{source}}","elementId":"{{element}}"},"columns":[{{columns}}]}]}]}
            """;

    /// <summary>A document of one page with these elements.</summary>
    public static string Content(string elements, string more = "") =>
        $$"""{"id":"{{Document}}","name":"Doc","pages":[{"id":"p1","name":"Page 1"{{more}},"elements":[{{elements}}]}]}""";

    /// <summary>A table over an element of a model.</summary>
    public static string Table(string columns, string id = "e1", string element = "ord", string model = Base, string more = "") =>
        $$"""{"id":"{{id}}","kind":"table","source":{"kind":"data-model","dataModelId":"{{model}}","elementId":"{{element}}"{{more}}},"columns":[{{columns}}]}""";

    public static string Column(string id, string formula, string? name = null) =>
        new JsonObject { ["id"] = id, ["name"] = name ?? "Name of " + id, ["formula"] = formula }.ToJsonString();

    public static async Task<Caller> StartAsync(string elements, System.Action<SandboxOptions>? set = null, string more = "")
    {
        Caller caller = await Caller.StartAsync(set);
        AddModels(caller.Organization);
        caller.Organization.AddWorkbook(Content(elements, more));
        return caller;
    }

    public static async Task<string> TypeAsync(this Caller caller, string columnId, string document = Document) =>
        (string)(await caller.ColumnAsync(columnId, document))["type"]!["type"]!;

    public static async Task<JsonObject> ColumnAsync(this Caller caller, string columnId, string document = Document) =>
        (await caller.GetAsync($"v2/workbooks/{document}/columns")).Entries.Single(c => (string)c["columnId"]! == columnId);

    public static void Edit(this Caller caller, string model, string element, System.Action<JsonArray> columns, string list = "columns") =>
        caller.Organization.EditAsColleague(model, spec =>
            columns(
                spec["pages"]!.AsArray().SelectMany(p => p!["elements"]!.AsArray()).Single(e => (string)e!["id"]! == element)![
                    list
                ]!.AsArray()));

    public static void Drop(this JsonArray items, string id) => items.Remove(items.Single(i => (string)i!["id"]! == id));
}
