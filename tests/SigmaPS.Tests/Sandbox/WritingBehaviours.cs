using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using Xunit;

namespace SigmaPS.Tests.Sandbox;

public sealed class WritingBehaviours
{
    [Fact]
    [CoversBehavior("put-version")]
    [CoversBehavior("put-pages-only")]
    [CoversBehavior("put-whole")]
    public async Task PUT_replaces_the_pages_and_nothing_else()
    {
        await using Caller caller = await Caller.StartAsync();
        JsonObject spec = await caller.SpecAsync(Caller.PlugsOrders);
        (spec["name"], spec["description"], spec["folderId"]) = ("Other", "Other", "other");
        spec.Element()["columns"] = new JsonArray(spec.Column(0).DeepClone(), spec.Column(1).DeepClone());
        Reply reply = await caller.PutAsync(Caller.PlugsOrders, spec);
        Assert.Equal($$"""{"success":true,"dataModelId":"{{Caller.PlugsOrders}}"}""", reply.Text);
        JsonObject live = await caller.SpecAsync(Caller.PlugsOrders);
        Assert.Equal(("Plugs Orders", 3, false), ((string)live["name"]!, (int)live["documentVersion"]!, live.ContainsKey("description")));
        Assert.Equal(spec["pages"]!.ToJsonString(), live["pages"]!.ToJsonString());
    }

    [Fact]
    [CoversBehavior("put-loses-unrepresented")]
    public async Task PUT_loses_what_a_spec_cannot_represent()
    {
        await using Caller caller = await Caller.StartAsync();
        string id = caller.Organization.GetModelByName("Empty Page").Id;
        await caller.PutAsync(id, await caller.SpecAsync(id));
        Assert.Empty((await caller.GetAsync($"v2/dataModels/{id}/elements")).Entries);
    }

    [Fact]
    [CoversBehavior("put-same")]
    [CoversBehavior("put-unknown-keys")]
    [CoversBehavior("put-newer-kinds")]
    [CoversBehavior("put-unresolved")]
    public async Task Every_model_goes_back_as_it_came()
    {
        await using Caller caller = await Caller.StartAsync();
        foreach (SandboxModel model in caller.Organization.Models.Where(m => !m.IsArchived))
        {
            string before = model.Latest.PagesText;
            Reply reply = await caller.SendAsync("PUT", $"v2/dataModels/{model.Id}/spec", model.SpecJson);
            Assert.True(reply.Status == 200, model.Name + ": " + reply.Text);
            Assert.Equal(before, model.Latest.PagesText);
        }
    }

    [Theory]
    [InlineData("Summ(1)", true)]
    [InlineData("sum(1)", true)]
    [InlineData("If(True)", true)]
    [InlineData("Lookup([X], 1)", true)]
    [InlineData("If(True, \"Foo(1)\", Concat('Bar(1)', Text(1)))", false)]
    [InlineData("Not (IsNull(1)) and (1 = 1)", false)]
    [CoversBehavior("put-unknown-function")]
    public async Task Unknown_function_gives_a_column_of_type_error(string formula, bool isError)
    {
        await using Caller caller = await Caller.StartAsync();
        SandboxModel model = caller.Organization.Models.First(m => m.Name == "Plugs Orders");
        Reply put = await caller.SendAsync("PUT", $"v2/dataModels/{model.Id}/spec", WithFormula(model, formula));
        Assert.True(put.Status == 200, put.Text);
        string columns = (await caller.GetAsync($"v2/dataModels/{model.Id}/columns?limit=1000")).Text;
        JsonNode column = JsonNode.Parse(columns)!["entries"]!.AsArray().Single(c => c!["columnId"]!.GetValue<string>() == "x1")!;
        Assert.Equal(isError, column["type"]!.ToJsonString().Contains("error", StringComparison.Ordinal));
    }

    [Fact]
    [CoversBehavior("put-over")]
    public async Task Over_function_is_refused()
    {
        await using Caller caller = await Caller.StartAsync();
        SandboxModel model = caller.Organization.Models.First(m => m.Name == "Plugs Orders");
        Reply put = await caller.SendAsync("PUT", $"v2/dataModels/{model.Id}/spec", WithFormula(model, "SumOver(1, 2)"));
        Assert.Equal(400, put.Status);
    }

    private static string WithFormula(SandboxModel model, string formula)
    {
        JsonNode spec = JsonNode.Parse(model.SpecJson)!;
        JsonArray columns = spec["pages"]![0]!["elements"]![0]!["columns"]!.AsArray();
        columns.Add(new JsonObject { ["id"] = "x1", ["name"] = "X1", ["formula"] = formula });
        return spec.ToJsonString();
    }

    [Fact]
    [CoversBehavior("put-yaml")]
    public async Task PUT_takes_YAML()
    {
        await using Caller caller = await Caller.StartAsync();
        foreach (SandboxModel model in caller.Organization.Models.Where(m => !m.IsArchived))
        {
            string path = $"v2/dataModels/{model.Id}/spec";
            string before = model.Latest.PagesText;
            Reply reply = await caller.SendAsync(
                "PUT",
                path,
                (await caller.GetAsync(path, "application/yaml")).Text,
                contentType: "application/yaml");
            Assert.True(reply.Status == 200, model.Name + ": " + reply.Text);
            Assert.Equal(before, model.Latest.PagesText);
        }
    }

    [Fact]
    [CoversBehavior("put-stale")]
    [CoversBehavior("put-last-wins")]
    public async Task Stale_version_is_refused_where_it_is_sent_and_known()
    {
        await using Caller caller = await Caller.StartAsync();
        JsonObject stale = await caller.SpecAsync(Caller.PlugsOrders);
        caller.Organization.EditAsColleague(Caller.PlugsOrders, spec => spec.Element()["name"] = "Edited");
        Reply refused = await caller.PutAsync(Caller.PlugsOrders, stale);
        Assert.Equal((409, "conflict"), (refused.Status, refused["code"]));
        caller.Server.Options.HonoursDocumentVersion = false;
        Assert.Equal(200, (await caller.PutAsync(Caller.PlugsOrders, stale)).Status);
        caller.Server.Options.HonoursDocumentVersion = true;
        stale.Remove("documentVersion");
        Assert.Equal(200, (await caller.PutAsync(Caller.PlugsOrders, stale)).Status);
        Assert.Equal(5, caller.Organization.GetModel(Caller.PlugsOrders).LatestVersion);
    }

    [Fact]
    [CoversBehavior("put-archived")]
    public async Task Archived_model_is_not_written()
    {
        await using Caller caller = await Caller.StartAsync();
        JsonObject spec = await caller.SpecAsync(Caller.PlugsOrders);
        caller.Organization.Archive(Caller.PlugsOrders);
        Reply reply = await caller.PutAsync(Caller.PlugsOrders, spec);
        Assert.Equal((409, "inode_archived"), (reply.Status, reply["code"]));
    }

    [Fact]
    [CoversBehavior("post-makes")]
    [CoversBehavior("post-twice")]
    public async Task POST_makes_a_model_each_time()
    {
        await using Caller caller = await Caller.StartAsync();
        string first = (await caller.PostAsync(Specs.Orders()))["dataModelId"]!;
        string second = (await caller.PostAsync(Specs.Orders()))["dataModelId"]!;
        Assert.NotEqual(first, second);
        JsonObject spec = await caller.SpecAsync(first);
        Assert.Equal(
            ("Test", 1, Specs.Examples, "kind"),
            ((string)spec["name"]!, (int)spec["documentVersion"]!, (string)spec["folderId"]!, spec.Last().Key));
    }

    [Theory]
    [CoversBehavior("post-needs")]
    [InlineData("name")]
    [InlineData("folderId")]
    public async Task POST_needs_name_and_folder(string key)
    {
        await using Caller caller = await Caller.StartAsync();
        JsonObject body = Specs.Orders();
        body.Remove(key);
        Reply reply = await caller.PostAsync(body);
        Assert.Equal((400, key + ": Invalid string: undefined"), (reply.Status, reply["message"]));
    }
}
