using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Sandbox;
using SigmaPS.Tests.Support;

namespace SigmaPS.Tests.Usage;

/// <summary>The organization and the files that a row of <see cref="GatedWrite"/> starts from.</summary>
internal sealed class GatedWriteStage(SandboxServer server, Shell shell, string root)
{
    public const string Folder = "Retail/Gate";

    public SandboxServer Server => server;

    public Shell Shell => shell;

    public static void Take(JsonObject spec)
    {
        Orders(spec)["metrics"] = new JsonArray();
        Orders(spec)["columns"]!.AsArray().Drop("a");
    }

    public static void PutBack(JsonObject spec) =>
        Orders(spec)["columns"]!.AsArray().Insert(0, JsonNode.Parse("""{"id":"a","name":"Amount","formula":"[Custom SQL/a]"}"""));

    public static void Add(JsonObject spec) =>
        Orders(spec)["columns"]!.AsArray().Add(JsonNode.Parse("""{"id":"n","name":"New","formula":"[Custom SQL/n]"}"""));

    // Nobody reads a column that was just added, and still a removal has to ask.
    public static void Remove(JsonObject spec) => Orders(spec)["columns"]!.AsArray().Drop("n");

    public void Edit(Action<JsonObject> edit) => server.Organization.EditAsColleague(Consumer.Base, edit);

    /// <summary>A workbook of one table.</summary>
    public string AddBook(string name, string columns, string element = "ord", string model = Consumer.Base, string more = "") =>
        server.Organization.AddWorkbook(
            $$"""{"name":"{{name}}","pages":[{"id":"p","elements":[{{Consumer.Table(columns, element: element, model: model, more: more)}}]}]}"""
        );

    /// <summary>
    /// The tag Stable is on a version that has the column, a workbook reads it there, and the live version has it no longer or has one
    /// more.
    /// </summary>
    public void Tag(bool takes)
    {
        server.Organization.AddTag(Consumer.Base, "Stable");
        AddBook("Pinned", Consumer.Column("t1", "[Orders/Amount]"), more: ",\"versionTag\":\"Stable\"");
        Edit(takes ? Take : Add);
    }

    /// <summary>A file with the live spec after an edit.</summary>
    public void WriteSpec(bool takes)
    {
        JsonObject spec = Live();
        (takes ? (Action<JsonObject>)Take : Add)(spec);
        string file = Path.Combine(root, "spec.json");
        File.WriteAllText(file, spec.ToJsonString());
        shell.Set("file", file);
    }

    /// <summary>A folder of one model for the environment prod, which the live model belongs to.</summary>
    /// <param name="takes">Whether the file takes the column away; null for a file like the live model.</param>
    /// <param name="with">One more edit.</param>
    public void WriteFolder(bool? takes, Action<JsonObject>? with = null)
    {
        string models = Path.Combine(root, "models");
        Directory.CreateDirectory(models);
        JsonObject spec = Live();
        if (takes is not null)
        {
            (takes.Value ? (Action<JsonObject>)Take : Add)(spec);
        }

        with?.Invoke(spec);
        foreach (
            string managed in new[]
            {
                "url",
                "documentVersion",
                "latestDocumentVersion",
                "ownerId",
                "folderId",
                "createdBy",
                "updatedBy",
                "createdAt",
                "updatedAt",
            })
        {
            spec.Remove(managed);
        }

        File.WriteAllText(Path.Combine(models, "model.json"), spec.ToJsonString());
        JsonObject environment = new()
        {
            ["host"] = server.BaseUrl.ToString(),
            ["organization"] = server.Organization.Id,
            ["folder"] = Folder,
        };
        File.WriteAllText(
            Path.Combine(root, "sigma.environments.json"),
            new JsonObject { ["environments"] = new JsonObject { ["prod"] = environment } }.ToJsonString());
        shell.Set("models", models);
        shell.Set("runs", Path.Combine(root, "runs"));
    }

    private JsonObject Live() =>
        shell.Run($"Get-SigmaDataModelSpec {Consumer.Base} -AsJson").MustSucceed().Texts[0] is { } text
            ? JsonNode.Parse(text)!.AsObject()
            : throw new InvalidOperationException();

    private static JsonNode Orders(JsonObject spec) =>
        spec["pages"]![0]!["elements"]!.AsArray().Single(element => (string?)element!["id"] == "ord")!;
}
