using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;

namespace SigmaPS.Tests.Releases;

/// <summary>A folder of models that depend on each other, and an organization to release them to, where every ID is another one.</summary>
internal sealed class ReleaseTestBed : IAsyncDisposable
{
    public const string FilesConnection = "11111111-1111-4111-8111-111111111111";
    public const string LiveConnection = "22222222-2222-4222-8222-222222222222";

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("sigmaps-");

    private ReleaseTestBed(SandboxServer server, Shell shell)
    {
        Server = server;
        Shell = shell;
        Models = Path.Combine(_root.FullName, "models");
        Directory.CreateDirectory(Models);
        Environment = new JsonObject
        {
            ["host"] = server.BaseUrl.ToString(),
            ["organization"] = server.Organization.Id,
            ["folder"] = "Retail/Production",
            ["connections"] = new JsonObject { [FilesConnection] = "Production Warehouse" },
            ["paths"] = new JsonObject { ["DEV"] = "PROD" },
            ["variables"] = new JsonObject { ["factor"] = "2" },
        };
        SaveEnvironment();
        Shell.Set("models", Models);
        Shell.Set("root", _root.FullName);
    }

    public SandboxServer Server { get; }

    public Shell Shell { get; }

    /// <summary>The folder of files.</summary>
    public string Models { get; }

    public string Root => _root.FullName;

    /// <summary>The environment prod, as in its file.</summary>
    public JsonObject Environment { get; }

    public string EnvironmentFile => Path.Combine(_root.FullName, "sigma.environments.json");

    public IReadOnlyList<SandboxModel> Live => [.. Server.Organization.Models.Where(model => !model.IsArchived)];

    public static async Task<ReleaseTestBed> OpenAsync(IdMode ids = IdMode.Preserve, int retryTimeoutSec = 0, TimeProvider? clock = null)
    {
        SandboxServer server = await SandboxServer.StartAsync(
            new SandboxOptions { SeedModels = false, IdMode = ids, TimeProvider = clock ?? TimeProvider.System });
        server.Organization.AddFolder("Retail/Production");
        server.Organization.AddConnection(LiveConnection, "Production Warehouse", "snowflake");
        server.Organization.AddTable(LiveConnection, ["PROD", "SALES", "ORDERS"], "ORDER_ID", "NET_REVENUE number");
        return new ReleaseTestBed(server, Shell.ConnectedTo(server, retryTimeoutSec));
    }

    /// <summary>The ID that files know model number n by.</summary>
    public static string SourceId(int number) => $"aaaaaaaa-0000-4000-8000-{number:d12}";

    public void SaveEnvironment() =>
        File.WriteAllText(
            EnvironmentFile,
            new JsonObject { ["environments"] = new JsonObject { ["prod"] = Environment.DeepClone() } }.ToJsonString(
                new JsonSerializerOptions { WriteIndented = true }));

    /// <summary>Writes model number n: a table of orders, and one for each model that it depends on.</summary>
    public JsonObject Write(int number, params int[] standsOn)
    {
        JsonArray elements = [Orders(number)];
        foreach (int below in standsOn)
        {
            elements.Add(Above(number, below));
        }

        JsonObject model = new()
        {
            ["dataModelId"] = SourceId(number),
            ["name"] = $"Model {number:d2}",
            ["schemaVersion"] = 1,
            ["pages"] = new JsonArray(new JsonObject { ["id"] = "page1", ["name"] = "Page 1", ["elements"] = elements }),
        };
        Save(number, model);
        return model;
    }

    public void Save(int number, JsonObject model) =>
        File.WriteAllText(FileOf(number), model.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));

    public string FileOf(int number) => Path.Combine(Models, $"model-{number:d2}.json");

    public SandboxModel LiveModel(int number) => Live.Single(model => model.Name == $"Model {number:d2}");

    public ShellResult Plan(string more = "") => Shell.Run($"$plan = New-SigmaReleasePlan $models prod {more}; $plan");

    public ShellResult Publish(string more = "") =>
        Shell.Run($"New-SigmaReleasePlan $models prod | Publish-SigmaReleasePlan -Confirm:$false {more}");

    /// <summary>The deaths of processes that write to the organization.</summary>
    public Deaths DeathsTo(Func<string> state) => new(Server, Root, Shell, state);

    /// <summary>The names of the models of a plan with the action of each.</summary>
    public static string[] Actions(ShellResult plan) =>
        [
            .. ((IEnumerable)plan.Property("Items")!)
                .Cast<object>()
                .Select(PSObject.AsPSObject)
                .Select(item => $"{item.Properties["Action"].Value} {item.Properties["Name"].Value}"),
        ];

    public async ValueTask DisposeAsync()
    {
        Shell.Run("Disconnect-Sigma");
        Shell.Dispose();
        await Server.DisposeAsync();
        _root.Delete(recursive: true);
    }

    private static JsonObject Orders(int number) =>
        new()
        {
            ["id"] = $"orders{number}",
            ["kind"] = "table",
            ["source"] = new JsonObject
            {
                ["connectionId"] = FilesConnection,
                ["kind"] = "warehouse-table",
                ["path"] = new JsonArray("DEV", "SALES", "ORDERS"),
            },
            ["columns"] = new JsonArray(
                new JsonObject { ["id"] = "id1", ["formula"] = "[ORDERS/Order Id]" },
                new JsonObject { ["id"] = "net1", ["formula"] = "[ORDERS/Net Revenue]" },
                new JsonObject
                {
                    ["id"] = "twice1",
                    ["formula"] = "[Net Revenue] * ${factor}",
                    ["name"] = "Scaled",
                }),
            ["name"] = $"Orders {number}",
            ["order"] = new JsonArray("id1", "net1", "twice1"),
        };

    private static JsonObject Above(int number, int below) => new()
    {
        ["id"] = $"above{number}on{below}",
        ["kind"] = "table",
        ["source"] = new JsonObject { ["dataModelId"] = SourceId(below), ["elementId"] = $"orders{below}", ["kind"] = "data-model" },
        ["columns"] = new JsonArray(new JsonObject { ["id"] = "id2", ["formula"] = $"[Orders {below}/Order Id]" }),
        ["name"] = $"Above {below}",
        ["order"] = new JsonArray("id2"),
    };
}
