using System;
using System.Threading;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Json;

public sealed class JsonDepthTests
{
    [Theory]
    [InlineData(500)]
    [InlineData(JsonReader.MaxDepth)]
    public void A_deep_document_survives_on_a_normal_thread(int depth) => OnWindowsDefaultStack(() =>
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
        Assert.Equal("Values nest deeper than 1000 levels", e.Problem);
        Assert.Equal((1, 1001), (e.Position.Line, e.Position.Column));
    });

    [Fact]
    public void Siblings_do_not_add_to_the_depth()
    {
        var text = "[" + string.Join(",", System.Linq.Enumerable.Repeat("[],{},[1],{\"a\":1}", JsonReader.MaxDepth)) + "]";
        Assert.Equal(text, Trees.Compact(JsonTree.Parse(text)));
    }

    [Fact]
    public void A_whole_spec_may_be_as_deep_as_a_text() => OnWindowsDefaultStack(() =>
    {
        var deep = $"set $orders/source {{\"deep\":{Objects(JsonReader.MaxDepth - 6)}}}";
        var (a, b) = (Shop.With(deep), Shop.With(deep, "set $orders/name \"Sales\""));
        SpecRepair.Apply(a.Root);
        Assert.Single(SpecDiff.Compare(a, b).Changes);
        Assert.Equal(a.ToText(), SpecDocument.Parse(a.ToText(), "deep").ToText());
        Assert.NotEmpty(a.ToPutBody(1));
    });

    private static string Arrays(int depth) => new string('[', depth) + new string(']', depth);

    private static string Objects(int depth) => string.Concat(System.Linq.Enumerable.Repeat("{\"a\":", depth - 1)) + "{}" + new string('}', depth - 1);

    // A worker thread of .NET on Windows has a megabyte and a half; less is asked for here.
    private static void OnWindowsDefaultStack(Action act)
    {
        Exception? caught = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    act();
                }
                catch (Exception e)
                {
                    caught = e;
                }
            },
            1024 * 1024);
        thread.Start();
        thread.Join();
        Assert.Null(caught);
    }
}
