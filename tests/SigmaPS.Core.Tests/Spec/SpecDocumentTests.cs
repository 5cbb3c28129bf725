using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec;

public sealed class SpecDocumentTests
{
    [Theory]
    [InlineData("""{"dataModelId":"x","dataModelUrlId":"y","name":"Shop","latestVersion":4}""", "Get-SigmaDataModelSpec")]
    [InlineData("""{"name":"Shop","latestVersion":4}""", "Get-SigmaDataModelSpec")]
    [InlineData("""{"name":"Shop","schemaVersion":1,"document":{"pages":[]}}""", "workbook")]
    [InlineData("""{"name":"Shop","schemaVersion":1}""", "'pages' is missing")]
    [InlineData("""{"schemaVersion":1,"Pages":[]}""", "'pages'")]
    [InlineData("""{"schemaVersion":1,"pages":null}""", "'pages' is null")]
    [InlineData("""{"schemaVersion":1,"pages":{}}""", "'pages' is an object")]
    [InlineData("""{"pages":[]}""", "'schemaVersion' is missing")]
    [InlineData("""{"schemaVersion":"1","pages":[]}""", "'schemaVersion' is a string")]
    [InlineData("""{"schemaVersion":null,"pages":[]}""", "'schemaVersion' is null")]
    [InlineData("""{"schemaVersion":2,"pages":[]}""", "'schemaVersion' is 2")]
    [InlineData("""{"schemaVersion":1,"pages":[{"id":"p","elements":[]},{"id":"q"}]}""", "/pages/1")]
    [InlineData("""{"schemaVersion":1,"pages":[{"id":"p","elements":null}]}""", "/pages/0")]
    [InlineData("""{"schemaVersion":1,"pages":["p"]}""", "/pages/0")]
    [InlineData("[]", "array")]
    [InlineData("\"shop.json\"", "string")]
    [InlineData("null", "null")]
    public void Incomplete_spec_is_refused_with_its_problem(string text, string says)
    {
        var fault = Assert.Throws<SigmaEngineException>(() => SpecDocument.Parse(text, "C:/specs/shop.json"));
        Assert.Equal((ErrorCode.InvalidSpec, "C:/specs/shop.json"), (fault.Kind, fault.Target));
        Assert.StartsWith("C:/specs/shop.json ", fault.Message, System.StringComparison.Ordinal);
        Assert.Contains(says, fault.Message, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "at line 1, column 1")]
    [InlineData(" \r\n\t", "at line 2, column 2")]
    [InlineData("{\n  \"pages\": [\n    {},\n  ]\n}", "at line 4, column 3")]
    [InlineData("{\"pages\": [}", "at line 1, column 12")]
    public void Broken_text_is_refused_with_line_and_column(string text, string says)
    {
        var fault = Assert.Throws<SigmaEngineException>(() => SpecDocument.Parse(text, "the text given with -Json"));
        Assert.Equal(ErrorCode.InvalidSpec, fault.Kind);
        Assert.Contains(says, fault.Message, System.StringComparison.Ordinal);
        Assert.Contains("the text given with -Json", fault.Message, System.StringComparison.Ordinal);
        Assert.Contains("JSON", fault.Message, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"schemaVersion":1,"pages":[]}""")]
    [InlineData("""{"schemaVersion":1.0,"pages":[{"elements":[]}]}""")]
    [InlineData("""{"pages":[],"schemaVersion":1,"kind":"data-model","future":{"x":[1]}}""")]
    public void Smallest_spec_is_accepted(string text) =>
        Assert.Equal(text, Trees.Compact(SpecDocument.Parse(text, "x").Root));

    [Fact]
    public void Null_at_the_top_is_sent_as_null() =>
        Assert.Equal(
            """{"schemaVersion":1,"x":null,"pages":[],"documentVersion":7}""",
            SpecDocument.Parse("""{"schemaVersion":1,"x":null,"pages":[],"url":null}""", "The text").ToPutBody(7));

    [Fact]
    public void It_reports_which_model_and_version_it_was_read_from()
    {
        var shop = SampleModel.With("set /documentVersion 3");
        Assert.Equal(
            (SampleModel.Id, "Shop", "What the shop sells", 3L, 4L),
            (shop.DataModelId, shop.Name, shop.Description, shop.Version, shop.LatestVersion));
        Assert.Equal(["orders", "ctl", "customers"], shop.Elements.Select(element => element.Text("id")));
        var bare = SpecDocument.Parse("""{"schemaVersion":1,"pages":[],"documentVersion":3,"dataModelId":"no id"}""", "x");
        Assert.Equal((null, null, null, 3L), (bare.DataModelId, bare.Name, bare.Description, bare.LatestVersion));
        Assert.Null(SampleModel.With("remove /documentVersion", "remove /latestDocumentVersion").LatestVersion);
        Assert.Null(SampleModel.With("remove /latestDocumentVersion", "set /documentVersion \"3\"").LatestVersion);
    }

    [Fact]
    public void Body_of_a_write_is_the_document_without_server_managed_fields_and_with_the_base_version()
    {
        var shop = SampleModel.With("set /kind \"data-model\"", "set /future [1.10,null]", "set /documentVersion 2");
        Assert.Equal(
            $$"""{"schemaVersion":1,"pages":{{Trees.Compact(shop.Pages)}},"kind":"data-model","future":[1.10,null],"documentVersion":7}""",
            shop.ToPutBody(7));
    }

    [Theory]
    [InlineData("dataModelId")]
    [InlineData("url")]
    [InlineData("documentVersion")]
    [InlineData("latestDocumentVersion")]
    [InlineData("ownerId")]
    [InlineData("folderId")]
    [InlineData("createdBy")]
    [InlineData("updatedBy")]
    [InlineData("createdAt")]
    [InlineData("updatedAt")]
    [InlineData("name")]
    [InlineData("description")]
    public void Server_managed_fields_are_omitted_at_the_top_only(string key)
    {
        var text =
            $$"""{"{{key}}":"x","schemaVersion":1,"pages":[{"{{key}}":"y","elements":[{"{{key}}":"z"}]}],"{{key.ToUpperInvariant()}}":0}""";
        Assert.Equal(
            $$"""{"schemaVersion":1,"pages":[{"{{key}}":"y","elements":[{"{{key}}":"z"}]}],"{{key.ToUpperInvariant()}}":0,"documentVersion":1}""",
            SpecDocument.Parse(text, "x").ToPutBody(1));
    }

    [Theory]
    [MemberData(nameof(SpecFiles.All), MemberType = typeof(SpecFiles))]
    [CorpusData]
    public void Real_document_goes_out_with_the_value_it_came_with(string name)
    {
        var text = SpecFiles.Text(name);
        var document = SpecDocument.Parse(text, name);
        Assert.True(Trees.Identical(document.Root, JsonTree.Parse(document.ToText())));
        var body = Trees.Object(document.ToPutBody(document.LatestVersion ?? 0));
        Assert.True(Trees.Identical(document.Pages, body["pages"]!));
        Assert.Equal(
            document.Root.Select(m => m.Name).Where(key => !ServerManagedFields.Holds(key)).Append("documentVersion"),
            body.Select(m => m.Name));
    }

    [Fact]
    public void Copy_has_the_same_text_and_leaves_the_original_unchanged()
    {
        var document = SampleModel.Document();
        var text = document.ToText();
        var copy = document.Copy();
        Assert.Equal(text, copy.ToText());
        Assert.All(copy.Elements.ToList(), element => element.Remove("columns"));
        copy.Root.Remove("name");
        Assert.Equal(text, document.ToText());
    }
}
