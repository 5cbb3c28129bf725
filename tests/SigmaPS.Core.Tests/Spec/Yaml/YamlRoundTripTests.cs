using System.Text;
using FsCheck.Xunit;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Spec.Yaml;
using SigmaPS.Core.Tests.Spec.Json;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Yaml;

[Properties(Arbitrary = [typeof(YamlGenerator), typeof(JsonGenerator)], MaxTest = 1000)]
public sealed class YamlRoundTripTests
{
    [Property]
    public void Tree_of_hostile_text_is_the_same_after_YAML(YamlTree tree) => Survives(tree.Value);

    [Property]
    public void Any_JSON_document_is_the_same_after_YAML(WrittenJson json) => Survives(YamlGenerator.Single(JsonTree.Parse(json.Text)));

    [Property]
    public void JSON_is_YAML(YamlTree tree)
    {
        Assert.True(Trees.Identical(tree.Value, SpecYaml.Parse(Trees.Compact(tree.Value))));
        Assert.True(Trees.Identical(tree.Value, SpecYaml.Parse(Trees.Indented(tree.Value))));
    }

    [Property]
    public void Document_with_the_line_ends_of_Windows_is_the_same(YamlTree tree) =>
        Assert.True(Trees.Identical(tree.Value, SpecYaml.Parse(SpecYaml.Write(tree.Value).Replace("\n", "\r\n"))));

    [Theory]
    [MemberData(nameof(SpecFiles.All), MemberType = typeof(SpecFiles))]
    [CorpusData]
    public void Every_real_spec_is_the_same_after_YAML(string file)
    {
        var json = SpecFiles.Text(file);
        var tree = JsonTree.Parse(json);
        Survives(tree);
        Assert.True(Trees.Identical(tree, SpecYaml.Parse(json)));
        Assert.True(JsonTree.Same(tree, JsonTree.Parse(Trees.Indented(SpecYaml.Parse(SpecYaml.Write(tree))))));
    }

    private static void Survives(JsonValue tree)
    {
        var yaml = SpecYaml.Write(tree);
        var again = SpecYaml.Parse(yaml);
        Assert.True(Trees.Identical(tree, again), yaml);
        Assert.Equal(yaml, SpecYaml.Write(again));
        Assert.EndsWith("\n", yaml, System.StringComparison.Ordinal);
        Assert.DoesNotContain('\r', yaml);
        Assert.True(yaml == Encoding.UTF8.GetString(new UTF8Encoding(false, true).GetBytes(yaml)));
    }
}
