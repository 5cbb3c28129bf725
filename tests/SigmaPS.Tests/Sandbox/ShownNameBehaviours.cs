using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Sandbox;

public sealed class ShownNameBehaviours
{
    [Fact]
    [CoversBehavior("columns-unnamed")]
    [CoversBehavior("elements-names")]
    public async Task Columns_are_shown_under_the_names_of_the_table()
    {
        await using Caller caller = await Caller.StartAsync();
        for (int seed = 0; seed < 40; seed++)
        {
            NamedModel model = new(seed, hasOtherModels: false);
            JsonObject body = model.Root.DeepClone().AsObject();
            body["folderId"] = Specs.Examples;
            Reply made = await caller.PostAsync(body);
            string id = made["dataModelId"] ?? throw new Xunit.Sdk.XunitException(made.Text);
            string[] shown =
            [
                .. (await caller.GetAsync($"v2/dataModels/{id}/columns?limit=1000"))
                    .Entries.Select(c => $"{c["elementId"]} {c["columnId"]} {c["name"]}")
                    .Order(),
            ];
            Assert.Equal(model.Names.Select(item => $"{item.ElementId} {item.Id} {item.Shown}").Order(), shown);
            Assert.Equal(
                model
                    .Names.GroupBy(item => item.ElementId)
                    .Select(group => $"{group.Key}: {string.Join(", ", group.Select(item => item.Shown))}")
                    .Order(),
                (await caller.GetAsync($"v2/dataModels/{id}/elements?limit=1000"))
                    .Entries.Select(e => $"{e["elementId"]}: {string.Join(", ", e["columns"]!.AsArray().Select(c => (string)c!))}")
                    .Order());
        }
    }

    // A path into JSON, a slash in a name, text in single quotes, an inherited metric; and a missing item has the type error.
    [Theory]
    [InlineData("Text([ORDERS/Order Id].users[0].email)", "text")]
    [InlineData("[Pct H/L] + 1", "number")]
    [InlineData("If([ORDERS/Order Id] = '[nothing]', 1, 2)", "boolean")]
    [InlineData("[ORDERS/Nothing]", "error")]
    [InlineData("[Nothing] + 1", "error")]
    [InlineData("[Metrics/Nothing]", "error")]
    [InlineData("Text([Nothing].users[0])", "error")]
    [CoversBehavior("columns-error")]
    public async Task Reference_that_finds_nothing_has_the_type_error(string formula, string type)
    {
        await using Caller caller = await Caller.StartAsync();
        JsonObject slashed = new() { ["id"] = "c0", ["formula"] = "[ORDERS/Net Revenue]", ["name"] = "Pct H/L" };
        JsonObject column = new() { ["id"] = "c1", ["formula"] = formula, ["name"] = "C" };
        Reply made = await caller.PostAsync(Specs.Orders($"{slashed.ToJsonString()},{column.ToJsonString()}"));
        JsonObject shown = (await caller.GetAsync($"v2/dataModels/{made["dataModelId"]}/columns")).Entries.Single(c =>
            (string)c["columnId"]! == "c1");
        Assert.Equal(type == "error", (string)shown["type"]!["type"]! == "error");
    }

    [Fact]
    [CoversBehavior("csv-belongs")]
    public async Task File_of_another_document_is_refused()
    {
        await using Caller caller = await Caller.StartAsync();
        JsonObject body = Specs.Orders("""{"id":"c1","formula":"[users.csv/Region]"}""");
        body.Element()["source"] = new JsonObject
        {
            ["kind"] = "csv-table",
            ["connectionId"] = Specs.Warehouse,
            ["inodeId"] = "53bb9b0b-38ac-4125-94ab-eb88ea6d5676",
        };
        Reply refused = await caller.PostAsync(body);
        Assert.Equal(400, refused.Status);
        Assert.Contains("does not belong", refused.Text, System.StringComparison.Ordinal);
    }
}
