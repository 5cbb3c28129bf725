using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>From files to an organization where every ID is another one, and again, and again.</summary>
[StartsEarly]
public sealed class PromoteTests
{
    [Theory]
    [InlineData(IdMode.Preserve)]
    [InlineData(IdMode.RemapNew)]
    [InlineData(IdMode.ReassignPages)]
    [InlineData(IdMode.ReassignElements)]
    [CoversParameter("New-SigmaReleasePlan", "Path", "Environment")]
    [CoversParameter("Publish-SigmaReleasePlan", "Plan")]
    public async Task Twenty_dependent_models_are_created_in_order_and_then_unchanged(IdMode ids)
    {
        await using ReleaseTestBed shop = await Twenty(ids);
        ShellResult plan = shop.Plan().MustSucceed();
        Assert.Equal(20, ReleaseTestBed.Actions(plan).Count(action => action.StartsWith("Create", StringComparison.Ordinal)));
        Assert.Equal(2, plan.Property("ExitCode"));
        Assert.Equal(0, shop.Server.Requests.Count("POST") - shop.Server.Requests.Count("POST", "/v2/auth/token"));

        ShellResult results = shop.Publish().MustSucceed();
        Assert.Equal(20, results.Output.Count);
        Assert.Equal(20, shop.Live.Count);
        JsonNode above = Source(shop.LiveModel(20), 1);
        Assert.Equal(shop.LiveModel(19).Id, above["dataModelId"]!.GetValue<string>());
        Assert.Equal(ElementId(shop.LiveModel(19), 0), above["elementId"]!.GetValue<string>());
        Assert.Equal(ReleaseTestBed.LiveConnection, Source(shop.LiveModel(20), 0)["connectionId"]!.GetValue<string>());
        Assert.Equal("PROD", Source(shop.LiveModel(20), 0)["path"]![0]!.GetValue<string>());
        Assert.Equal(
            "[Net Revenue] * 2",
            JsonNode.Parse(shop.LiveModel(7).SpecJson)!["pages"]![0]!["elements"]![0]!["columns"]![2]!["formula"]!.GetValue<string>());

        ShellResult again = shop.Plan().MustSucceed();
        Assert.Equal(20, ReleaseTestBed.Actions(again).Count(action => action.StartsWith("Unchanged", StringComparison.Ordinal)));
        Assert.Equal(0, again.Property("ExitCode"));
    }

    [Theory]
    [InlineData(IdMode.Preserve)]
    [InlineData(IdMode.RemapNew)]
    public async Task One_change_is_one_put_and_production_s_IDs_stay(IdMode ids)
    {
        await using ReleaseTestBed shop = await Twenty(ids);
        shop.Publish().MustSucceed();
        string[] before = Ids(shop.LiveModel(5));
        JsonObject model = JsonNode.Parse(File.ReadAllText(shop.FileOf(5)))!.AsObject();
        model["pages"]![0]!["elements"]![0]!["columns"]![2]!["formula"] = "[Net Revenue] * 3";
        shop.Save(5, model);
        shop.Server.Requests.Clear();

        ShellResult results = shop.Publish().MustSucceed();
        Assert.Equal(1, shop.Server.Requests.Count("PUT"));
        Assert.Single(results.Output, result => Text(result, "Status") == "Updated");
        Assert.Equal(before, Ids(shop.LiveModel(5)));
        Assert.Equal(
            "[Net Revenue] * 3",
            JsonNode.Parse(shop.LiveModel(5).SpecJson)!["pages"]![0]!["elements"]![0]!["columns"]![2]!["formula"]!.GetValue<string>());
    }

    [Fact]
    public async Task Change_of_the_environment_file_alone_is_a_change_in_the_plan()
    {
        await using ReleaseTestBed shop = await ReleaseTestBed.OpenAsync();
        shop.Write(1);
        shop.Publish().MustSucceed();
        shop.Environment["variables"]!["factor"] = "7";
        shop.SaveEnvironment();
        Assert.Equal(["Update Model 01"], ReleaseTestBed.Actions(shop.Plan().MustSucceed()));
    }

    [Fact]
    public async Task Manual_edit_is_a_conflict_until_IgnoreConflict_is_given()
    {
        await using ReleaseTestBed shop = await ReleaseTestBed.OpenAsync();
        shop.Write(1);
        shop.Publish().MustSucceed();
        shop.Server.Organization.EditAsColleague(shop.LiveModel(1).Id, spec =>
            spec["pages"]![0]!["elements"]![0]!["columns"]![2]!["formula"] = "[Net Revenue] * 99");
        ShellResult plan = shop.Plan().MustSucceed();
        Assert.Equal(["Conflict Model 01"], ReleaseTestBed.Actions(plan));
        Assert.Equal(1, plan.Property("ExitCode"));

        shop.Server.Requests.Clear();
        ShellResult refused = shop.Publish();
        Assert.Equal("SigmaReleaseIncomplete", refused.ErrorId);
        Assert.Contains("-IgnoreConflict", refused.ErrorText);
        Assert.Equal(0, shop.Server.Requests.Count("PUT"));
        Assert.Equal("Refused", Text(refused.Output.Single(), "Status"));

        shop.Publish("-IgnoreConflict").MustSucceed();
        Assert.Equal(["Unchanged Model 01"], ReleaseTestBed.Actions(shop.Plan().MustSucceed()));
    }

    [Fact]
    public async Task Throttled_and_faulted_throughout_everything_arrives_once()
    {
        await using ReleaseTestBed shop = await ReleaseTestBed.OpenAsync(IdMode.RemapNew, retryTimeoutSec: 8, new LeapingClock());
        shop.Write(1);
        for (int number = 2; number <= 8; number++)
        {
            shop.Write(number, number - 1);
        }

        for (int at = 3; at < 60; at += 7)
        {
            shop.Server.Faults.Arm(new Fault { Skip = at, Status = at % 2 == 0 ? 429 : 503 });
            shop.Server.Faults.Arm(new Fault { Skip = at + 3, ApplyThenDrop = true });
        }

        ShellResult first = shop.Publish("-OnError Continue");
        Assert.True(shop.Server.Faults.Hits >= 6, $"Only {shop.Server.Faults.Hits} faults were met.");
        shop.Server.Faults.Disarm();
        if (first.Errors.Count > 0)
        {
            shop.Publish().MustSucceed();
        }

        Assert.Equal(8, shop.Server.Organization.Models.Count);
        Assert.Equal(0, shop.Plan().MustSucceed().Property("ExitCode"));
    }

    private static async Task<ReleaseTestBed> Twenty(IdMode ids)
    {
        ReleaseTestBed shop = await ReleaseTestBed.OpenAsync(ids);
        shop.Write(1);
        for (int number = 2; number <= 20; number++)
        {
            shop.Write(number, number == 2 ? [1] : [number - 1, number / 2]);
        }

        return shop;
    }

    private static JsonNode Source(SandboxModel model, int element) =>
        JsonNode.Parse(model.SpecJson)!["pages"]![0]!["elements"]![element]!["source"]!;

    private static string ElementId(SandboxModel model, int element) =>
        JsonNode.Parse(model.SpecJson)!["pages"]![0]!["elements"]![element]!["id"]!.GetValue<string>();

    private static string[] Ids(SandboxModel model) =>
        [
            .. JsonNode.Parse(model.SpecJson)!["pages"]![0]!["elements"]!
                .AsArray()
                .SelectMany(element =>
                    element!["columns"]!
                        .AsArray()
                        .Select(column => element["id"]!.GetValue<string>() + "/" + column!["id"]!.GetValue<string>())),
        ];

    private static string? Text(object? o, string name) =>
        System.Management.Automation.PSObject.AsPSObject(o!).Properties[name].Value?.ToString();
}
