using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>
/// A publish that dies behind any one of its requests is finished by planning and publishing again, and nothing is there twice.
/// </summary>
public sealed class DeathTests
{
    private const string Publish =
        "New-SigmaReleasePlan $models prod -IndexPath $root/index | Publish-SigmaReleasePlan -Confirm:$false -IndexPath $root/index";

    [Theory]
    [InlineData(IdMode.Preserve)]
    [InlineData(IdMode.RemapNew)]
    public async Task After_a_death_behind_any_request_the_next_run_ends_in_the_same_state(IdMode ids)
    {
        await using ReleaseTestBed shop = await ReleaseTestBed.OpenAsync(ids);
        shop.Server.Options.NewFileDelay = TimeSpan.FromHours(1);
        shop.Write(1);
        shop.Publish().MustSucceed();
        JsonObject changed = shop.Write(1);
        changed["pages"]![0]!["elements"]![0]!["columns"]![2]!["formula"] = "[Net Revenue] * 3";
        shop.Save(1, changed);
        shop.Write(2, 1);
        shop.Write(3, 2, 1);
        string expected = Sweep(null, 0, "");

        // The next run does not find the folder beside the files.
        Sweep(expected, 1, "; if ([IO.Directory]::Exists(\"$models/.sigma\")) { [IO.Directory]::Delete(\"$models/.sigma\", $true) }");

        string Sweep(string? state, int first, string more) => shop
            .DeathsTo(State)
            .Sweep(
                Publish + more,
                () => shop.Shell.Run(Publish).MustSucceed(),
                state,
                new DeathPlan(21, 4) { First = first, Step = 2 });

        string State()
        {
            Assert.Equal(0, shop.Plan("-IndexPath $root/index").MustSucceed().Property("ExitCode"));
            return string.Join(
                "\n",
                shop.Live.OrderBy(model => model.Name, StringComparer.Ordinal).Select(model => Describe(shop, model)));
        }
    }

    // Names instead of IDs, which are new in each organization.
    private static string Describe(ReleaseTestBed shop, SandboxModel model)
    {
        string text = $"{model.Name} v{model.LatestVersion} {JsonNode.Parse(model.SpecJson)!["pages"]!.ToJsonString()}";
        foreach (SandboxModel other in shop.Live)
        {
            text = text.Replace(other.Id, other.Name, StringComparison.Ordinal);
        }

        return shop.Server.Options.IdMode == IdMode.Preserve ? text : $"{model.Name} v{model.LatestVersion}";
    }
}
