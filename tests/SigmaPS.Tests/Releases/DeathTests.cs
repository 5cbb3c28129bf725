using System;
using System.IO;
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
    [Theory]
    [InlineData(IdMode.Preserve)]
    [InlineData(IdMode.RemapNew)]
    public async Task After_a_death_behind_any_request_the_next_run_ends_in_the_same_state(IdMode ids)
    {
        (string expected, int requests, _) = await PublishAsync(ids, int.MaxValue, int.MaxValue);
        Assert.True(requests > 20, $"The publish had only {requests} requests.");

        // After an odd death, the next run does not find what was left beside the files.
        foreach (int first in new[] { -2, -1 })
        {
            int death = first;
            while (death < requests)
            {
                (string state, _, death) = await PublishAsync(ids, death, requests);
                Assert.Equal(expected, state);
            }
        }
    }

    // The first publish dies behind a request, if it has so many and needs that one; the second one finishes it. With a negative death it
    // does not begin: that is what the second one finds behind each death that leaves nothing.
    private static async Task<(string State, int Requests, int NextDeath)> PublishAsync(IdMode ids, int death, int all)
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
        shop.Server.Requests.Clear();
        int next = death < 0 ? death + 2 : death;
        if (death == int.MaxValue)
        {
            shop.Publish().MustSucceed();
        }
        else if (death >= 0)
        {
            next = Deaths.UntilSomethingIsLeft(shop.Server, shop.Root, () => shop.Publish(), death, all, least: 21, step: 2);
        }

        int requests = shop.Server.Requests.All.Count;
        if (death % 2 != 0 && Directory.Exists(Path.Combine(shop.Models, ".sigma")))
        {
            Directory.Delete(Path.Combine(shop.Models, ".sigma"), recursive: true);
        }

        shop.Publish().MustSucceed();
        string state = string.Join(
            "\n",
            shop.Live.OrderBy(model => model.Name, StringComparer.Ordinal).Select(model => Describe(shop, model)));
        Assert.Equal(0, shop.Plan().MustSucceed().Property("ExitCode"));
        return (state, requests, next);
    }

    // Names instead of ids, which are new in each organisation.
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
