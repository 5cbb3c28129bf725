using System;
using System.Collections.Generic;
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
        (string expected, IReadOnlyList<RecordedRequest> requests) = await PublishAsync(ids, int.MaxValue);
        Assert.True(requests.Count > 20, $"The publish had only {requests.Count} requests.");
        for (int death = 0; death < requests.Count; death++)
        {
            Assert.Equal(expected, (await PublishAsync(ids, death)).State);
        }
    }

    // The first publish dies behind a request, if it has so many and needs that one; the second one finishes it.
    private static async Task<(string State, IReadOnlyList<RecordedRequest> Requests)> PublishAsync(IdMode ids, int death)
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

        // From that request on every connection breaks: for the organisation the process is gone.
        shop.Server.Requests.Clear();
        shop.Server.Faults.Arm(new Fault { Skip = death, Times = int.MaxValue, ApplyThenDrop = true });
        Assert.True(shop.Publish().Errors.Count > 0 || death > 20);
        IReadOnlyList<RecordedRequest> requests = shop.Server.Requests.All;
        shop.Server.Faults.Disarm();
        if (death % 2 == 1 && Directory.Exists(Path.Combine(shop.Models, ".sigma")))
        {
            Directory.Delete(Path.Combine(shop.Models, ".sigma"), recursive: true);
        }

        shop.Publish().MustSucceed();
        string state = string.Join(
            "\n",
            shop.Live.OrderBy(model => model.Name, StringComparer.Ordinal).Select(model => Describe(shop, model)));
        Assert.Equal(0, shop.Plan().MustSucceed().Property("ExitCode"));
        return (state, requests);
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
