using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Tests.Spec.Validation;
using SigmaPS.Core.Tests.Support;
using Xunit;
using EditorJsonSchema = Json.Schema.JsonSchema;

namespace SigmaPS.Core.Tests.Codebase;

/// <summary>The JSON schema that editors use: it is derived from the schema table, and it agrees with the validation.</summary>
public sealed class SpecJsonSchemaTests
{
    private const int MostMutations = 60;

    private static readonly EditorJsonSchema Editor = EditorJsonSchema.FromText(SpecJsonSchema.Write());

    private static readonly string[] OtherValues = ["null", "7", "\"text\"", "true", "[]", "[null]", "{}"];

    [Fact]
    public void Shipped_file_is_the_schema_of_the_table()
    {
        string path = Path.Combine(Corpus.Repository()!, "module", SpecJsonSchema.FileName);
        string now = SpecJsonSchema.Write();
        if (Environment.GetEnvironmentVariable("SIGMAPS_ACCEPT_SCHEMA") == "1")
        {
            File.WriteAllText(path, now);
            return;
        }

        Assert.True(
            File.Exists(path) && File.ReadAllText(path) == now,
            $"module/{SpecJsonSchema.FileName} is outdated. Run this test once with SIGMAPS_ACCEPT_SCHEMA=1 to write it.");
    }

    [Fact]
    public void Every_key_has_a_description_and_every_description_a_key()
    {
        var root = Trees.Object(SpecJsonSchema.Write());
        var types = root.Object("definitions")!.Select(member => (JsonObject)member.Value).Append(root);
        Assert.Equal([], types.SelectMany(type => type.Object("properties")!)
            .Where(property => ((JsonObject)property.Value).Text("description") is null).Select(property => property.Name));
        var text = SpecJsonSchema.Write();
        var unused = KeyDescriptions.All.Where(row => !text.Contains(Quote(row.Value), StringComparison.Ordinal));
        Assert.Equal([], unused.Select(row => row.Key));
        Assert.All(KeyDescriptions.All.Values, description => Assert.EndsWith(".", description, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(SpecFiles.All), MemberType = typeof(SpecFiles))]
    [CorpusData]
    public void Schema_and_validation_agree_on_a_spec(string file) => Agree(SpecFiles.Text(file), file);

    [Theory]
    [MemberData(nameof(SpecFiles.All), MemberType = typeof(SpecFiles))]
    public void Schema_and_validation_agree_on_a_damaged_spec(string file)
    {
        string text = SpecFiles.Text(file);
        var damages = Damages(Trees.Object(text), "").ToList();
        int step = Math.Max(1, damages.Count / MostMutations);
        for (int i = 0; i < damages.Count; i += step)
        {
            Agree(damages[i].Text(text), damages[i].ToString());
        }
    }

    [Fact]
    public void Schema_and_validation_agree_on_every_damage_to_the_sample() =>
        Assert.All(Damages(SampleModel.Tree(), ""), damage => Agree(damage.Text(SampleModel.Text), damage.ToString()));

    [Theory]
    [InlineData("""{"mode":"between","startDate":"2026-01-01"}""", false)]
    [InlineData("""{"mode":"between"}""", true)]
    [InlineData("""{"mode":"custom"}""", false)]
    [InlineData("""{"mode":"custom","endDate":"2026-01-01"}""", false)]
    [InlineData("""{"mode":"custom","endDate":{"op":"now-minus","unit":"day","value":7}}""", true)]
    [InlineData("""{"mode":"fiscal-year","year":2026}""", true)]
    public void Date_range_is_valid_with_the_dates_of_its_mode(string filter, bool isValid)
    {
        string whole = filter.Insert(1, "\"id\":\"f1\",\"columnId\":\"c-date\",\"kind\":\"date-range\",");
        string text = new Damage("/pages/0/elements/0/filters/0", whole).Text(SampleModel.Text);
        Assert.Equal(isValid, IsValid(text));
        Agree(text, filter);
    }

    [Theory]
    [InlineData("/pages/0/elements/0/kind", "\"input-table\"")]
    [InlineData("/pages/0/elements/0/source", """{"kind":"lakehouse","place":[1,2]}""")]
    [InlineData("/pages/0/elements/0/renewed", "[1]")]
    [InlineData("/$schema", "\"./x.json\"")]
    [InlineData("/contents", "{}")]
    public void Unknown_kinds_and_keys_are_valid(string place, string value) =>
        Assert.True(IsValid(new Damage(place, value).Text(SampleModel.Text)));

    private static void Agree(string text, string what)
    {
        var found = Judged.Json(text).Where(issue => issue.RuleId is "missing-key" or "wrong-type").Select(Judged.Text).ToList();
        Assert.True(IsValid(text) == (found.Count == 0), $"{what}: the validation found {found.Count}\n{string.Join('\n', found)}");
    }

    private static bool IsValid(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        return Editor.Evaluate(document.RootElement).IsValid;
    }

    private static IEnumerable<Damage> Damages(JsonValue value, string at) => value switch
    {
        JsonObject o => o.SelectMany(member => Of(at + JsonPointer.Segment(member.Name), member.Value)
            .Prepend(new Damage(at + JsonPointer.Segment(member.Name), null))),
        JsonArray items => items.SelectMany((item, i) => Of(at + JsonPointer.Segment(i), item)),
        _ => [],
    };

    private static IEnumerable<Damage> Of(string at, JsonValue value) =>
        OtherValues.Select(other => new Damage(at, other)).Concat(Damages(value, at));

    private static string Quote(string text)
    {
        JsonWriter writer = new(indent: false);
        writer.Text(text);
        return writer.Finish();
    }

    /// <summary>A change of a spec: another value at a place, or none.</summary>
    private sealed record Damage(string At, string? Value)
    {
        public string Text(string spec)
        {
            var root = System.Text.Json.Nodes.JsonNode.Parse(spec)!;
            string[] steps = [.. At.Split('/').Skip(1).Select(step => step.Replace("~1", "/").Replace("~0", "~"))];
            var owner = steps.SkipLast(1).Aggregate(
                root,
                (node, step) => node is System.Text.Json.Nodes.JsonArray list
                    ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]!
                    : node[step]!);
            if (owner is System.Text.Json.Nodes.JsonArray items)
            {
                items[int.Parse(steps[^1], System.Globalization.CultureInfo.InvariantCulture)] = Value is null ? null
                    : System.Text.Json.Nodes.JsonNode.Parse(Value);
            }
            else if (Value is null)
            {
                owner.AsObject().Remove(steps[^1]);
            }
            else
            {
                owner[steps[^1]] = System.Text.Json.Nodes.JsonNode.Parse(Value);
            }

            return root.ToJsonString();
        }
    }
}
