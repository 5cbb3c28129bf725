using System.IO;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>The paths of an environment reach every kind of source that has a path; a source that cannot be mapped is a blocker.</summary>
public sealed class SourceKindTests : IAsyncLifetime
{
    private ReleaseTestBed _shop = null!;

    public async Task InitializeAsync() => _shop = await ReleaseTestBed.OpenAsync();

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Theory]
    [InlineData("warehouse-table")]
    [InlineData("metric-view")]
    [InlineData("semantic-view")]
    public void Paths_reach_a_source_of_any_kind_and_a_join_leg_of_any_kind(string kind)
    {
        JsonObject model = _shop.Write(1);
        JsonArray elements = model["pages"]![0]!["elements"]!.AsArray();
        elements.Add(Element("plain", Source(kind, "VIEW"), "[VIEW/A]"));
        elements.Add(Element(
            "joined",
            new JsonObject
            {
                ["kind"] = "join",
                ["joins"] = new JsonArray(new JsonObject
                {
                    ["left"] = new JsonObject { ["kind"] = "table", ["elementId"] = "plain" },
                    ["right"] = Source(kind, "LEG"),
                    ["columns"] = new JsonArray(new JsonObject { ["left"] = "[A]", ["right"] = "[A]" }),
                    ["joinType"] = "left-outer",
                }),
                ["primarySource"] = new JsonObject { ["kind"] = "table", ["elementId"] = "plain" },
            },
            "[LEG/A]"));
        elements.Add(Element(
            "union",
            new JsonObject
            {
                ["kind"] = "union",
                ["sources"] = new JsonArray(Source(kind, "PART"), new JsonObject { ["kind"] = "table", ["elementId"] = "plain" }),
                ["matches"] = new JsonArray(new JsonObject { ["outputColumnName"] = "A", ["sourceColumns"] = new JsonArray("[A]", "[A]") }),
            },
            "[Union of 2 Sources/A]"));
        _shop.Save(1, model);
        _shop.Publish("-SkipValidation").MustSucceed();
        string live = _shop.LiveModel(1).SpecJson;
        Assert.DoesNotContain("\"DEV\"", live);
        Assert.DoesNotContain(ReleaseTestBed.FilesConnection, live);
        Assert.Equal(4, live.Split("\"PROD\"").Length - 1);
    }

    [Fact]
    public void Csv_table_is_a_blocker_that_states_why()
    {
        JsonObject model = _shop.Write(1);
        model["pages"]![0]!["elements"]!
            .AsArray()
            .Add(
                Element(
                    "csv",
                    new JsonObject
                    {
                        ["kind"] = "csv-table",
                        ["connectionId"] = ReleaseTestBed.FilesConnection,
                        ["inodeId"] = "53bb9b0b-38ac-4125-94ab-eb88ea6d5676",
                    },
                    "[users.csv/A]"));
        _shop.Save(1, model);
        _shop.Plan().MustSucceed();
        string blocker = Assert.Single(_shop.Shell.Run("$plan.Items[0].Blockers").Texts)!;
        Assert.Contains("csv-table", blocker);
        Assert.Contains("belongs to the document", blocker);
        Assert.Equal(["1"], _shop.Shell.Run("\"$($plan.ExitCode)\"").Texts);
        Assert.NotEmpty(_shop.Publish().Errors);
        Assert.Empty(_shop.Live);
    }

    [Fact]
    public void Export_turns_JSON_files_into_YAML_without_a_session()
    {
        JsonObject model = _shop.Write(1);
        model["pages"]![0]!["elements"]![0]!["columns"]![2]!["formula"] = "[Net Revenue] * 2";
        _shop.Save(1, model);
        using Shell offline = new();
        offline.Set("models", _shop.Models);
        string target = Path.Combine(_shop.Root, "yaml");
        offline.Set("target", target);
        offline.Run("Import-SigmaDataModelSpec -Path \"$models/*.json\" | Export-SigmaDataModelSpec $target -Format Yaml").MustSucceed();
        string file = Assert.Single(Directory.GetFiles(target, "*.yaml"));
        offline.Set("file", file);
        Assert.Equal(["True"], offline.Run("\"$(Test-SigmaDataModelSpec -LiteralPath $file)\"").MustSucceed().Texts);
        Assert.Empty(
            offline.Run("Compare-SigmaDataModelSpec -ReferencePath \"$models/model-01.json\" -DifferencePath $file").MustSucceed().Output);
    }

    private static JsonObject Source(string kind, string name) =>
        new()
        {
            ["connectionId"] = ReleaseTestBed.FilesConnection,
            ["kind"] = kind,
            ["path"] = new JsonArray("DEV", "SALES", name),
        };

    private static JsonObject Element(string id, JsonObject source, string formula) => new()
    {
        ["id"] = id,
        ["kind"] = "table",
        ["source"] = source,
        ["columns"] = new JsonArray(new JsonObject { ["id"] = id + "1", ["formula"] = formula, ["name"] = "A" }),
        ["name"] = id,
    };
}
