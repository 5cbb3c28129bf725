using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Diagrams;

/// <summary>The page for the browser: one file that loads nothing, with an outline of everything and the sources of each column.</summary>
public sealed class HtmlPageTests : ShellTest
{
    private const int Tables = 40;
    private const int Elements = 200;
    private const int Columns = 12;

    // The attributes that make a browser load or run something.
    private static readonly string[] Loading = ["src", "href", "action", "data", "style", "srcset"];

    [Fact]
    public void Page_contains_each_element_column_and_edge_once()
    {
        HtmlPage page = Draw(Large());
        Assert.Equal(page.Rows.Count, page.Rows.Select(row => (string)row.Attribute("id")!).Distinct().Count());
        Assert.Equal(
            Enumerable.Range(0, Elements).Select(i => $"e{i}"),
            page.Rows.Where(row => Kind(row) == "element").Select(row => (string)row.Attribute("data-id")!));
        Assert.Equal(
            Enumerable.Range(0, Elements).SelectMany(i => Enumerable.Range(0, Columns).Select(c => $"c{i}-{c}")),
            page.Rows.Where(row => Kind(row) == "column").Select(row => (string?)row.Attribute("data-id")).OfType<string>());
        Assert.Equal(
            Enumerable.Range(0, Elements).Select(i => (i < Tables ? $"DB.S.T{i}" : $"Table {i - Tables}", $"Table {i}")).Order(),
            page.Edges().Order());
        Assert.Equal(Elements + Tables, page.Drawing.Descendants().Count(element => element.Name.LocalName == "rect"));
    }

    [Fact]
    public void Page_has_the_sources_of_each_column()
    {
        HtmlPage page = Draw(Large());
        foreach (XElement row in page.Rows.Where(row => ((string?)row.Attribute("data-id") ?? "").StartsWith('c')))
        {
            int[] at = [.. ((string)row.Attribute("data-id")!)[1..].Split('-').Select(int.Parse)];
            Assert.Equal([Source(at[0], at[1])], page.Reads(row));
        }
    }

    [Fact]
    public void Page_loads_nothing_and_allows_only_its_own_script_and_style()
    {
        HtmlPage page = Draw(Large());
        string policy = page.Root.Descendants("meta").Select(meta => meta.Attribute("content")?.Value ?? "")
            .Single(content => content.Contains("default-src 'none'", StringComparison.Ordinal));
        Assert.Contains($"script-src '{Hash(page.Script)}'", policy);
        Assert.Contains($"style-src '{Hash(page.Style)}'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.DoesNotContain("url(", page.Style.Replace("url(#", "", StringComparison.Ordinal));
        Assert.DoesNotContain("@import", page.Style);
        Assert.DoesNotMatch(@"fetch\(|XMLHttpRequest|WebSocket|import\(|eval\(|innerHTML|document\.write|localStorage", page.Script);
        XAttribute[] attributes = [.. page.Root.DescendantsAndSelf().Attributes()];
        Assert.All(
            attributes.Where(attribute => Loading.Contains(attribute.Name.LocalName)),
            attribute => Assert.Matches("^#[gni][0-9]+$", attribute.Value));
        Assert.DoesNotContain(attributes, attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        MatchCollection found = Regex.Matches(page.Root + page.Script + page.Style, "https?://[^\"' )<]*");
        string[] addresses = [.. found.Select(match => match.Value).Distinct()];
        Assert.Equal(["http://www.w3.org/2000/svg"], addresses);
    }

    [Theory]
    [InlineData("</script><img src=x onerror=alert(1)>")]
    [InlineData("\"><script>alert(1)</script>")]
    [InlineData("' onmouseover='alert(1)")]
    [InlineData("</style><style>*{display:none}")]
    [InlineData("<!-- --><![CDATA[ ]]>&lt;b&gt;")]
    [InlineData("javascript:alert(1)//#i1")]
    public void Names_are_text_wherever_the_page_has_them(string attack)
    {
        HtmlPage page = Draw(Model(attack));
        Assert.Equal(attack, page.Root.Element("body")!.Element("header")!.Element("h1")!.Value);
        Assert.Equal([attack, attack, attack], page.Rows.Take(3).Select(HtmlPage.Name));
        Assert.All(page.Rows.Take(3), row => Assert.Equal(attack, (string?)row.Attribute("data-id")));
        Assert.Equal($"[{attack}] + 1", page.Rows.SelectMany(row => row.Elements("div").Elements("code")).First().Value);
        Assert.Single(page.Root.Descendants("script"));
        Assert.Single(page.Root.Descendants("style"));
        Assert.Empty(page.Root.Descendants("img"));
    }

    [Fact]
    public void Characters_that_end_a_line_or_turn_text_round_are_not_in_the_page()
    {
        Shell.Set("json", Model("a\u2028b\u2029c\u202ed\u0007e\u2066f"));
        string html = Run("ConvertTo-SigmaDiagram -Json $json -As Html").MustSucceed().Texts.Single()!;
        Assert.DoesNotMatch("[\u0007\u2028\u2029\u202e\u2066]", html);
        Assert.Equal("a b c d e f", HtmlPage.Name(new HtmlPage(html).Rows[0]));
    }

    [Fact]
    public void Page_of_a_lineage_has_a_row_for_each_model()
    {
        Shell.Set("models", System.IO.Path.Combine(Repository.Root, "src", "SigmaPS.Sandbox", "Models", "*sales-core.json"));
        HtmlPage page = new(Run("ConvertTo-SigmaDiagram -Path $models -Lineage -As Html").MustSucceed().Texts.Single()!);
        Assert.Equal(["Built on Sales Core", "Sales Core"], HtmlPage.Inside(page.Rows[0]).Select(HtmlPage.Name));
        Assert.Contains(("Sales Core", "Built on Sales Core"), page.Edges());
    }

    private HtmlPage Draw(string json)
    {
        Shell.Set("json", json);
        return new HtmlPage(Run("ConvertTo-SigmaDiagram -Json $json -As Html").MustSucceed().Texts.Single()!);
    }

    private static string Kind(XElement row) => (string)row.Attribute("data-kind")!;

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    // The first column of an element reads its source; each other column reads the one before it.
    private static string Source(int element, int column) =>
        column > 0 ? $"Table {element}/Column {column - 1}"
        : element < Tables ? $"DB.S.T{element}/Column 0"
        : $"Table {element - Tables}/Column {Columns - 1}";

    private static string Large() => JsonSerializer.Serialize(new
    {
        schemaVersion = 1,
        name = "Large",
        pages = Enumerable.Range(0, Elements / Tables).Select(p =>
            new { id = $"p{p}", name = $"Page {p}", elements = Enumerable.Range(p * Tables, Tables).Select(Element) }),
    });

    private static Dictionary<string, object> Element(int i) => new()
    {
        ["id"] = $"e{i}",
        ["kind"] = "table",
        ["name"] = $"Table {i}",
        ["source"] = i < Tables
            ? new { kind = "warehouse-table", connectionId = "c", path = new[] { "DB", "S", $"T{i}" } }
            : new { kind = "table", elementId = $"e{i - Tables}" },
        ["columns"] = Enumerable.Range(0, Columns).Select(c => new { id = $"c{i}-{c}", name = $"Column {c}", formula = Formula(i, c) }),
    };

    private static string Formula(int i, int c) =>
        c > 0 ? $"[Column {c - 1}] + 1" : i < Tables ? $"[T{i}/Column 0]" : $"[Table {i - Tables}/Column {Columns - 1}]";

    private static string Model(string name) => JsonSerializer.Serialize(new
    {
        schemaVersion = 1,
        name,
        pages = new[]
        {
            new
            {
                id = name,
                name,
                elements = new[]
                {
                    new
                    {
                        id = name,
                        kind = "table",
                        name,
                        columns = new[] { new { id = name, name, formula = $"[{name}] + 1" } },
                        source = new { kind = "warehouse-table", connectionId = "c", path = new[] { name } },
                    },
                },
            },
        },
    });
}
