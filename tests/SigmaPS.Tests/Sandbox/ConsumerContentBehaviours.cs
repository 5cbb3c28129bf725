using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using Xunit;

namespace SigmaPS.Tests.Sandbox;

public sealed class ConsumerContentBehaviours
{
    private static readonly string Chart =
        $$"""{"id":"e2","kind":"visualization","chart":"bar","name":"Chart","source":{"kind":"element","elementId":"e1"},"columns":[{{Consumer.Column("v1", "Sum([Orders/Name of c1])")}}]}""";

    private static readonly string Elements = string.Join(
        ',',
        Consumer.Table(Consumer.Column("c1", "[Orders/Amount]")),
        Chart,
        """{"id":"t","kind":"text","text":"{{[Orders/Amount]}}"}""",
        $$"""{"id":"k","kind":"control","controlId":"Pick","valueType":"text-list","parameters":[{"kind":"data-model","dataModelId":"{{Consumer.Base}}","controlId":"Region-Pick"}]}""",
        """{"id":"bad","kind":"table","name":"Bad","error":"Cannot be compiled"}""");

    [Fact]
    [CoversBehavior("documents-pages")]
    [CoversBehavior("documents-elements")]
    [CoversBehavior("documents-element-error")]
    public async Task Elements_give_what_the_sheet_names()
    {
        await using Caller caller = await Consumer.StartAsync(Elements);
        JsonObject[] elements = [.. (await caller.GetAsync($"v2/workbooks/{Consumer.Document}/elements")).Entries];
        Assert.Equal(["e1", "e2", "t", "k", "bad"], elements.Select(e => (string)e["elementId"]!));
        Assert.Equal(("Orders", "Name of c1"), ((string)elements[0]["name"]!, (string)elements[0]["columns"]![0]!));
        Assert.Equal(
            ("bar", false, true),
            ((string)elements[1]["vizualizationType"]!, elements[2].ContainsKey("columns"), elements[4].ContainsKey("error")));
        JsonObject page = Assert.Single((await caller.GetAsync($"v2/workbooks/{Consumer.Document}/pages")).Entries);
        Assert.Equal(5, (await caller.GetAsync($"v2/workbooks/{Consumer.Document}/pages/{page["pageId"]}/elements")).Entries.Count);
    }

    [Fact]
    [CoversBehavior("documents-columns")]
    [CoversBehavior("documents-paging")]
    public async Task Columns_of_a_report_are_family_B()
    {
        await using Caller caller = await Consumer.StartAsync(Elements);
        string report = caller.Organization.AddReport(
            $$"""{"name":"R","pages":[{"id":"p","elements":[{{Consumer.Table(Consumer.Column("c1", "[Orders/Amount]") + "," + Consumer.Column("c2", "[Name of c1]"))}}]}]}"""
        );
        Reply first = await caller.GetAsync($"v2/reports/{report}/columns?pageSize=1");
        Assert.NotNull(first["nextPageToken"]);
        Reply second = await caller.GetAsync($"v2/reports/{report}/columns?pageSize=1&pageToken={first["nextPageToken"]}");
        Assert.Equal((null, "c2"), (second["nextPageToken"], (string)second.Entries.Single()["columnId"]!));
        Assert.Equal(["columnId", "name", "formula", "type", "elementId"], (await caller.ColumnAsync("c1")).Select(p => p.Key));
        Assert.Equal(
            "Name of c1",
            (string)(await caller.GetAsync($"v2/workbooks/{Consumer.Document}/elements/e1/columns")).Entries.Single()["label"]!);
    }

    [Fact]
    [CoversBehavior("documents-sources")]
    [CoversBehavior("documents-lineage")]
    [CoversBehavior("documents-lineage-odd")]
    [CoversBehavior("documents-lineage-element")]
    public async Task Sources_name_elements_and_lineage_hides_them()
    {
        const string odd =
            ""","blankSource":true,"listedTwice":true,"id":"e9","kind":"table","source":{"kind":"sql","connectionId":"x","statement":"select 1"},"columns":[]}""";
        await using Caller caller = await Consumer.StartAsync(Elements + ",{" + odd[1..]);
        JsonArray sources = (await caller.GetAsync($"v2/workbooks/{Consumer.Document}/sources")).Json.AsArray();
        Assert.Equal($$"""{"type":"data-model","dataModelId":"{{Consumer.Base}}","elementIds":["ord"]}""", sources[0]!.ToJsonString());
        Assert.Equal(("custom-sql", "select 1"), ((string)sources[1]!["type"]!, (string)sources[1]!["definition"]!));
        Assert.DoesNotContain("/ord", await LineageAsync(), System.StringComparison.Ordinal);
        Assert.Contains("\"sourceIds\":[\"\",\"e9\"]", await LineageAsync(), System.StringComparison.Ordinal);
        Assert.Equal(3, (await LineageAsync()).Split("\"e9\",\"sourceIds\"").Length);
        caller.Server.Options.LineageSuffixIsElementId = true;
        Assert.Contains($"\"{Base62.Encode(Consumer.Base)}/ord\"", await LineageAsync(), System.StringComparison.Ordinal);
        Assert.Equal(400, (await caller.GetAsync($"v2/workbooks/{Consumer.Document}/lineage/elements/t")).Status);
        JsonNode one = (await caller.GetAsync($"v2/workbooks/{Consumer.Document}/lineage/elements/e1")).Json;
        Assert.Equal(
            (1, $"{Base62.Encode(Consumer.Base)}/ord"),
            (one["dependencies"]!.AsObject().Count, (string)one["edges"]![0]!["source"]!));

        async Task<string> LineageAsync() => (await caller.GetAsync($"v2/workbooks/{Consumer.Document}/lineage")).Text;
    }

    [Fact]
    [CoversBehavior("documents-sources-tag")]
    public async Task Tagged_source_does_not_change_with_the_model()
    {
        await using Caller caller = await Consumer.StartAsync(Elements);
        caller.Organization.AddTag(Consumer.Base, "Prod");
        string pinned = caller.Organization.AddWorkbook(
            $$"""{"pages":[{"id":"p","elements":[{{Consumer.Table(Consumer.Column("c1", "[Orders/Amount]"), more: ",\"versionTag\":\"Prod\"")}}]}]}"""
        );
        Assert.NotNull((await caller.GetAsync($"v2/workbooks/{pinned}/sources")).Json[0]!["versionTagId"]);
        caller.Edit(Consumer.Base, "ord", columns => columns.Drop("a"));
        Assert.Equal(("error", "text"), (await caller.TypeAsync("c1"), await caller.TypeAsync("c1", pinned)));
        caller.Organization.AddTag(Consumer.Base, "Prod");
        Assert.Equal("error", await caller.TypeAsync("c1", pinned));
    }

    [Fact]
    [CoversBehavior("documents-queries")]
    [CoversBehavior("documents-controls")]
    [CoversBehavior("documents-control-parameters")]
    [CoversBehavior("documents-schedules")]
    public async Task Queries_controls_and_schedules_show_little()
    {
        await using Caller caller = await Consumer.StartAsync(
            Elements,
            more: ""","schedules":[{"id":"n1","sheetId":"s1","columnId":"c1"}]""");
        caller.Edit(Consumer.Base, "ord", columns => columns.Drop("a"));
        Assert.Contains(
            "Unknown column",
            (await caller.GetAsync($"v2/workbooks/{Consumer.Document}/queries")).Entries[0]["sql"]!.ToString(),
            System.StringComparison.Ordinal);
        Assert.Equal(
            ["name", "valueType"],
            (await caller.GetAsync($"v2/workbooks/{Consumer.Document}/controls")).Entries.Single().Select(p => p.Key));
        Assert.Contains(
            "Region-Pick",
            (await caller.GetAsync($"v2/workbooks/{Consumer.Document}?includeContents=true")).Text,
            System.StringComparison.Ordinal);
        Assert.Equal(
            "c1",
            (string)
                (await caller.GetAsync($"v2/workbooks/{Consumer.Document}/schedules")).Json[0]!["configV2"]!["conditionOptions"]![
                    "columnId"
                ]!);
    }
}
