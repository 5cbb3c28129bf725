using System.Linq;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Spec.Yaml;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Yaml;

public sealed class YamlStructureTests
{
    [Theory]
    [InlineData("a:\n- b\n- c\n", "{\"a\":[\"b\",\"c\"]}")]
    [InlineData("a:\n  - b\n  -   c: 1\n      d: 2\n  -\n    e: 3\n", "{\"a\":[\"b\",{\"c\":1,\"d\":2},{\"e\":3}]}")]
    [InlineData("- - 1\n  - 2\n- 3", "[[1,2],3]")]
    [InlineData("a:\nb: ~\n", "{\"a\":null,\"b\":null}")]
    [InlineData("-\n- \n", "[null,null]")]
    [InlineData("{a: 1, b: [x, y,], 'c': {}}", "{\"a\":1,\"b\":[\"x\",\"y\"],\"c\":{}}")]
    [InlineData("{\"a\":1,\"b\":[],\"\":\"x:y\"}", "{\"a\":1,\"b\":[],\"\":\"x:y\"}")]
    [InlineData("{\n\t\"a\": 1,\n\t\"b\": [\n\t\t1\n\t]\n}", "{\"a\":1,\"b\":[1]}")]
    [InlineData("a: [\n  1\n]\nb: 2", "{\"a\":[1],\"b\":2}")]
    [InlineData("z: 1\na: 2\n1: 3\nnull: 4\nno: 5\n", "{\"z\":1,\"a\":2,\"1\":3,\"null\":4,\"no\":5}")]
    [InlineData("a: 1\nA: 2\n\"<<\": 3\n", "{\"a\":1,\"A\":2,\"<<\":3}")]
    [InlineData("? a\n: 1\n? b\n", "{\"a\":1,\"b\":null}")]
    [InlineData("# head\n\n---\na: 1 # tail\n...\n", "{\"a\":1}")]
    [InlineData("%YAML 1.2\n---\na: no\n", "{\"a\":\"no\"}")]
    [InlineData("a: x\r\nb:\r\n  - y\r\n", "{\"a\":\"x\",\"b\":[\"y\"]}")]
    [InlineData("\uFEFFa: 1", "{\"a\":1}")]
    [InlineData("a:: 1", "{\"a:\":1}")]
    public void Document_is_read(string yaml, string json) => Assert.Equal(json, Trees.Compact(SpecYaml.Parse(yaml)));

    [Fact]
    public void Every_value_knows_its_place()
    {
        const string Yaml =
            "\uFEFF# head\r\nname: \"\\uD800\\uD800\"\r\nsql: |\r\n  a\u2028b\r\npages:\r\n  - id: p1\r\n    elements: [1, {x: "
                + "true}]\r\n    none:\r\n";
        var root = (JsonObject)SpecYaml.Parse(Yaml);
        var page = (JsonObject)root.Array("pages")![0];
        Assert.Equal(Yaml.IndexOf("name", System.StringComparison.Ordinal), root.Offset);
        Assert.Equal(Yaml.IndexOf("\"\\uD800", System.StringComparison.Ordinal), root["name"]!.Offset);
        Assert.Equal(Yaml.IndexOf('|', System.StringComparison.Ordinal), root["sql"]!.Offset);
        Assert.Equal("a\u2028b\n", root.Text("sql"));
        Assert.Equal(Yaml.IndexOf("- id", System.StringComparison.Ordinal), root["pages"]!.Offset);
        Assert.Equal(Yaml.IndexOf("id:", System.StringComparison.Ordinal), page.Offset);
        Assert.Equal(Yaml.IndexOf("p1", System.StringComparison.Ordinal), page["id"]!.Offset);
        Assert.Equal(Yaml.IndexOf('[', System.StringComparison.Ordinal), page["elements"]!.Offset);
        Assert.Equal(Yaml.IndexOf("1, {", System.StringComparison.Ordinal), page.Array("elements")![0].Offset);
        Assert.Equal(Yaml.IndexOf("{x", System.StringComparison.Ordinal), page.Array("elements")![1].Offset);
        Assert.Equal(Yaml.IndexOf("true", System.StringComparison.Ordinal), ((JsonObject)page.Array("elements")![1])["x"]!.Offset);
        Assert.Equal(Yaml.IndexOf("none:", System.StringComparison.Ordinal) + "none:".Length, page["none"]!.Offset);
    }

    [Fact]
    public void Many_names_in_one_object_keep_their_order()
    {
        var names = Enumerable.Range(0, 50).Select(i => $"k{i * 37 % 50}").ToList();
        Assert.Equal(
            names,
            ((JsonObject)SpecYaml.Parse(string.Concat(names.Select(name => $"{name}: 1\n")))).Select(member => member.Name));
    }
}
