using System.Collections.Generic;
using System.Linq;
using FsCheck.Xunit;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec;

/// <summary>The resolver against tables that were made without it.</summary>
public sealed class DisplayNameTests
{
    [Property(MaxTest = 400)]
    public void Resolver_gives_the_name_of_the_table_for_every_column(int seed, bool isOldLayout)
    {
        NamedModel model = new(seed, isOldLayout);
        Assert.Equal(model.Names.Select(item => $"{item.ElementId} {item.Id} {item.Shown}"), Shown(model.Text));
    }

    // One row per rule: the element's JSON, and the display names of its columns.
    [Theory]
    [InlineData(
        """{"source":{"kind":"warehouse-table","path":["D","S","ORDERS"]}}""",
        "[ORDERS/ORDER_ID]|[ORDERS/Phone1]|[ORDERS/Order Id]|[ORDERS/Margin Pct H/L]",
        "Order Id|Phone1|Order Id (1)|Margin Pct H/L")]
    [InlineData(
        """{"source":{"kind":"sql","statement":"s"}}""",
        "[Custom SQL/NET_REVENUE]|[Custom SQL/LoadTime]|[ID]",
        "NET_REVENUE|LoadTime|ID")]
    [InlineData("""{"source":{"kind":"metric-view","path":["D","S","MV"]}}""", "[MV/LoadTime]", "LoadTime")]
    [InlineData("""{"source":{"kind":"csv-table","inodeId":"i"}}""", "[users.csv/user_id]", "user_id")]
    [InlineData("""{"source":{"kind":"some-new-kind"}}""", "[X/user_id]", "user_id")]
    [InlineData(
        """{"source":{"kind":"table","elementId":"other"}}""",
        "[Other/LoadTime]|[Other/SKU]|Lookup([Other/City], [SKU], [Other/SKU])",
        "LoadTime|SKU|City (Other)")]
    [InlineData(
        """{"source":{"kind":"table","elementId":"other"},"relationships":[{"id":"r","targetElementId":"other","name":"STORE_DIM"}]}""",
        "[E/STORE_DIM/City]|[Other/STORE_DIM/City]|[Other/a/b]",
        "City (STORE_DIM)|City (STORE_DIM) (1)|a/b")]
    [InlineData(
        """{"source":{"kind":"table","elementId":"other"},"relationships":[{"id":"r","targetElementId":"other","name":"A/B"},{"id":"s","targetElementId":"e","name":"Up"}]}""",
        @"[E/A\/B/City]|[E/A/B/City]|[Other/A/B/H/L]|[E/Up/A\/B/City]|[E/Up/H/L]|[E/C/D]",
        "City (A/B)|City (A/B) (1)|H/L (A/B)|City (A/B) (2)|H/L (Up)|C/D")]
    [InlineData(
        """{"source":{"kind":"join","name":"Wide","primarySource":{"kind":"warehouse-table","path":["fact"]},"joins":[{"left":{"kind":"warehouse-table","path":["fact"]},"right":{"kind":"table","elementId":"other"},"name":"d_item"}]}}""",
        "[Wide/PRICE]|[d_item/Price]|[fact/PRICE]|[d_item/Price]|[d_item/Colour]|[other/SKU]",
        "Price|Price (d_item)|Price (fact)|Price (d_item) (1)|Colour|SKU")]
    [InlineData(
        """{"source":{"kind":"union","name":"All Sales","sources":[{},{}]}}""",
        "[All Sales/LoadTime]|[Union of 2 Sources/SKU]",
        "LoadTime|SKU")]
    [InlineData(
        """{"source":{"kind":"transpose","source":{"kind":"table","elementId":"other"}}}""",
        "[Transpose of Other/LoadTime]",
        "LoadTime")]
    [InlineData(
        """{"source":{"kind":"table","elementId":"other"}}""",
        "Sum([Other/City])|Lookup([Other/City], 1, 2) + 1|If(true, [Other/City])|",
        "c0|c1|c2|c3")]
    public void Column_without_a_name_is_shown_by_the_rule(string element, string formulas, string shown)
    {
        JsonObject made = Trees.Object(element);
        made.Set("id", new JsonString("e"));
        made.Set("kind", new JsonString("table"));
        made.Set("name", new JsonString("E"));
        JsonArray columns = new();
        foreach (string formula in formulas.Split('|'))
        {
            columns.Add(Trees.Object($$"""{"id":"c{{columns.Count}}","formula":"x"}"""));
            ((JsonObject)columns[columns.Count - 1]).Set("formula", new JsonString(formula));
        }

        made.Set("columns", columns);
        DisplayNames names = new(
            [made, Trees.Object("""{"id":"other","kind":"table","name":"Other","columns":[{"id":"o","formula":"1","name":"City"}]}""")],
            null);
        Assert.Equal(shown.Split('|'), columns.OfType<JsonObject>().Select(names.Of));
    }

    [Theory]
    [InlineData("""{"id":"e","kind":"table","name":"Orders","source":{"kind":"sql"}}""", "Orders")]
    [InlineData("""{"id":"e","kind":"table","source":{"kind":"warehouse-table","path":["DB","S","ORDERS"]}}""", "ORDERS")]
    [InlineData("""{"id":"e","kind":"table","source":{"kind":"semantic-view","path":["DB","S","SV"]}}""", "SV")]
    [InlineData("""{"id":"e","kind":"table","source":{"kind":"warehouse-table","path":[]}}""", "e")]
    [InlineData(
        """{"id":"e","kind":"table","source":{"kind":"data-model","dataModelId":"m","elementId":"x"},"columns":[{"id":"c","formula":"[Orders/Id]"}]}""",
        "Orders")]
    [InlineData(
        """{"id":"e","kind":"table","source":{"kind":"transpose","source":{"kind":"transpose","source":{"kind":"warehouse-table","path":["T"]}}}}""",
        "Transpose of Transpose of T")]
    [InlineData("""{"id":"e","kind":"table","source":{"kind":"table","elementId":"e"}}""", "e")]
    [InlineData("""{"id":"e","kind":"control","controlId":"Least"}""", "Least")]
    [InlineData("""{"id":"e","kind":"control","controlId":"Least","name":"At least"}""", "At least")]
    public void Element_without_a_name_is_shown_by_its_source(string element, string name)
    {
        JsonObject made = Trees.Object(element);
        Assert.Equal(name, new DisplayNames([made], null).OfElement(made));
    }

    [Fact]
    public void Chain_of_ten_thousand_elements_is_named_without_recursion()
    {
        List<JsonObject> chain =
        [
            .. Enumerable
                .Range(0, 10_000)
                .Select(i =>
                    Trees.Object(
                        $$"""{"id":"e{{i}}","kind":"table","source":{"kind":"table","elementId":"e{{i + 1}}"},"columns":[{"id":"c","formula":"[T/LoadTime]"}]}"""
                    )),
        ];
        chain.Add(Trees.Object("""{"id":"e10000","kind":"table","source":{"kind":"warehouse-table","path":["T"]}}"""));
        DisplayNames names = new(chain, null);
        Assert.Equal("T", names.OfElement(chain[0]));
        Assert.Equal("LoadTime", names.Of((JsonObject)chain[0].Array("columns")![0]));
    }

    [Fact]
    public void Live_name_replaces_an_inferred_name_and_never_a_declared_one()
    {
        SpecDocument document = SpecDocument.Parse(
            """{"schemaVersion":1,"pages":[{"elements":[{"id":"e","kind":"table","source":{"kind":"warehouse-table","path":["T"]},"columns":[{"id":"a","formula":"[T/ORDER_ID]"},{"id":"b","formula":"1","name":"Own"}]}]}]}""",
            "test");
        DisplayNames names = new(document, (_, column) => column == "a" ? "ORDER_ID" : "Other");
        Assert.Equal(
            ["ORDER_ID Live", "Own Declared"],
            document
                .Elements.Single()
                .Array("columns")!
                .OfType<JsonObject>()
                .Select(names.Find)
                .Select(name => $"{name.Text} {name.Origin}"));
    }

    [CorpusTheory]
    [InlineData(9)]
    public void Name_that_a_person_wrote_out_in_a_real_export_is_the_default_or_a_renaming(int most)
    {
        // A few names were given by people: most on SQL aliases, four on warehouse columns (spec sheet, section 5.1).
        List<string> renamed =
        [
            .. Corpus
                .Names.Where(Corpus.IsExport)
                .SelectMany(file => Written(file))
                .Where(pair => pair.Default != pair.Name)
                .Select(pair => $"{pair.Default}: {pair.Name}"),
        ];
        Assert.True(renamed.Count <= most, string.Join("; ", renamed));
    }

    private static IEnumerable<(string Default, string Name)> Written(string file)
    {
        SpecDocument document = SpecDocument.Parse(Corpus.Text(file), file);
        SpecDocument bare = SpecDocument.Parse(document.ToText(), file);
        foreach (JsonObject element in bare.Elements)
        {
            foreach (
                JsonObject column in (element.Array("columns") ?? new JsonArray())
                    .OfType<JsonObject>()
                    .Where(column => column.Text("formula") is { } formula && FormulaReferences.Only(formula) is not null))
            {
                column.Remove("name");
            }
        }

        DisplayNames names = new(bare);
        return document
            .Elements.Zip(bare.Elements)
            .SelectMany(pair =>
                (pair.First.Array("columns") ?? new JsonArray())
                    .OfType<JsonObject>()
                    .Zip((pair.Second.Array("columns") ?? new JsonArray()).OfType<JsonObject>())
                    .Where(columns => columns.First.Text("name") is not null && !columns.Second.Has("name"))
                    .Select(columns => (names.Of(columns.Second), columns.First.Text("name")!)));
    }

    private static IEnumerable<string> Shown(string text)
    {
        SpecDocument document = SpecDocument.Parse(text, "test");
        DisplayNames names = new(document);
        return document.Elements.SelectMany(element =>
            (element.Array("columns") ?? new JsonArray())
                .OfType<JsonObject>()
                .Select(column => $"{element.Text("id")} {column.Text("id")} {names.Of(column)}"));
    }
}
