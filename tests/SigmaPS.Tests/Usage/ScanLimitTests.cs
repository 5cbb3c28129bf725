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

/// <summary>A scan respects the limits of the service, and shows how far it is.</summary>
public sealed class ScanLimitTests : UsageTestBed
{
    private const int Count = 30;

    private protected override SandboxOptions Options => new() { SeedModels = false, EnforcesDocumentLimits = true };

    private protected override void Arrange()
    {
        Consumer.AddModels(Organization);
        for (int i = 0; i < Count; i++)
        {
            string content =
                $$"""{"name":"Book {{i:00}}","pages":[{"id":"p","elements":[{{Consumer.Table(Consumer.Column("c1", "[Orders/Amount]"))}}]}]}""";
            _ = i % 3 == 0 ? Organization.AddReport(content) : Organization.AddWorkbook(content);
        }
    }

    [Fact]
    public void Scan_sends_five_requests_at_once_reads_no_model_lineage_and_shows_progress()
    {
        Server.Options.Latency = TimeSpan.FromMilliseconds(60);
        ShellResult result = Run("Find-SigmaUsage Base -Column Amount -IndexPath $index").MustSucceed();
        Server.Options.Latency = default;
        Assert.Equal(Count, result.Output.Select(UsageRow.Of).Count(row => row.Kind is "Workbook" or "Report"));
        Assert.InRange(Requests.MaxInFlight, 2, 5);
        Assert.DoesNotContain(Requests.All, request => request.Status == 429);
        Assert.DoesNotContain(Requested, path =>
            path.StartsWith("/v2/dataModels/", StringComparison.Ordinal) && path.EndsWith("/lineage", StringComparison.Ordinal));
        Assert.Contains(result.Progress, text => text.Contains("Usage of data models", StringComparison.Ordinal));
    }

    [PwshFact]
    public async Task Index_is_in_memory_for_the_session_when_there_is_no_usable_folder()
    {
        string file = Path.GetTempFileName();
        try
        {
            string find = "(Find-SigmaUsage Base -Column Amount 3>$null 6>$null | Where-Object Certainty -eq Certain).Count";
            using Process process = PwshProcess.Start(Server, $"{find}; {find}", $"$env:XDG_CACHE_HOME = '{file}'; ");
            Task<string> error = process.StandardError.ReadToEndAsync();
            string[] counts = (await process.StandardOutput.ReadToEndAsync()).Split(
                '\n',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            await process.WaitForExitAsync();
            Assert.True(counts.Length == 2 && counts[0] == counts[1], string.Join(' ', counts) + await error);
            Assert.Equal(
                Count,
                Requested.Count(path =>
                    path.EndsWith("/sources", StringComparison.Ordinal) && !path.StartsWith("/v2/dataModels", StringComparison.Ordinal)));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
