using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace SigmaPS.Tests.Sandbox;

public sealed class SharingBehaviours
{
    private const string Plugs = Caller.PlugsOrders;

    [Fact]
    [CoversBehavior("grants-list")]
    public async Task Grants_are_listed_by_file_and_by_member()
    {
        await using Caller caller = await Caller.StartAsync();
        Reply list = await caller.GetAsync($"v2/grants?inodeId={Plugs}");
        JsonObject grant = Assert.Single(list.Entries);
        Assert.Equal(
            [
                "grantId",
                "inodeId",
                "organizationId",
                "memberId",
                "teamId",
                "permission",
                "createdBy",
                "updatedBy",
                "createdAt",
                "updatedAt",
                "inodeType",
            ],
            grant.Select(field => field.Key));
        Assert.Equal(
            (Plugs, caller.Organization.Colleague.Id, "view"),
            ((string)grant["inodeId"]!, (string)grant["memberId"]!, (string)grant["permission"]!));
        Assert.True(list.Json.AsObject().ContainsKey("nextPage"));
        Assert.Single((await caller.GetAsync($"v2/grants?userId={caller.Organization.Colleague.Id}&directGrantsOnly=true")).Entries);
        Assert.Empty((await caller.GetAsync("v2/grants?teamId=none")).Entries);
    }

    [Fact]
    [CoversBehavior("grants-raise")]
    public async Task Grant_is_raised_and_never_lowered()
    {
        await using Caller caller = await Caller.StartAsync();
        string member = caller.Organization.Colleague.Id;
        Assert.Equal(200, (await ShareAsync(caller, $$"""{"memberId":"{{member}}"}""", "edit")).Status);
        Assert.Equal(200, (await ShareAsync(caller, $$"""{"memberId":"{{member}}"}""", "view")).Status);
        Assert.Equal("edit", Assert.Single(caller.Organization.Grants).Permission);
        Assert.Equal(200, (await ShareAsync(caller, """{"teamId":"team"}""", "explore")).Status);
        Assert.Equal(["edit", "explore"], caller.Organization.Grants.Select(grant => grant.Permission));
        Assert.Equal(400, (await ShareAsync(caller, "{}", "edit")).Status);
        Assert.Equal(400, (await ShareAsync(caller, """{"teamId":"team"}""", "own")).Status);
    }

    [Fact]
    [CoversBehavior("grants-delete")]
    public async Task Grant_is_taken_away()
    {
        await using Caller caller = await Caller.StartAsync();
        string id = caller.Organization.Grants[0].Id;
        Assert.Equal(200, (await caller.SendAsync("DELETE", "v2/grants/" + id)).Status);
        Assert.Empty(caller.Organization.Grants);
        Assert.Equal(404, (await caller.SendAsync("DELETE", "v2/grants/" + id)).Status);
    }

    [Fact]
    [CoversBehavior("materialize-schedules")]
    public async Task Schedules_come_with_their_element()
    {
        await using Caller caller = await Caller.StartAsync();
        Reply list = await caller.GetAsync($"v2/dataModels/{Plugs}/materializationSchedules");
        JsonObject schedule = Assert.Single(list.Entries);
        Assert.Equal(["sheetId", "elementName", "schedule", "configuredAt", "paused"], schedule.Select(field => field.Key));
        Assert.False(list.Json.AsObject().ContainsKey("nextPageToken"));
        Assert.Equal(400, (await caller.GetAsync($"v2/dataModels/{Plugs}/materializationSchedules?pageSize=501")).Status);
    }

    [Fact]
    [CoversBehavior("materialize-run")]
    public async Task Schedule_is_run_and_its_run_is_read()
    {
        await using Caller caller = await Caller.StartAsync();
        string sheet = (string)(await caller.GetAsync($"v2/dataModels/{Plugs}/materializationSchedules")).Entries[0]["sheetId"]!;
        string run = (await caller.SendAsync("POST", $"v2/dataModels/{Plugs}:materialize", $$"""{"sheetId":"{{sheet}}"}"""))[
            "materializationId"
        ]!;
        Assert.Equal(
            (run, "ready"),
            (
                (await caller.GetAsync($"v2/dataModels/{Plugs}/materializations/{run}"))["materializationId"],
                (await caller.GetAsync($"v2/dataModels/{Plugs}/materializations/{run}"))["status"]));
        Assert.Equal(404, (await caller.SendAsync("POST", $"v2/dataModels/{Plugs}:materialize", """{"sheetId":"none"}""")).Status);
        Assert.Equal(404, (await caller.GetAsync($"v2/dataModels/{Plugs}/materializations/none")).Status);
    }

    private static Task<Reply> ShareAsync(Caller caller, string grantee, string permission) =>
        caller.SendAsync("POST", "v2/grants", $$"""{"grantee":{{grantee}},"permission":"{{permission}}","inodeId":"{{Plugs}}"}""");
}
