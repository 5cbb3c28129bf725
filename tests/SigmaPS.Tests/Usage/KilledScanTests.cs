using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Usage;

/// <summary>A scan whose process is killed leaves whole entries, and the next scan finds every consumer.</summary>
public sealed class KilledScanTests : UsageTestBed
{
    private const int Count = 20;

    private protected override SandboxOptions Options => new() { SeedModels = false };

    private protected override void Arrange()
    {
        Consumer.AddModels(Organization);
        for (int i = 0; i < Count; i++)
        {
            Organization.AddWorkbook(
                $$"""{"name":"Book {{i:00}}","pages":[{"id":"p","elements":[{{Consumer.Table(Consumer.Column("c1", "[Orders/Amount]"))}}]}]}"""
            );
        }
    }

    [PwshFact]
    public async Task Killed_scan_leaves_whole_entries_and_the_next_one_finds_all()
    {
        int kills = 0;
        int resumed = 0;
        for (int death = 4; ; death += 13)
        {
            bool died = await KillScanAtAsync(death);
            string[] entries = Directory.Exists(IndexFolder) ? Directory.GetFiles(IndexFolder, "*.usage", SearchOption.AllDirectories) : [];
            Assert.All(entries, file =>
                Assert.All(File.ReadAllText(file).Split('\n'), line => System.Text.Json.JsonDocument.Parse(line).Dispose()));
            Requests.Clear();
            Assert.Equal(Count, Find("Base -Column Amount").Count(row => row is { Kind: "Workbook", IsCertain: true }));
            resumed +=
                Count
                - Requested.Count(path =>
                    path.EndsWith("/sources", StringComparison.Ordinal) && path.Contains("/workbooks/", StringComparison.Ordinal));
            if (!died)
            {
                break;
            }

            kills++;
            Directory.Delete(IndexFolder, recursive: true);
        }

        Assert.True(kills >= 4, $"Only {kills} processes were killed.");
        Assert.True(resumed > Count, "No killed scan left an entry that the next one could use.");
    }

    private async Task<bool> KillScanAtAsync(int request)
    {
        using Process process = PwshProcess.Start(Server, $"Find-SigmaUsage Base -Column Amount -IndexPath '{IndexFolder}'");
        Server.Faults.Arm(new Fault { Skip = request, Meanwhile = process.EndAsync });
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Server.Faults.Disarm();
        return process.ExitCode != 0;
    }
}
