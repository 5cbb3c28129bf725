using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Codebase;

/// <summary>A field that is added in the one schema table is honored everywhere: validation, IDs, defaults and comparison.</summary>
public sealed class SchemaTableTests(SchemaTableTests.InventedRows rows) : IClassFixture<SchemaTableTests.InventedRows>
{
    private const string Alert =
        """ "alerts": [{"id": "a1", "columnId": "c-net", "level": "low", "watchers": ["c-id", "m-net"]}, {"id": "a2", "columnId": "c-cost", "level": "high"}], """;

    private readonly SchemaVariant _variant = rows.Engine;

    private static string Model { get; } = With(Alert);

    [Fact]
    public void Invented_field_is_part_of_a_valid_spec() =>
        Assert.Equal(
            Errors(SampleModel.Text),
            Errors(Model.Replace("\"name\": \"Net\"", "\"name\": \"Net\", \"frozen\": true, \"twin\": \"c-id\"", StringComparison.Ordinal))
        );

    [Theory]
    [InlineData("\"level\": \"low\"", "\"level\": 3", "wrong-type /alerts/0/level")]
    [InlineData("\"level\": \"low\"", "\"level\": \"hihg\"", "unknown-value /alerts/0/level")]
    [InlineData(", \"level\": \"low\"", "", "missing-key /alerts/0")]
    [InlineData("\"columnId\": \"c-net\"", "\"columnId\": \"gone\"", "unknown-id /alerts/0/columnId")]
    [InlineData("\"m-net\"]", "\"gone\"]", "unknown-id /alerts/0/watchers/1")]
    [InlineData("\"id\": \"a2\"", "\"id\": \"a1\"", "duplicate-id /alerts/1/id")]
    [InlineData("\"name\": \"Net\"", "\"name\": \"Net\", \"frozen\": \"yes\"", "wrong-type /columns/5/frozen")]
    [InlineData("\"name\": \"Net\"", "\"name\": \"Net\", \"twin\": \"gone\"", "unknown-id /columns/5/twin")]
    public void Invented_field_is_validated(string old, string broken, string issue) =>
        Assert.Equal(
            [issue.Replace(" /", " /pages/0/elements/0/", StringComparison.Ordinal)],
            Errors(Edit(Model, old, broken)).Except(Errors(SampleModel.Text)));

    [Fact]
    public void Invented_item_is_compared_by_identity()
    {
        var (changes, _) = _variant.Compare(Model, Edit(Model, "\"level\": \"high\"", "\"level\": \"low\""));
        Assert.Equal(["Changed alert Cost level"], changes);
        (changes, _) = _variant.Compare(Model, SampleModel.Text);
        Assert.Equal(["Removed alert Net", "Removed alert Cost"], changes);
    }

    [Fact]
    public void Invented_default_is_dropped_in_a_comparison()
    {
        Assert.Empty(_variant.Compare(Model, Edit(Model, ", \"level\": \"low\"", "")).Changes);
        Assert.Empty(_variant.Compare(Model, Edit(Model, "\"name\": \"Net\"", "\"name\": \"Net\", \"frozen\": false")).Changes);
        Assert.Equal(
            ["Changed column Net frozen"],
            _variant.Compare(Model, Edit(Model, "\"name\": \"Net\"", "\"name\": \"Net\", \"frozen\": true")).Changes);
    }

    [Fact]
    public void Invented_ID_is_renewed_and_invented_references_follow()
    {
        string text = Edit(Model, "\"name\": \"Net\"", "\"name\": \"Net\", \"twin\": \"c-id\"");
        string renewed = text.Replace("\"a1\"", "\"b1\"", StringComparison.Ordinal)
            .Replace("\"c-id\"", "\"x-id\"", StringComparison.Ordinal)
            .Replace("\"c-net\"", "\"x-net\"", StringComparison.Ordinal)
            .Replace("\"m-net\"", "\"x-total\"", StringComparison.Ordinal);
        var (changes, ids) = _variant.Compare(text, renewed);
        Assert.Empty(changes);
        Assert.Equal(["a1>b1", "c-id>x-id", "c-net>x-net", "m-net>x-total"], ids.Order(StringComparer.Ordinal));
        Assert.Equal(Trees.Compact(Trees.Object(renewed)), Trees.Compact(Trees.Object(_variant.InIdsOf(text, renewed))));
    }

    [Fact]
    public void Invented_field_is_in_the_JSON_schema_for_editors()
    {
        var definitions = Trees.Object(_variant.JsonSchema()).Object("definitions")!;
        Assert.Equal("boolean", definitions.Object("column")!.Object("properties")!.Object("frozen")!.Text("type"));
        Assert.Equal("array", definitions.Object("element.table")!.Object("properties")!.Object("alerts")!.Text("type"));
        Assert.Equal(
            """{"anyOf":[{"enum":["low","high"]},{"type":"string"}],"default":"low"}""",
            Trees.Compact(definitions.Object("alert")!.Object("properties")!.Object("level")!));
        Assert.Equal("""["id","columnId","level"]""", Trees.Compact(definitions.Object("alert")!.Array("required")!));
    }

    [Fact]
    public void Key_has_one_default_wherever_it_has_one() =>
        Assert.All(
            Schema
                .Root.WithBranches.Concat(Schema.KeyNames.Select(Schema.Type).OfType<SchemaType>())
                .SelectMany(type => type.Keys)
                .Where(key => key.Default is not null),
            key => Assert.True(Core.Spec.Json.JsonTree.Same(key.Default!, Schema.Defaults[key.Name]), key.Name));

    [Fact]
    public void Root_has_every_server_managed_field() =>
        Assert.Equal(12, Schema.Root.Keys.Count(key => ServerManagedFields.Holds(key.Name)));

    /// <summary>The engine with a field of a column, a list of items and a list of values that nothing but the table knows.</summary>
    public sealed class InventedRows : IDisposable
    {
        internal SchemaVariant Engine { get; } = new(
            ("hidden:boolean=false", "hidden:boolean=false frozen:boolean=false twin:@column"),
            ("sort:sort[>]=[]", "sort:sort[>]=[] alerts:alert[]=[]"),
            ("sort columnId!:", "alert id!:text columnId!:@column level!:alertlevel=low watchers:@column[]=[]\nsort columnId!:"),
            ("=compare ", "=alertlevel low|high\n=compare "));

        /// <inheritdoc/>
        public void Dispose() => Engine.Dispose();
    }

    private List<string> Errors(string text) =>
        [
            .. _variant
                .Validate(text)
                .Where(issue =>
                    !issue.StartsWith("missing-", StringComparison.Ordinal) || issue.StartsWith("missing-key", StringComparison.Ordinal)),
        ];

    private static string With(string json) => Edit(SampleModel.Text, "\"columnSecurities\"", json + "\"columnSecurities\"");

    private static string Edit(string text, string old, string replacement)
    {
        Assert.Contains(old, text, StringComparison.Ordinal);
        return text.Replace(old, replacement, StringComparison.Ordinal);
    }
}
