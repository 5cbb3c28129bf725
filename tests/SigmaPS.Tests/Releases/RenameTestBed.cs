using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>A base model, models over it, and a workbook, with a shell that is connected to them.</summary>
internal sealed class RenameTestBed : IAsyncDisposable
{
    public const string Mixed = "55555555-5555-4555-8555-555555555555";

    // The sandbox does not carry metrics from one model to another.
    private readonly string[] _brokenBefore;

    private RenameTestBed(SandboxServer server)
    {
        Server = server;
        Shell = Shell.ConnectedTo(server);
        Directory.CreateDirectory(Root);
        Shell.Set("index", Path.Combine(Root, "index"));
        Shell.Set("runs", Runs);
        _brokenBefore = AllBroken;
    }

    public SandboxServer Server { get; }

    public Shell Shell { get; }

    public string Root { get; } = Path.Combine(Path.GetTempPath(), "rename-" + Guid.NewGuid().ToString("N"));

    public string Runs => Path.Combine(Root, "runs");

    /// <summary>The name of the member who owns the workbook.</summary>
    public string Owner => $"{Server.Organization.ApiUser.FirstName} {Server.Organization.ApiUser.LastName}";

    /// <summary>The columns of all models that Sigma shows as broken, without those that were broken from the start.</summary>
    public IReadOnlyList<string> Broken => [.. AllBroken.Except(_brokenBefore)];

    /// <summary>The deaths of processes that write to the organization.</summary>
    public Deaths Deaths => new(Server, Root, Shell, () => State);

    private string State
    {
        get
        {
            Assert.Empty(Broken);
            return string.Join(
                "\n",
                Server.Organization.Models.OrderBy(model => model.Name, StringComparer.Ordinal)
                    .Select(model => JsonNode.Parse(model.SpecJson)!["pages"]!.ToJsonString()));
        }
    }

    private string[] AllBroken =>
        [
            .. Server.Organization.Models.SelectMany(model =>
                Server.Organization.BrokenModelColumns(model.Id).Select(column => $"{model.Name}: {column.ColumnId}")),
        ];

    public static async Task<RenameTestBed> OpenAsync(IdMode ids = IdMode.Preserve)
    {
        SandboxServer server = await SandboxServer.StartAsync(new SandboxOptions { SeedModels = false, IdMode = ids });
        Consumer.AddModels(server.Organization);
        server.Organization.AddModel(
            $$"""
            {"dataModelId":"{{Mixed}}","name":"Mixed","schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[
            {"id":"m1","kind":"table","source":{"kind":"data-model","dataModelId":"{{Consumer.Base}}","elementId":"ord"},
             "columns":[{"id":"i","formula":"[Orders/Amount]"},{"id":"j","name":"Twice","formula":"[Amount] * 2 + [Orders/Amount]"},{"id":"t","name":"Share","formula":"[Metrics/Total] / 2"}]},
            {"id":"m2","kind":"table","name":"Over","source":{"kind":"table","elementId":"m1"},"columns":[{"id":"o","formula":"[Orders/Amount]"}]}]}]}
            """);
        server.Organization.AddWorkbook(
            Consumer.Content(
                Consumer.Table(
                    Consumer.Column("c1", "Sum([Orders/Amount])")
                        + ","
                        + Consumer.Column("c2", "[Orders/Customer]")
                        + ","
                        + Consumer.Column("c3", "[Metrics/Total]"))));
        return new RenameTestBed(server);
    }

    public string[] Texts(string script) => [.. Shell.Run(script).MustSucceed().Texts.OfType<string>()];

    public ShellResult Publish(string arguments = "") =>
        Shell.Run($"$plan | Publish-SigmaReleasePlan -RunPath $runs -IndexPath $index {arguments}");

    /// <summary>An item of a model as JSON.</summary>
    public string Item(string model, string id) =>
        JsonNode.Parse(Server.Organization.GetModel(model).SpecJson)!["pages"]![0]!["elements"]!
            .AsArray()
            .SelectMany(element => (element!["columns"]?.AsArray() ?? []).Concat(element["metrics"]?.AsArray() ?? []))
            .Single(item => (string)item!["id"]! == id)!
            .ToJsonString();

    /// <summary>A person writes the new names into the workbook.</summary>
    public void ChangeWorkbook() => Server.Organization.EditDocument(Consumer.Document, pages =>
    {
        foreach (JsonNode? column in pages[0]!["elements"]![0]!["columns"]!.AsArray())
        {
            column!["formula"] = ((string)column["formula"]!)
                .Replace("[Orders/Amount]", "[Orders/Net\\/Amount]", StringComparison.Ordinal)
                .Replace("[Metrics/Total]", "[Metrics/Grand Total]", StringComparison.Ordinal);
        }
    });

    public async ValueTask DisposeAsync()
    {
        Shell.Run("Disconnect-Sigma");
        Shell.Dispose();
        await Server.DisposeAsync();
        Directory.Delete(Root, recursive: true);
    }
}
