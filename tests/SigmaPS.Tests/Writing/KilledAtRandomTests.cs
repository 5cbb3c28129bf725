using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Writing;

/// <summary>A process that is killed at a random moment loses nothing, and the same command completes the work. SIGMAPS_KILLS sets how many moments are tried.</summary>
[Trait("Needs", "pwsh")]
public sealed class KilledAtRandomTests
{
    private const string PlugsOrders = "467bc369-5db7-4963-8172-b24a49dbc75b";
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("SIGMAPS_KILLS") ?? "3", CultureInfo.InvariantCulture);

    [PwshFact]
    public async Task An_export_that_is_killed_leaves_whole_files_and_is_completed_by_the_next_one() => await EachAsync(
        "Get-SigmaDataModel | Export-SigmaDataModelSpec $folder",
        (_, folder) => Assert.All(
            Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories).Where(file => !Path.GetFileName(file).StartsWith('.')),
            file => Assert.NotNull(JsonNode.Parse(File.ReadAllText(file)))),
        (server, folder) =>
        {
            int models = server.Organization.Models.Count(model => !model.IsArchived);
            Assert.Equal(models, Directory.GetFiles(folder, "*.json").Count(file => !Path.GetFileName(file).StartsWith('.')));
            Assert.Equal(models, JsonNode.Parse(File.ReadAllText(Path.Combine(folder, ".sigma", "index.json")))!["models"]!.AsArray().Count);
        });

    [PwshFact]
    public async Task A_write_that_is_killed_is_applied_once_by_the_next_one() => await EachAsync(
        $"$s = Get-SigmaDataModelSpec {PlugsOrders}; $s.pages[0].name = 'Changed'; $s | Set-SigmaDataModelSpec -BackupPath $folder -SkipValidation",
        (_, _) => { },
        (server, _) =>
        {
            SandboxModel live = server.Organization.GetModel(PlugsOrders);
            Assert.Equal("Changed", (string)JsonNode.Parse(live.SpecJson)!["pages"]![0]!["name"]!);
            Assert.Equal(3, live.LatestVersion);
        });

    [PwshFact]
    public async Task A_restore_that_is_killed_is_applied_once_by_the_next_one() => await EachAsync(
        $"Restore-SigmaDataModelSpec {PlugsOrders} -DocumentVersion 2 -AllowRemoval -Confirm:$false",
        (_, _) => { },
        (server, _) => Assert.Equal(4, server.Organization.GetModel(PlugsOrders).LatestVersion),
        server => server.Organization.EditAsColleague(PlugsOrders, spec => spec["pages"]![0]!["name"] = "Theirs"));

    private static async Task EachAsync(string script, Action<SandboxServer, string> afterDeath, Action<SandboxServer, string> afterwards, Action<SandboxServer>? before = null)
    {
        // The same moments each time, spread over the work of one whole run.
        Random random = new(15);
        int? work = null;
        for (int kill = 0; kill <= Kills; kill++)
        {
            await using SandboxServer server = await SandboxServer.StartAsync();
            DirectoryInfo folder = Directory.CreateTempSubdirectory("sigmaps-");
            before?.Invoke(server);
            Stopwatch watch = new();
            await RunAsync(server, folder.FullName, script, watch, work is null ? null : random.Next(work.Value));
            work ??= (int)watch.ElapsedMilliseconds;
            afterDeath(server, folder.FullName);
            Assert.Equal(0, await RunAsync(server, folder.FullName, script, new Stopwatch(), null));
            afterwards(server, folder.FullName);
            folder.Delete(recursive: true);
        }
    }

    // The clock starts with the first request: before it, there is nothing to lose.
    private static async Task<int> RunAsync(SandboxServer server, string folder, string script, Stopwatch watch, int? killAfter)
    {
        ProcessStartInfo start = new(PwshFactAttribute.Program!) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in new[] { "-NoProfile", "-NonInteractive", "-Command", $"$ErrorActionPreference = 'Stop'; $folder = '{folder}'; Import-Module '{Repository.Manifest}'; Connect-Sigma; {script}" })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["SIGMA_BASE_URL"] = server.BaseUrl.ToString();
        start.Environment["SIGMA_CLIENT_ID"] = server.Organization.ClientId;
        start.Environment["SIGMA_CLIENT_SECRET"] = server.Organization.ClientSecret;
        using Process process = Process.Start(start)!;
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
        process.Kill(entireProcessTree: true);
    }
}
