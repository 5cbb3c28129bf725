using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Diagrams;

/// <summary>Models as pictures: as text that sites draw, and as a page that a browser shows.</summary>
public sealed class DiagramTests : ShellTest
{
    public DiagramTests() => Shell.Set("models", Path.Combine(Repository.Root, "src", "SigmaPS.Sandbox", "Models"));

    [Fact]
    [CoversParameter("ConvertTo-SigmaDiagram", "Spec", "LiteralPath", "As")]
    public void Diagram_shows_sources_joins_and_relationships()
    {
        string text = Run("Import-SigmaDataModelSpec \"$models/sales-core.json\" | ConvertTo-SigmaDiagram -As Mermaid")
            .MustSucceed()
            .Texts.Single()!;
        Assert.StartsWith("graph LR\n", text);
        Assert.Contains("[(\"RETAIL.SALES.ORDERS\")]", text);
        Assert.Contains("[\"Orders by Region\"]", text);
        Assert.Contains(" -.->|\"", text);
        string joined = Run("ConvertTo-SigmaDiagram -LiteralPath \"$models/orders-joined.json\" -As Mermaid").MustSucceed().Texts.Single()!;
        Assert.Contains("join\"|", joined);
    }

    [Fact]
    [CoversParameter("ConvertTo-SigmaDiagram", "Lineage", "Path", "Title")]
    public void Lineage_shows_dependencies_and_names_outside_models_by_ID()
    {
        string text = Run("ConvertTo-SigmaDiagram -Path \"$models/sales-core.json\", \"$models/built-on-*.json\" -Lineage -Title 'Ours'")
            .MustSucceed()
            .Texts.Single()!;
        Assert.StartsWith("# Ours\n\n```mermaid\ngraph LR\n", text);
        Assert.Contains("n1[\"Sales Core\"]", text);
        Assert.Contains("n1 --> n2", text);
        Assert.Contains("[[\"", Run("ConvertTo-SigmaDiagram -Path \"$models/built-on-*.json\" -Lineage").MustSucceed().Texts.Single());
    }

    [Fact]
    public void Lineage_finds_models_whose_ID_is_only_in_the_index_of_their_folder()
    {
        JsonArray index = [];
        foreach (string name in new[] { "sales-core", "built-on-sales-core" })
        {
            JsonObject model = JsonNode
                .Parse(File.ReadAllText(Path.Combine(Repository.Root, "src", "SigmaPS.Sandbox", "Models", name + ".json")))!
                .AsObject();
            index.Add(
                new JsonObject
                {
                    ["id"] = model["dataModelId"]!.DeepClone(),
                    ["file"] = name + ".json",
                    ["organization"] = "",
                    ["version"] = 1,
                    ["pages"] = "",
                }
            );
            model.Remove("dataModelId");
            File.WriteAllText(Path.Combine(Folder.FullName, name + ".json"), model.ToJsonString());
        }

        Directory.CreateDirectory(Path.Combine(Folder.FullName, ".sigma"));
        File.WriteAllText(Path.Combine(Folder.FullName, ".sigma", "index.json"), new JsonObject { ["models"] = index }.ToJsonString());
        Shell.Set("folder", Folder.FullName);
        string text = Run("ConvertTo-SigmaDiagram -Path $folder -Lineage -As Mermaid").MustSucceed().Texts.Single()!;
        Assert.Contains("n2 --> n1", text);
        Assert.DoesNotContain($"[[\"{index[0]!["id"]}", text);
    }

    [Fact]
    public void Misleading_characters_are_made_visible()
    {
        Shell.Set("json", Model("a\u009b31m\u202eb\u007f"));
        Assert.Contains(
            "[\"a\ufffd31m\ufffdb\ufffd\"]",
            Run("ConvertTo-SigmaDiagram -Json $json -As Mermaid").MustSucceed().Texts.Single());
    }

    [Fact]
    public void Model_without_elements_is_an_empty_page()
    {
        string html = Run("ConvertTo-SigmaDiagram -Json '{\"name\":\"Empty\",\"schemaVersion\":1,\"pages\":[]}' -As Html")
            .MustSucceed()
            .Texts.Single()!;
        Assert.DoesNotContain("=\"-", html);
        Drawing(html);
    }

    [Fact]
    [CoversParameter("ConvertTo-SigmaDiagram", "Json")]
    public void Hostile_names_are_text_in_every_form()
    {
        Shell.Set("json", Model("\"]; click n1 call alert()\n```\n##vso[task.complete]<script>alert(1)</script>|%%{init}"));
        string mermaid = Run("ConvertTo-SigmaDiagram -Json $json").MustSucceed().Texts.Single()!;
        Assert.DoesNotContain("<script", mermaid);
        Assert.DoesNotContain("##vso[", mermaid);
        Assert.Equal(2, mermaid.Split("```").Length - 1);
        Assert.DoesNotContain(
            "click n1",
            mermaid.Split('\n').Where(line => line.TrimStart().StartsWith("click", StringComparison.Ordinal)));
        string html = Run("ConvertTo-SigmaDiagram -Json $json -As Html").MustSucceed().Texts.Single()!;
        Assert.DoesNotContain("<script>alert", html);
        Drawing(html);
        Shell.Set("json", Model("bell\u0007 and escape\u001b[2J"));
        html = Run("ConvertTo-SigmaDiagram -Json $json -As Html").MustSucceed().Texts.Single()!;
        Assert.DoesNotContain(html, c => char.IsControl(c) && c != '\n');
    }

    [Fact]
    public void Two_hundred_elements_are_drawn_apart()
    {
        StringBuilder elements = new();
        for (int i = 0; i < 200; i++)
        {
            string source = i < 20
                ? $"\"kind\":\"warehouse-table\",\"connectionId\":\"c\",\"path\":[\"DB\",\"S\",\"T{i}\"]"
                : $"\"kind\":\"table\",\"elementId\":\"e{(i % 20) + (i >= 110 ? 90 : 0)}\"";
            elements
                .Append(i == 0 ? "" : ",")
                .Append("{\"id\":\"e")
                .Append(i)
                .Append("\",\"kind\":\"table\",\"name\":\"Table ")
                .Append(i)
                .Append("\",\"columns\":[],\"source\":{")
                .Append(source)
                .Append("}}");
        }

        Shell.Set(
            "json",
            "{\"schemaVersion\":1,\"name\":\"Large\",\"pages\":[{\"id\":\"p\",\"name\":\"Page\",\"elements\":[" + elements + "]}]}");
        string html = Run("ConvertTo-SigmaDiagram -Json $json -As Html").MustSucceed().Texts.Single()!;
        XElement svg = Drawing(html);
        var boxes = svg.Descendants()
            .Where(e => e.Name.LocalName == "rect")
            .Select(e => (X: Number(e, "x"), Y: Number(e, "y"), W: Number(e, "width"), H: Number(e, "height")))
            .ToArray();
        Assert.Equal(220, boxes.Length);
        for (int i = 0; i < boxes.Length; i++)
        {
            for (int j = i + 1; j < boxes.Length; j++)
            {
                Assert.False(
                    boxes[i].X < boxes[j].X + boxes[j].W
                        && boxes[j].X < boxes[i].X + boxes[i].W
                        && boxes[i].Y < boxes[j].Y + boxes[j].H
                        && boxes[j].Y < boxes[i].Y + boxes[i].H,
                    $"Boxes {i} and {j} overlap.");
            }
        }

        Assert.All(boxes, box => Assert.True(box.X + box.W <= Number(svg, "width") && box.Y + box.H <= Number(svg, "height")));
    }

    private static XElement Drawing(string html)
    {
        int from = html.IndexOf("<svg", StringComparison.Ordinal);
        return XElement.Parse(html[from..(html.IndexOf("</svg>", StringComparison.Ordinal) + 6)]);
    }

    private static double Number(XElement e, string name) =>
        double.Parse(e.Attribute(name)!.Value, System.Globalization.CultureInfo.InvariantCulture);

    private static string Model(string name) =>
        System.Text.Json.JsonSerializer.Serialize(
            new
            {
                schemaVersion = 1,
                name,
                pages = new[]
                {
                    new
                    {
                        id = "p",
                        name,
                        elements = new[]
                        {
                            new
                            {
                                id = "e",
                                kind = "table",
                                name,
                                columns = Array.Empty<object>(),
                                source = new
                                {
                                    kind = "warehouse-table",
                                    connectionId = "c",
                                    path = new[] { name },
                                },
                            },
                        },
                    },
                },
            }
        );
}
