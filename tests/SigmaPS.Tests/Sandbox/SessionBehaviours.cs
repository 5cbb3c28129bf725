using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using SigmaPS.Sandbox;
using Xunit;

namespace SigmaPS.Tests.Sandbox;

public sealed class SessionBehaviours
{
    [Fact]
    [CoversBehavior("token-form")]
    public async Task Form_credentials_give_a_token()
    {
        await using Caller caller = await Caller.StartAsync();
        Reply reply = await caller.TokenAsync();
        Assert.Equal(["access_token", "refresh_token", "token_type", "expires_in"], reply.Json.AsObject().Select(p => p.Key));
        Assert.Equal("bearer", reply["token_type"]);
        Assert.Equal("3600", reply["expires_in"]);
        Assert.Contains(reply["access_token"]!, caller.Organization.IssuedTokens);
    }

    [Fact]
    [CoversBehavior("token-basic")]
    public async Task Basic_credentials_give_a_token()
    {
        await using Caller caller = await Caller.StartAsync();
        string pair = Convert.ToBase64String(Encoding.UTF8.GetBytes(caller.Organization.ClientId + ":" + caller.Organization.ClientSecret));
        Reply reply = await caller.FormAsync(new() { ["grant_type"] = "client_credentials" }, new AuthenticationHeaderValue("Basic", pair));
        Assert.Equal(200, reply.Status);
        RecordedRequest recorded = caller.Server.Requests.Last("POST", "/v2/auth/token")!;
        Assert.Equal("Basic", recorded.AuthorizationScheme);
        Assert.DoesNotContain(pair, string.Join('\n', recorded.Headers.Values), StringComparison.Ordinal);
    }

    [Fact]
    [CoversBehavior("token-refresh")]
    [CoversBehavior("token-refresh-expired")]
    public async Task Refresh_token_serves_until_it_expires()
    {
        await using Caller caller = await Caller.StartAsync();
        Dictionary<string, string> form = new()
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = (await caller.TokenAsync())["refresh_token"]!,
        };
        Assert.Equal(200, (await caller.FormAsync(form)).Status);
        caller.Organization.ExpireRefreshTokens();
        Assert.Equal("Refresh token expired", (await caller.FormAsync(form))["message"]);
    }

    [Fact]
    [CoversBehavior("token-wrong-secret")]
    public async Task Wrong_secret_is_refused()
    {
        await using Caller caller = await Caller.StartAsync();
        Reply reply = await caller.FormAsync(
            new()
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = caller.Organization.ClientId,
                ["client_secret"] = "no",
            });
        Assert.Equal((401, "unauthorized"), (reply.Status, reply["code"]));
    }

    [Fact]
    [CoversBehavior("token-expires")]
    public async Task Token_expires_when_its_response_specifies()
    {
        FakeTimeProvider time = new(DateTimeOffset.UtcNow);
        await using Caller caller = await Caller.StartAsync(o => (o.TimeProvider, o.TokenLifetime) = (time, TimeSpan.FromSeconds(3)));
        time.Advance(TimeSpan.FromSeconds(2.9));
        Assert.Equal(200, (await caller.GetAsync("v2/whoami")).Status);
        time.Advance(TimeSpan.FromSeconds(0.2));
        Assert.Equal(401, (await caller.GetAsync("v2/whoami")).Status);
    }

    [Fact]
    [CoversBehavior("token-rate")]
    public async Task Token_rate_is_enforced_on_request()
    {
        FakeTimeProvider time = new(DateTimeOffset.UtcNow);
        await using Caller caller = await Caller.StartAsync(o => (o.TimeProvider, o.EnforcesTokenRate) = (time, true));
        Assert.Equal(429, (await caller.TokenAsync()).Status);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await caller.TokenAsync()).Status);
        Assert.Equal(2, caller.Server.Requests.TokenTimes.Count);
    }

    [Fact]
    [CoversBehavior("token-missing")]
    [CoversBehavior("error-body")]
    public async Task Call_without_a_token_is_refused()
    {
        await using Caller caller = await Caller.StartAsync();
        using var message = await caller.Http.GetAsync(new Uri("v2/whoami", UriKind.Relative));
        JsonObject body = JsonNode.Parse(await message.Content.ReadAsStringAsync())!.AsObject();
        Assert.Equal(401, (int)message.StatusCode);
        Assert.Equal(["requestId", "message", "code"], body.Select(p => p.Key));
        Assert.Equal(("Token missing or malformed", "unauthorized"), ((string)body["message"]!, (string)body["code"]!));
        Assert.Equal((string)body["requestId"]!, message.Headers.GetValues("x-request-id").Single());
        Assert.False(caller.Server.Requests.Last("GET", "/v2/whoami")!.HasAuthorization);
    }

    [Fact]
    [CoversBehavior("whoami")]
    [CoversBehavior("paths-any-case")]
    public async Task Whoami_names_the_caller()
    {
        await using Caller caller = await Caller.StartAsync();
        JsonObject body = (await caller.GetAsync("V2/WhoAmI")).Json.AsObject();
        Assert.Equal(
            $$"""{"userId":"{{caller.Organization.ApiUser.Id}}","organizationId":"{{caller.Organization.Id}}"}""",
            body.ToJsonString());
    }

    [Theory]
    [CoversBehavior("error-unknown-id")]
    [InlineData("v2/dataModels/nope")]
    [InlineData("v2/dataModels/nope/spec")]
    [InlineData("v2/files/nope")]
    [InlineData("v2/members/nope")]
    [InlineData("v2/connections/tables/nope/columns")]
    public async Task Unknown_IDs_are_not_found(string path)
    {
        await using Caller caller = await Caller.StartAsync();
        Reply reply = await caller.GetAsync(path);
        Assert.Equal((404, "not_found"), (reply.Status, reply["code"]));
    }

    [Fact]
    [CoversBehavior("list-a")]
    [CoversBehavior("list-has-more")]
    public async Task Family_A_is_followed_by_its_cursor()
    {
        await using Caller caller = await Caller.StartAsync();
        HashSet<string> seen = [];
        string? next = "";
        for (int page = 0; next is not null; page++)
        {
            Reply reply = await caller.GetAsync("v2/dataModels?limit=7" + (page == 0 ? "" : "&page=" + Uri.EscapeDataString(next)));
            seen.UnionWith(reply.Entries.Select(e => (string)e["dataModelId"]!));
            next = reply["nextPage"];
            Assert.True(reply.Json.AsObject().ContainsKey("nextPage"));
            Assert.Equal(next is not null, (bool)reply.Json["hasMore"]!);
        }

        Assert.Equal(caller.Organization.Models.Count, seen.Count);
        caller.Server.Faults.Arm(new Fault { OmitHasMore = true });
        Assert.False((await caller.GetAsync("v2/dataModels")).Json.AsObject().ContainsKey("hasMore"));
    }

    [Fact]
    [CoversBehavior("list-a-limit")]
    public async Task Family_A_has_its_limits()
    {
        await using Caller caller = await Caller.StartAsync(o => o.SeedModels = false);
        for (int at = 0; at < 60; at++)
        {
            caller.Organization.AddModel(Specs.Orders(), "Model " + at);
        }

        Assert.Equal(50, (await caller.GetAsync("v2/dataModels")).Entries.Count);
        Assert.Equal(60, (await caller.GetAsync("v2/dataModels?limit=1000")).Entries.Count);
        Assert.Equal(400, (await caller.GetAsync("v2/dataModels?limit=1001")).Status);
        caller.Server.Options.PageSizeCap = 10;
        Assert.Equal(10, (await caller.GetAsync("v2/dataModels?limit=1000")).Entries.Count);
    }

    [Fact]
    [CoversBehavior("list-b")]
    public async Task Family_B_leaves_its_token_out_at_the_end()
    {
        await using Caller caller = await Caller.StartAsync();
        string path =
            $"v2/connections/tables/{caller.Organization.FindTable(Specs.Warehouse, ["RETAIL", "SALES", "ORDERS"])!.InodeId}"
            + "/columns?pageSize=";
        Reply first = await caller.GetAsync(path + "6");
        Reply second = await caller.GetAsync(path + "6&pageToken=" + Uri.EscapeDataString(first["nextPageToken"]!));
        Assert.Equal((6, 5), (first.Entries.Count, second.Entries.Count));
        Assert.False(second.Json.AsObject().ContainsKey("nextPageToken"));
    }
}
