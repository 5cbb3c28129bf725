using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Edit;

public sealed class ListNormalizerTests
{
    [Theory]
    [InlineData("/pages/1/elements", """{"id":"e","kind":"table"}""")]
    [InlineData("/pages/0/elements/0/columns", """{"id":"c","formula":"1"}""")]
    [InlineData("/pages/0/elements/0/metrics", """{"id":"m","formula":"1"}""")]
    [InlineData("/pages/0/elements/0/relationships", """{"id":"r"}""")]
    [InlineData("/pages/0/elements/0/filters", """{"id":"f"}""")]
    [InlineData("/pages/0/elements/0/folders", """{"id":"f"}""")]
    [InlineData("/pages/0/elements/0/groupings", """{"id":"g"}""")]
    [InlineData("/pages/0/elements/0/sort", """{"columnId":"c-id"}""")]
    [InlineData("/pages/0/elements/0/columnSecurities", """{"id":"s"}""")]
    [InlineData("/pages/0/elements/0/order", "\"c-id\"")]
    [InlineData("/pages/0/elements/0/summary", "\"c-id\"")]
    [InlineData("/pages/0/elements/0/relationships/0/keys", """{"sourceColumnId":"a","targetColumnId":"b"}""")]
    [InlineData("/pages/0/elements/0/folders/0/items", "\"c-id\"")]
    [InlineData("/pages/0/elements/0/groupings/0/groupBy", "\"c-id\"")]
    [InlineData("/pages/0/elements/0/filters/0/values", "1704067200000")]
    [InlineData("/pages/0/elements/0/source/path", "\"ORDERS\"")]
    [InlineData("/pages/0/elements/0/columnSecurities/0/restrictedColumns", "\"c-id\"")]
    [InlineData("/pages/0/elements/0/columnSecurities/0/criteria/assignments", """{"type":"team","teamId":"t"}""")]
    [InlineData("/pages/0/elements/0/columns/3/format/digitGroupingSize", "3")]
    [InlineData("/pages/0/elements/1/filters", """{"columnId":"c-id"}""")]
    [InlineData("/pages/0/elements/1/parameters", """{"kind":"data-model"}""")]
    [InlineData("/pages/0/elements/1/values", "\"x\"")]
    public void One_thing_left_where_a_list_belongs_is_a_list_of_one(string pointer, string one)
    {
        var root = Root($"set {pointer} {one}");
        Assert.Empty(ListNormalizer.Apply(root));
        Assert.Equal($"[{one}]", Trees.Compact(SampleModel.At(root, pointer)));
    }

    [Fact]
    public void Page_that_is_left_alone_is_a_list_of_one()
    {
        var root = Trees.Object(
            """{"schemaVersion":1,"pages":{"id":"p","elements":{"id":"e","kind":"table","columns":{"id":"c","formula":"1"}}}}""");
        ListNormalizer.Apply(root);
        Assert.Equal(
            """{"schemaVersion":1,"pages":[{"id":"p","elements":[{"id":"e","kind":"table","columns":[{"id":"c","formula":"1"}]}]}]}""",
            Trees.Compact(root));
    }

    [Theory]
    [InlineData(
        "joins",
        """{"kind":"join","joins":{"left":{"kind":"warehouse-table","path":"A"},"right":{"kind":"table","elementId":"b"},"columns":{"left":"[A]","right":"[B]"}}}""",
        """{"kind":"join","joins":[{"left":{"kind":"warehouse-table","path":["A"]},"right":{"kind":"table","elementId":"b"},"columns":[{"left":"[A]","right":"[B]"}]}]}"""
    )]
    [InlineData(
        "union",
        """{"kind":"union","sources":{"kind":"warehouse-table","path":"A"},"matches":{"outputColumnName":"A","sourceColumns":"[A]"}}""",
        """{"kind":"union","sources":[{"kind":"warehouse-table","path":["A"]}],"matches":[{"outputColumnName":"A","sourceColumns":["[A]"]}]}"""
    )]
    [InlineData(
        "transpose",
        """{"kind":"transpose","source":{"kind":"warehouse-table","path":"A"},"outputColumns":"x","columnsToMerge":"y"}""",
        """{"kind":"transpose","source":{"kind":"warehouse-table","path":["A"]},"outputColumns":["x"],"columnsToMerge":["y"]}""")]
    public void Lists_inside_sources_are_repaired_however_deep(string kind, string source, string repaired)
    {
        var root = Root($"set $orders/source {source}");
        Assert.Empty(ListNormalizer.Apply(root));
        Assert.True(repaired == Trees.Compact(SampleModel.At(root, "/pages/0/elements/0/source")), kind);
    }

    [Theory]
    [InlineData("pages", "/pages")]
    [InlineData("elements", "/pages/1/elements")]
    [InlineData("columns", "/pages/0/elements/0/columns")]
    [InlineData("path", "/pages/0/elements/0/source/path")]
    [InlineData("keys", "/pages/0/elements/0/relationships/0/keys")]
    [InlineData("joins", "/pages/0/elements/0/source/joins")]
    [InlineData("sources", "/pages/0/elements/0/source/sources")]
    [InlineData("matches", "/pages/0/elements/0/source/matches")]
    public void Null_in_a_list_that_a_model_needs_is_an_error_with_its_path(string name, string pointer)
    {
        var root = Trees.Object(SampleModel.Text);
        ((JsonObject)SampleModel.At(root, pointer[..pointer.LastIndexOf('/')])).Set(name, new JsonNull());
        var fault = Assert.Throws<SigmaEngineException>(() => ListNormalizer.Apply(root));
        Assert.Equal((ErrorCode.SpecListIsNull, pointer), (fault.Kind, fault.Target));
        Assert.Contains(
            $"'{name}' at {pointer} is null, because the filter did not match any item. Assign @()",
            fault.Message,
            System.StringComparison.Ordinal);
    }

    [Fact]
    public void Null_in_the_columns_of_a_join_leg_or_in_the_path_of_its_side_is_an_error()
    {
        Assert.Throws<SigmaEngineException>(() =>
            ListNormalizer.Apply(Root("""set $orders/source {"kind":"join","joins":[{"columns":null}]}""")));
        Assert.Throws<SigmaEngineException>(() =>
            ListNormalizer.Apply(Root("""set $orders/source {"kind":"join","joins":[{"left":{"kind":"warehouse-table","path":null}}]}""")));
    }

    [Theory]
    [InlineData("metrics", "/pages/0/elements/0/metrics")]
    [InlineData("order", "/pages/0/elements/0/order")]
    [InlineData("filters", "/pages/0/elements/0/filters")]
    [InlineData("values", "/pages/0/elements/0/filters/0/values")]
    [InlineData("items", "/pages/0/elements/0/folders/0/items")]
    public void Null_in_another_list_becomes_an_empty_one_with_a_warning(string name, string pointer)
    {
        var root = Root($"set {pointer} null");
        Assert.Equal([$"'{name}' at {pointer} is null; the command sends an empty list."], ListNormalizer.Apply(root));
        Assert.Equal("[]", Trees.Compact(SampleModel.At(root, pointer)));
    }

    [Theory]
    [InlineData("set $orders/filters/0 {\"id\":\"f\",\"kind\":\"hierarchy\",\"values\":\"a\"}")]
    [InlineData("set $orders/filters/0 {\"id\":\"f\",\"kind\":\"hierarchy\",\"values\":[\"a\",\"b\"]}")]
    [InlineData("set $orders/filters/0 {\"id\":\"f\",\"kind\":\"hierarchy\",\"values\":null}")]
    [InlineData("set /pages/0/elements/1 {\"kind\":\"control\",\"controlType\":\"hierarchy\",\"values\":[\"a\"]}")]
    [InlineData("set $orders/future {\"columns\":null,\"x\":{\"id\":1}}")]
    [InlineData("set $orders/description null")]
    [InlineData("set $orders/columns []")]
    [InlineData("set $orders/name [\"x\"]")]
    public void In_lists_of_lists_and_unknown_fields_nothing_is_guessed(string edit)
    {
        var root = Root(edit);
        var before = Trees.Compact(root);
        Assert.Empty(ListNormalizer.Apply(root));
        Assert.Equal(before, Trees.Compact(root));
    }

    [Fact]
    public void Object_of_a_document_keeps_its_order_and_an_object_of_a_person_gets_the_canonical_one()
    {
        var root = Root("""add $orders/columns {"name":"Old","future":1,"formula":"1","id":"c1"}""");
        var made = (JsonObject)
            Trees.Made(
                JsonTree.Parse("""{"future":1,"format":{"prefix":"$","kind":"number"},"name":"New","formula":"1","another":2,"id":"c2"}""")
            );
        ((JsonArray)SampleModel.At(root, "/pages/0/elements/0/columns")).Add(made);
        ListNormalizer.Apply(root);
        Assert.Equal(
            """{"name":"Old","future":1,"formula":"1","id":"c1"}""",
            Trees.Compact(SampleModel.At(root, "/pages/0/elements/0/columns/6")));
        Assert.Equal(
            """{"id":"c2","formula":"1","name":"New","format":{"kind":"number","prefix":"$"},"future":1,"another":2}""",
            Trees.Compact(SampleModel.At(root, "/pages/0/elements/0/columns/7")));
    }

    [Fact]
    public void Whole_model_that_a_person_made_reads_like_one_that_Sigma_wrote()
    {
        var made = (JsonObject)
            Trees.Made(
                JsonTree.Parse(
                    """{"pages":[{"elements":[{"columns":[],"kind":"table","id":"t","source":{"path":["A"],"kind":"warehouse-table","connectionId":"c"},"name":"T"},{"controlType":"list","id":"k","controlId":"K","kind":"control"}],"name":"P","id":"p"}],"schemaVersion":1,"name":"M"}"""
                ));
        ListNormalizer.Apply(made);
        Assert.Equal(
            """{"name":"M","schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[{"id":"t","kind":"table","source":{"connectionId":"c","kind":"warehouse-table","path":["A"]},"columns":[],"name":"T"},{"kind":"control","controlId":"K","id":"k","controlType":"list"}]}]}""",
            Trees.Compact(made));
    }

    [Fact]
    public void Whole_spec_comes_through_untouched()
    {
        var root = Root();
        Assert.Empty(ListNormalizer.Apply(root));
        Assert.Equal(Trees.Compact(Root()), Trees.Compact(root));
    }

    [Theory]
    [MemberData(nameof(SpecFiles.All), MemberType = typeof(SpecFiles))]
    [CorpusData]
    public void Real_document_needs_no_repair(string name)
    {
        var text = SpecFiles.Text(name);
        var root = Trees.Object(text);
        Assert.Empty(ListNormalizer.Apply(root));
        Assert.True(Trees.Identical(JsonTree.Parse(text), root));
    }

    private static JsonObject Root(params string[] edits) => SampleModel.Tree(edits);
}
