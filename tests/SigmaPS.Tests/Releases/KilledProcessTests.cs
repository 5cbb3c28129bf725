using System;
using System.Diagnostics;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>
/// The same as <see cref="DeathTests"/> with a process that is really killed, where there is a pwsh to kill; skipped without one.
/// </summary>
[Trait("Needs", "pwsh")]
public sealed class KilledProcessTests
{
    [PwshFact]
    public async Task Publish_whose_process_is_killed_at_any_request_is_finished_by_the_next_one()
    {
        for (int death = 0; ; death++)
        {
            await using ReleaseTestBed shop = await ReleaseTestBed.OpenAsync(IdMode.RemapNew);
            shop.Server.Options.NewFileDelay = TimeSpan.FromHours(1);
            JsonObject model = shop.Write(1);
            shop.Publish().MustSucceed();
            model["pages"]![0]!["elements"]![0]!["columns"]![2]!["formula"] = "[Net Revenue] * 3";
            shop.Save(1, model);
            shop.Write(2, 1);
            using Process process = PwshProcess.Start(
                shop.Server, $"New-SigmaReleasePlan '{shop.Models}' prod | Publish-SigmaReleasePlan -Confirm:$false");
            shop.Server.Faults.Arm(new Fault { Skip = death, Meanwhile = process.EndAsync });
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            bool died = process.ExitCode != 0;
            shop.Server.Faults.Disarm();

            shop.Publish().MustSucceed();
            Assert.Equal(
                ["Model 01 v2", "Model 02 v1"],
                shop.Live.Select(live => $"{live.Name} v{live.LatestVersion}").Order(StringComparer.Ordinal));
            Assert.Equal(0, shop.Plan().MustSucceed().Property("ExitCode"));
            if (!died)
            {
                Assert.True(death > 10, $"The process had only {death} requests.");
                return;
            }
        }
    }
}
