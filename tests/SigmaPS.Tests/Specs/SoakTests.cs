using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace SigmaPS.Tests.Specs;

/// <summary>
/// Hundreds of models through the staged module while everything goes wrong: all arrive, nothing twice, nothing lost, never
/// more than five at once.
/// </summary>
[StartsEarly]
public sealed class SoakTests(ITestOutputHelper output) : IDisposable
{
    private const int Models = 250;
    private const string SeedVariable = "SIGMAPS_SOAK_SEED";
    private static readonly Dictionary<string, string> AtOnce = new() { ["Retry-After"] = "0" };
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sigmaps-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task All_specs_arrive_despite_errors()
    {
        // A run that failed is repeated with the seed that it printed.
        int seed = int.TryParse(
            Environment.GetEnvironmentVariable(SeedVariable),
            NumberStyles.Integer,
            CultureInfo.InvariantCulture,
            out int given)
            ? given
            : Environment.TickCount;
        output.WriteLine($"{SeedVariable}={seed}");
        Random random = new(seed);
        await using SandboxServer server = await SandboxServer.StartAsync(new SandboxOptions { SeedModels = false, PageSizeCap = 60 });
        string[] ids =
        [
            .. Enumerable
                .Range(0, Models)
                .Select(i =>
                    server.Organization.AddModel(
                        $$"""{"schemaVersion":1,"pages":[{"id":"p{{i}}","name":"Page {{i}}","elements":[]}]}""",
                        $"Model {i:000}",
                        "Retail/Models")),
        ];
        using Shell exporter = Shell.ConnectedTo(server, retryTimeoutSec: 300);
        using Shell reader = new();
        reader.Set("session", exporter.Run("Get-SigmaSession").Output[0]);
        reader.Set("ids", ids);
        exporter.Set("folder", _folder.FullName);
        Arm(server, ids, random);
        int armed = server.Faults.Waiting;

        // Two runspaces with one session, as ForEach-Object -Parallel has them; a token dies after every forty to eighty requests.
        Task<ShellResult> exporting = Task.Run(() =>
            exporter.Run("Get-SigmaDataModel -Verbose | Export-SigmaDataModelSpec $folder -PassThru -Verbose | ForEach-Object { $_.Name }")
        );
        Task<ShellResult> reading = Task.Run(() =>
            reader.Run("$ids | Get-SigmaDataModelSpec -Session $session -Verbose | ForEach-Object { $_.name }"));
        await KillTokensAsync(server, random, Task.WhenAll(exporting, reading));
        ShellResult exported = (await exporting).MustSucceed();
        ShellResult read = (await reading).MustSucceed();

        string[] names = [.. Enumerable.Range(0, Models).Select(i => $"Model {i:000}")];
        Assert.Equal(names, read.Texts);
        Assert.Equal(names, exported.Texts.Order(StringComparer.Ordinal));
        FileInfo[] files = _folder.GetFiles("*.json");
        Assert.Equal(Models, files.Length);
        Assert.All(files, file =>
            Assert.Equal(Live(server, File.ReadAllText(file.FullName)), JsonNode.Parse(File.ReadAllText(file.FullName))!.ToJsonString()));
        Assert.InRange(server.Requests.MaxInFlight, 2, 5);
        Assert.Equal((armed, 0), (server.Faults.Hits, server.Faults.Waiting));
        Assert.True(server.Organization.IssuedTokens.Count >= 4, "too few tokens have died");
        string[] secrets = [server.Organization.ClientSecret, .. server.Organization.IssuedTokens];
        Assert.DoesNotContain(Said(exported).Concat(Said(read)), line => secrets.Any(line.Contains));
        Assert.NotEmpty(exported.Progress);
        Assert.Contains(Said(exported).Concat(Said(read)), line => line.Contains("Sigma throttles", StringComparison.Ordinal));
        exporter.Run("Disconnect-Sigma");
    }

    private static void Arm(SandboxServer server, string[] ids, Random random)
    {
        // Those that ask for no wait come often; those that cost a second or two come a few times each.
        Func<Fault>[] quick =
        [
            () => KnownFaults.Throttled(0),
            () => KnownFaults.Throttled(DateTimeOffset.UtcNow),
            () => KnownFaults.Status(430) with { Headers = AtOnce },
            () => KnownFaults.ThrottlePage() with { Headers = AtOnce },
            () => KnownFaults.ThrottlePage(200) with { Headers = AtOnce },
            () => KnownFaults.Status(new[] { 408, 500, 502, 503, 504 }[random.Next(5)]) with { Headers = AtOnce },
            () => KnownFaults.Slow(TimeSpan.FromMilliseconds(random.Next(200))),
        ];
        Fault[] dear =
        [
            KnownFaults.Throttled(1),
            KnownFaults.Throttled(DateTimeOffset.UtcNow.AddSeconds(2)),
            KnownFaults.Throttled(),
            KnownFaults.Status(503),
            KnownFaults.Dropped(),
            KnownFaults.Dropped(),
            KnownFaults.Dropped(),
        ];
        string[] unlucky = [.. ids.OrderBy(_ => random.Next()).Take(60)];
        for (int i = 0; i < unlucky.Length; i++)
        {
            server.Faults.Arm(
                (
                    i < dear.Length ? dear[i]
                    : i < dear.Length + quick.Length ? quick[i - dear.Length]()
                    : quick[random.Next(quick.Length)]()) with
                {
                    PathContains = unlucky[i],
                });
        }

        server.Faults.Arm(KnownFaults.Throttled(0) with { Method = "GET", PathContains = "/v2/dataModels", Skip = 1 });
        server.Faults.Arm(KnownFaults.Throttled(0) with { PathContains = "/v2/auth/token" });
    }

    private static async Task KillTokensAsync(SandboxServer server, Random random, Task work)
    {
        for (int next = 30; !work.IsCompleted;)
        {
            if (server.Requests.Count() >= next)
            {
                server.Organization.ExpireAccessTokens();
                next = server.Requests.Count() + random.Next(40, 80);
            }

            await Task.WhenAny(work, Task.Delay(5));
        }
    }

    private static string Live(SandboxServer server, string text) =>
        JsonNode.Parse(server.Organization.GetModel((string)JsonNode.Parse(text)!["dataModelId"]!).SpecJson)!.ToJsonString();

    private static IEnumerable<string> Said(ShellResult result) =>
        [
            .. result.Verbose,
            .. result.Warnings,
            .. result.Progress,
            .. result.Information.Select(record => record.ToString()),
            result.Host,
            .. result.Texts.OfType<string>(),
        ];
}
