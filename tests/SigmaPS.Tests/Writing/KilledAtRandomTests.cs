using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Releases;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Writing;

/// <summary>
/// A process that is killed at a random moment loses nothing, and the same command completes the work. SIGMAPS_KILLS sets how many moments
/// are tried.
/// </summary>
[Trait("Needs", "pwsh")]
[Collection(ProcessWide.Name)]
public sealed class KilledAtRandomTests
{
    private const string PlugsOrders = "467bc369-5db7-4963-8172-b24a49dbc75b";
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("SIGMAPS_KILLS") ?? "3", CultureInfo.InvariantCulture);

    [PwshFact]
    public async Task Export_that_is_killed_is_completed_by_the_next_one() => await EachAsync(
        "Get-SigmaDataModel | Export-SigmaDataModelSpec $folder",
        (_, _) => { },
        (server, folder) =>
        {
            int models = server.Organization.Models.Count(model => !model.IsArchived);
            Assert.Equal(models, Directory.GetFiles(folder, "*.json").Count(file => !Path.GetFileName(file).StartsWith('.')));
            Assert.Equal(
                models,
                JsonNode.Parse(File.ReadAllText(Path.Combine(folder, ".sigma", "index.json")))!["models"]!.AsArray().Count);
        });

    [PwshFact]
    public async Task Write_that_is_killed_is_applied_once_by_the_next_one() =>
        await EachAsync(
            $"$s = Get-SigmaDataModelSpec {PlugsOrders}; $s.pages[0].name = 'Changed'; $s | Set-SigmaDataModelSpec -BackupPath $folder "
                + "-SkipValidation",
            (server, folder) => AssertBackup(server, folder, 2),
            (server, _) =>
            {
                SandboxModel live = server.Organization.GetModel(PlugsOrders);
                Assert.Equal("Changed", (string)JsonNode.Parse(live.SpecJson)!["pages"]![0]!["name"]!);
                Assert.Equal(3, live.LatestVersion);
            });

    [PwshFact]
    public async Task Write_from_a_file_that_is_killed_leaves_a_whole_index() => await EachAsync(
        "Set-SigmaDataModelSpec -Path $folder/*.json -SkipValidation",
        (_, _) => { },
        (server, _) => Assert.Equal(3, server.Organization.GetModel(PlugsOrders).LatestVersion),
        (server, folder) =>
        {
            using Shell shell = Shell.ConnectedTo(server);
            shell.Set("folder", folder);
            shell.Run($"Export-SigmaDataModelSpec $folder -DataModelId {PlugsOrders}; Disconnect-Sigma").MustSucceed();
            string file = Assert.Single(Directory.GetFiles(folder, "*.json"));
            File.WriteAllText(file, File.ReadAllText(file).Replace("\"Order Number\"", "\"Order No\"", StringComparison.Ordinal));
        });

    [PwshFact]
    public async Task Restore_that_is_killed_is_applied_once_by_the_next_one() => await EachAsync(
        $"Restore-SigmaDataModelSpec {PlugsOrders} -DocumentVersion 2 -AllowRemoval -BackupPath $folder -Confirm:$false",
        (server, folder) => AssertBackup(server, folder, 3),
        (server, _) => Assert.Equal(4, server.Organization.GetModel(PlugsOrders).LatestVersion),
        (server, _) => server.Organization.EditAsColleague(PlugsOrders, spec => spec["pages"]![0]!["name"] = "Theirs"));

    [PwshFact]
    public async Task Publish_that_is_killed_is_completed_by_the_next_one()
    {
        Random random = new(15);
        int? work = null;
        for (int kill = 0; kill <= Kills; kill++)
        {
            await using ReleaseTestBed shop = await ReleaseTestBed.OpenAsync(IdMode.RemapNew);
            shop.Server.Options.NewFileDelay = TimeSpan.FromHours(1);
            JsonObject model = shop.Write(1);
            shop.Publish().MustSucceed();
            model["pages"]![0]!["elements"]![0]!["columns"]![2]!["formula"] = "[Net Revenue] * 3";
            shop.Save(1, model);
            shop.Write(2, 1);
            Stopwatch watch = new();
            await RunAsync(
                shop.Server,
                shop.Root,
                $"New-SigmaReleasePlan '{shop.Models}' prod | Publish-SigmaReleasePlan -Confirm:$false",
                watch,
                work is null ? null : random.Next(work.Value));
            work ??= (int)watch.ElapsedMilliseconds;
            AssertWhole(shop.Root);
            shop.Publish().MustSucceed();
            Assert.Equal(
                ["Model 01 v2", "Model 02 v1"],
                shop.Live.Select(live => $"{live.Name} v{live.LatestVersion}").Order(StringComparer.Ordinal));
            Assert.Equal(0, shop.Plan().MustSucceed().Property("ExitCode"));
            AssertWhole(shop.Root);
        }
    }

    [PwshFact]
    public async Task Undo_of_a_change_that_is_killed_is_applied_once_by_the_next_one() => await EachAsync(
        $"Undo-SigmaChange {PlugsOrders} 3 -BackupPath $folder",
        (server, folder) => AssertBackup(server, folder, 4),
        (server, _) =>
        {
            JsonNode columns = JsonNode.Parse(server.Organization.GetModel(PlugsOrders).SpecJson)!["pages"]![0]!["elements"]![0]![
                "columns"
            ]!;
            Assert.Null(columns[0]!["description"]);
            Assert.Equal("Stays", (string)columns[1]!["description"]!);
            Assert.Equal(5, server.Organization.GetModel(PlugsOrders).LatestVersion);
        },
        (server, _) =>
        {
            server.Organization.EditAsColleague(PlugsOrders, spec =>
                spec["pages"]![0]!["elements"]![0]!["columns"]![0]!["description"] = "Goes");
            server.Organization.EditAsColleague(PlugsOrders, spec =>
                spec["pages"]![0]!["elements"]![0]!["columns"]![1]!["description"] = "Stays");
        });

    [PwshTheory]
    [InlineData(IdMode.RemapNew, 4)]
    [InlineData(IdMode.ReassignElements, 5)]
    public async Task Undo_of_a_release_that_is_killed_is_completed_by_the_next_one(IdMode ids, int last)
    {
        Random random = new(20);
        int? work = null;
        for (int kill = 0; kill <= Kills; kill++)
        {
            await using ReleaseTestBed shop = await ReleaseTestBed.OpenAsync(ids);
            JsonObject[] models = [shop.Write(1), shop.Write(2, 1)];
            shop.Publish().MustSucceed();
            foreach (int number in new[] { 1, 2 })
            {
                models[number - 1]["pages"]![0]!["elements"]![0]!["columns"]![2]!["formula"] = "[Net Revenue] * 3";
                shop.Save(number, models[number - 1]);
            }

            shop.Publish().MustSucceed();
            shop.Server.Organization.EditAsColleague(shop.LiveModel(2).Id, spec => spec["pages"]![0]!["name"] = "By hand");
            Stopwatch watch = new();
            string undo = $"Undo-SigmaRelease -Last -ModelPath '{shop.Models}'";
            await RunAsync(shop.Server, shop.Root, undo, watch, work is null ? null : random.Next(work.Value));
            work ??= (int)watch.ElapsedMilliseconds;
            AssertWhole(shop.Root);
            shop.Shell.Run(undo).MustSucceed();
            Assert.Equal(
                ["Model 01 v3", $"Model 02 v{last}"],
                shop.Live.Select(live => $"{live.Name} v{live.LatestVersion}").Order(StringComparer.Ordinal));
            Assert.Contains("By hand", shop.LiveModel(2).SpecJson, StringComparison.Ordinal);
            Assert.All(shop.Live, live => Assert.DoesNotContain("* 3", live.SpecJson, StringComparison.Ordinal));
        }
    }

    // A temporary file begins with a dot; no command reads it.
    private static void AssertWhole(string folder) => Assert.All(
        Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories).Where(file => !Path.GetFileName(file).StartsWith('.')),
        file => Assert.NotNull(JsonNode.Parse(File.ReadAllText(file))));

    // Nothing is lost: the replaced content is in the backup before the new content is live.
    private static void AssertBackup(SandboxServer server, string folder, int before)
    {
        if (server.Organization.GetModel(PlugsOrders).LatestVersion > before)
        {
            Assert.Contains(Directory.GetFiles(folder, "*.json"), file =>
                (int?)JsonNode.Parse(File.ReadAllText(file))!["documentVersion"] == before);
        }
    }

    private static async Task EachAsync(
        string script,
        Action<SandboxServer, string> afterDeath,
        Action<SandboxServer, string> afterwards,
        Action<SandboxServer, string>? before = null)
    {
        // The same moments each time, spread over the work of one whole run.
        Random random = new(15);
        int? work = null;
        for (int kill = 0; kill <= Kills; kill++)
        {
            await using SandboxServer server = await SandboxServer.StartAsync();
            DirectoryInfo folder = Directory.CreateTempSubdirectory("sigmaps-");
            before?.Invoke(server, folder.FullName);
            Stopwatch watch = new();
            await RunAsync(server, folder.FullName, script, watch, work is null ? null : random.Next(work.Value));
            work ??= (int)watch.ElapsedMilliseconds;
            AssertWhole(folder.FullName);
            afterDeath(server, folder.FullName);
            Assert.Equal(0, await RunAsync(server, folder.FullName, script, new Stopwatch(), null));
            AssertWhole(folder.FullName);
            afterwards(server, folder.FullName);
            folder.Delete(recursive: true);
        }
    }

    // The clock starts with the first request: before it, there is nothing to lose.
    private static async Task<int> RunAsync(SandboxServer server, string folder, string script, Stopwatch watch, int? killAfter)
    {
        using Process process = PwshProcess.Start(
            server, script, $"$ErrorActionPreference = 'Stop'; $folder = '{folder}'; ");
        server.Faults.Arm(new Fault
        {
            Meanwhile = () =>
            {
                watch.Start();
                _ = killAfter is { } wait ? KillAsync(process, wait) : Task.CompletedTask;
                return Task.CompletedTask;
            },
        });
        string[] texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        watch.Stop();
        server.Faults.Disarm();
        Assert.True(killAfter is not null || process.ExitCode == 0, string.Concat(texts));
        return process.ExitCode;
    }

    private static async Task KillAsync(Process process, int wait)
    {
        await Task.Delay(wait);
        await process.EndAsync();
    }
}
