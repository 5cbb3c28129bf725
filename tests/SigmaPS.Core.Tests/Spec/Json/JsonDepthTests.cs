using System;
using System.Linq;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Spec.Validation;
using SigmaPS.Core.Spec.Yaml;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Json;

public sealed class JsonDepthTests
{
    [Theory]
    [InlineData(300)]
    [InlineData(JsonReader.MaxDepth)]
    public void Deep_document_survives_on_a_normal_thread(int depth) => OnWindowsDefaultStack(() =>
    {
        foreach (var text in new[] { Arrays(depth), Objects(depth) })
        {
            var tree = JsonTree.Parse(text);
            Assert.Equal(text, Trees.Compact(tree));
            Assert.True(JsonTree.Same(tree, JsonTree.Parse(Trees.Indented(tree))));
        }
    });

    [Theory]
    [InlineData(JsonReader.MaxDepth + 1)]
    [InlineData(1_000_000)]
    public void Beyond_the_limit_there_is_an_error_with_its_place_and_no_crash(int depth) => OnWindowsDefaultStack(() =>
    {
        var e = Assert.Throws<JsonSyntaxException>(() => JsonTree.Parse(new string('[', depth)));
        Assert.Equal("Values nest deeper than 500 levels", e.Problem);
        Assert.Equal((1, 501), (e.Position.Line, e.Position.Column));
    });

    [Fact]
    public void Siblings_do_not_add_to_the_depth()
    {
        var text = "[" + string.Join(",", Enumerable.Repeat("[],{},[1],{\"a\":1}", JsonReader.MaxDepth)) + "]";
        Assert.Equal(text, Trees.Compact(JsonTree.Parse(text)));
    }

    [Fact]
    public void Whole_spec_may_be_as_deep_as_a_text() => OnWindowsDefaultStack(() =>
    {
        var deep = $"set $orders/source {{\"deep\":{Objects(JsonReader.MaxDepth - 6)}}}";
        var (a, b) = (SampleModel.With(deep), SampleModel.With(deep, "set $orders/name \"Sales\""));
        ListNormalizer.Apply(a.Root);
        Assert.Single(SpecDiff.Compare(a, b).Changes);
        Assert.Equal(a.ToText(), SpecDocument.Parse(a.ToText(), "deep").ToText());
        Assert.NotEmpty(a.ToPutBody(1));
    });

    [Theory]
    [InlineData(SpecFormat.Json)]
    [InlineData(SpecFormat.Yaml)]
    public void Spec_at_the_limit_is_checked_compared_and_written_when_the_stack_is_small(SpecFormat format) =>
        SmallStack.Run(512 * 1024, () =>
        {
            var deep = $"set $orders/source {{\"deep\":{Objects(JsonReader.MaxDepth - 6)}}}";
            var (a, b) = (SampleModel.With(deep), SampleModel.With(deep, "set $orders/source/deep/a/a 1"));
            Assert.NotEmpty(ParsedSpec.Parse(SpecFile.Text(a.Root, format), format).Validate());
            Assert.NotEmpty(SpecDiff.Compare(a, b).Changes);
            Assert.False(JsonTree.Same(a.Root, b.Root));
        });

    [Fact]
    public void Error_at_the_bottom_of_a_deep_value_has_its_place_and_does_not_exhaust_the_stack() => SmallStack.Run(256 * 1024, () =>
    {
        var depth = JsonReader.MaxDepth - 1;
        var twice = string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "{\"x\":1,\"x\":2}" + new string('}', depth);
        var e = Assert.Throws<NotRepresentableException>(() => SpecYaml.Write(JsonTree.Parse(twice)));
        Assert.Equal(string.Concat(Enumerable.Repeat("/a", depth)) + "/x", e.Pointer);
        Assert.True(e.Place.Length < 200);
    });

    [Fact]
    public void Object_of_many_keys_is_read_in_linear_time()
    {
        const int Keys = 300_000;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var tree = (JsonObject)JsonTree.Parse("{" + string.Join(",", Enumerable.Range(0, Keys).Select(i => $"\"k{i}\":{i}")) + "}");
        Assert.True(Enumerable.Range(0, Keys).All(i => tree.Has($"k{i}")));
        Assert.True(JsonTree.Same(tree, tree));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{Keys} keys took {watch.Elapsed}.");
    }

    [Fact]
    public void Object_of_many_keys_finds_them_after_each_kind_of_change()
    {
        var o = new JsonObject();
        for (var i = 0; i < 40; i++)
        {
            o.Add($"k{i}", new JsonNumber($"{i}"));
        }

        Assert.Equal("39", ((JsonNumber)o["k39"]!).Text);
        o.Add("k0", new JsonNumber("99"));
        Assert.Equal("99", ((JsonNumber)o["k0"]!).Text);
        o.Remove("k0");
        Assert.Null(o["k0"]);
        Assert.Equal("39", ((JsonNumber)o["k39"]!).Text);
        o.SetBehind("new", new JsonNumber("1"), "k1");
        Assert.Equal("38", ((JsonNumber)o["k38"]!).Text);
        o.SortBy(name => name == "k39" ? 0 : 1);
        Assert.Equal(("39", "1"), (((JsonNumber)o["k39"]!).Text, ((JsonNumber)o["k1"]!).Text));
    }

    private static string Arrays(int depth) => new string('[', depth) + new string(']', depth);

    private static string Objects(int depth) => string.Concat(Enumerable.Repeat("{\"a\":", depth - 1)) + "{}" + new string('}', depth - 1);

    // A worker thread of .NET on Windows has a megabyte and a half; less is asked for here.
    private static void OnWindowsDefaultStack(Action act) => SmallStack.Run(1024 * 1024, act);
}
