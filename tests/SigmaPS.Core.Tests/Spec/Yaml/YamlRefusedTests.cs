using System.Linq;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Spec.Yaml;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Yaml;

public sealed class YamlRefusedTests
{
    [Theory]
    [InlineData("a: &x 1", 1, 4, "(&)")]
    [InlineData("a: 1\n&x b: 2", 2, 1, "(&)")]
    [InlineData("- &x {}", 1, 3, "(&)")]
    [InlineData("- *x", 1, 3, "(*)")]
    [InlineData("*x : 1", 1, 1, "(*)")]
    [InlineData("a: !!str 1", 1, 4, "(!)")]
    [InlineData("a: ! 1", 1, 4, "(!)")]
    [InlineData("a: !<tag:yaml.org,2002:int> 1", 1, 4, "(!)")]
    [InlineData("!x\na: 1", 1, 1, "(!)")]
    [InlineData("a: !!set {}", 1, 4, "(!)")]
    [InlineData("a: !x []", 1, 4, "(!)")]
    [InlineData("!!str a: 1", 1, 1, "(!)")]
    [InlineData("---\na\n---\nb", 3, 1, "second document")]
    [InlineData("a\n...\nb", 3, 1, "second document")]
    [InlineData("{[1]: 2}", 1, 2, "key")]
    [InlineData("? {a: 1}\n: 2", 1, 3, "key")]
    [InlineData("? - a\n: 2", 1, 3, "key")]
    [InlineData("a: 1\nb:\n  c: 1\n  c: 2", 4, 3, "\"c\"")]
    [InlineData("{a: 1, \"a\": 2}", 1, 8, "\"a\"")]
    [InlineData("1: a\n'1': b", 2, 1, "\"1\"")]
    [InlineData("<<: {a: 1}", 1, 1, "Merge keys")]
    [InlineData("a:\n  <<: 1", 2, 3, "Merge keys")]
    [InlineData(": 1", 1, 1, "name is missing")]
    [InlineData("a: .inf", 1, 4, "quotes")]
    [InlineData("- -.INF", 1, 3, "quotes")]
    [InlineData("[.nan]", 1, 2, "quotes")]
    [InlineData("%YAML 1.1\n---\na: no", 1, 1, "YAML 1.1")]
    public void YAML_without_a_JSON_form_is_refused_with_its_position(string yaml, int line, int column, string part) =>
        Refused(yaml, line, column, part);

    [Theory]
    [InlineData("", 1, 1, "empty")]
    [InlineData(" \n# only a comment\n", 3, 1, "empty")]
    [InlineData("a: \"x\nb: 1", 1, 4, "the parser reports")]
    [InlineData("a: 'x", 1, 4, "the parser reports")]
    [InlineData("a: 1\nb:\n\t- c", 3, 1, "a tab")]
    [InlineData("a: \"C:\\data\"", 1, 4, "the parser reports")]
    [InlineData("a: \"\\u12G4\"", 1, 4, "the parser reports")]
    [InlineData("a: b: c", 1, 5, "the parser reports")]
    [InlineData("a: 1\nb: x\n c: 2", 3, 3, "the parser reports")]
    [InlineData("a:\n  b: 1\n c: 2", 3, 2, "the parser reports")]
    [InlineData("- a\nb: 1", 2, 1, "the parser reports")]
    [InlineData("a: [1", 1, 6, "the parser reports")]
    [InlineData("a: {b: 1\nc: 2", 2, 1, "quotes")]
    [InlineData("a: ]", 1, 4, "the parser reports")]
    [InlineData("[,]", 1, 2, "the parser reports")]
    [InlineData("a: @x", 1, 4, "the parser reports")]
    [InlineData("a: `x`", 1, 4, "the parser reports")]
    [InlineData("a *b: c", 1, 1, "quotes")]
    [InlineData("k: x *b:", 1, 4, "quotes")]
    [InlineData("{a:}", 1, 2, "quotes")]
    [InlineData("[\"a\", :b]", 1, 8, "quotes")]
    [InlineData("a: \"\\UFFFFFFFF\"", 1, 15, "quotes")]
    [InlineData("a: 1\nb: \u0001", 2, 4, "ontrol character")]
    [InlineData("a: \"\0\"", 1, 5, "ontrol character")]
    public void Invalid_YAML_is_refused_with_its_position(string yaml, int line, int column, string part) =>
        Refused(yaml, line, column, part);

    [Fact]
    public void Half_a_surrogate_pair_is_refused_unless_it_is_escaped()
    {
        Refused("a: \ud800", 1, 4, "surrogate");
        Refused("\udc00", 1, 1, "surrogate");
        Refused("\"\U0001F600\ud83d", 1, 4, "surrogate");
    }

    [Fact]
    public void Duplicate_name_among_many_is_found()
    {
        var text = string.Concat(Enumerable.Range(0, 100).Select(i => $"k{i}: 1\n"));
        Refused(text + "k0: 2", 101, 1, "\"k0\"");
        Refused(text + "k99: 2", 101, 1, "\"k99\"");
    }

    private static void Refused(string yaml, int line, int column, string part)
    {
        var e = Assert.Throws<JsonSyntaxException>(() => SpecYaml.Parse(yaml));
        Assert.Contains(part, e.Problem, System.StringComparison.Ordinal);
        Assert.Equal((line, column), (e.Position.Line, e.Position.Column));
    }
}
