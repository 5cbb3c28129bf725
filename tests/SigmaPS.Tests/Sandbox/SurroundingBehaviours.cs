using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using Xunit;

namespace SigmaPS.Tests.Sandbox;

public sealed class SurroundingBehaviours
{
    [Fact]
    [CoversBehavior("connections-list")]
    public async Task Connections_show_whether_names_are_friendly()
    {
        await using Caller caller = await Caller.StartAsync();
        Assert.Equal([true, true, false], (await caller.GetAsync("v2/connections")).Entries.Select(c => (bool)c["friendlyName"]!));
        Assert.Equal(Specs.Warehouse, (string)(await caller.GetAsync("v2/connections?search=retail")).Entries.Single()["connectionId"]!);
    }

    [Fact]
    [CoversBehavior("connections-lookup")]
    [CoversBehavior("connections-paths")]
    public async Task Path_leads_to_a_table_and_back()
    {
        await using Caller caller = await Caller.StartAsync();
        Reply table = await LookupAsync(caller, """["RETAIL","SALES","ORDERS"]""");
        Assert.Equal("table", table["kind"]);
        Assert.Equal(Base62.Encode(table["inodeId"]!), table["url"]!.Split('/')[^1]);
        Assert.Equal("scope", (await LookupAsync(caller, """["RETAIL"]"""))["kind"]);
        Assert.Equal(404, (await LookupAsync(caller, """["RETAIL","SALES","NOPE"]""")).Status);
        Assert.Equal(
            """["RETAIL","SALES","ORDERS"]""",
            (await caller.GetAsync("v2/connections/paths/" + table["inodeId"])).Json["path"]!.ToJsonString());
        Assert.Equal(10, (await caller.GetAsync("v2/connections/paths")).Entries.Count);
    }

    [Fact]
    [CoversBehavior("connections-columns")]
    public async Task Table_lists_its_columns()
    {
        await using Caller caller = await Caller.StartAsync();
        SandboxTable orders = caller.Organization.FindTable(Specs.Warehouse, ["RETAIL", "SALES", "ORDERS"])!;
        JsonObject first = (await caller.GetAsync($"v2/connections/tables/{orders.InodeId}/columns")).Entries[0];
        Assert.Equal("""{"name":"ORDER_ID","type":{"type":"text"},"visibility":"included"}""", first.ToJsonString());
    }

    [Fact]
    [CoversBehavior("members-list")]
    [CoversBehavior("members-array")]
    [CoversBehavior("members-one")]
    public async Task Members_are_listed()
    {
        await using Caller caller = await Caller.StartAsync();
        SandboxMember ada = caller.Organization.ApiUser;
        Assert.Equal(3, (await caller.GetAsync("v2.1/members")).Entries.Count);
        Assert.Equal(4, (await caller.GetAsync("v2.1/members?includeArchived=true")).Entries.Count);
        Assert.Equal(
            ada.Id,
            (string)(await caller.GetAsync("v2/members?email=" + Uri.EscapeDataString(ada.Email))).Entries.Single()["memberId"]!);
        Assert.Equal(ada.HomeFolderId, (await caller.GetAsync("v2/members/" + ada.Id))["homeFolderId"]);
        caller.Server.Options.ListsMembersAsArray = true;
        Assert.IsType<JsonArray>((await caller.GetAsync("v2/members")).Json);
        Assert.IsType<JsonObject>((await caller.GetAsync("v2/members?limit=10")).Json);
        Assert.IsType<JsonObject>((await caller.GetAsync("v2.1/members")).Json);
    }

    private static Task<Reply> LookupAsync(Caller caller, string path) =>
        caller.SendAsync("POST", $"v2/connection/{Specs.Warehouse}/lookup", $$"""{"path":{{path}}}""");
}
