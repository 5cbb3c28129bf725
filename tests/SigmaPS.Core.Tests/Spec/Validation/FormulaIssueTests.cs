using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Reports;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Spec.Validation;
using SigmaPS.Core.Spec.Yaml;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Validation;

public sealed class FormulaIssueTests : TemporaryFolder
{
    private const string Head =
        """{"name":"M","schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[{"id":"e","kind":"table","name":"T","source":{"kind":"warehouse-table","connectionId":"c","path":["D","ORDERS"]},"columns":[{"id":"a","formula":"[ORDERS/Amount]"},{"id":"b","name":"B","formula":""";
    private const string Tail = "}]}]}]}";
    private const string YamlHead = """
        name: M
        schemaVersion: 1
        pages:
          - id: p
            name: P
            elements:
              - id: e
                kind: table
                name: T
                source: { kind: warehouse-table, connectionId: c, path: [D, ORDERS] }
                columns:
                  - id: a
                    formula: "[ORDERS/Amount]"
                  - id: b
                    name: B
                    formula:
        """;

    public static TheoryData<string, string> Styles => new()
    {
        { "json", "\"1 +\\n  SUM([Amount]) & \\\"\\u00e9\\\\\\\\\\\" + CEIL([Amount])\"" },
        { "json", "\"SUM([Amount])\"" },
        { "yaml", "1 + SUM([Amount])" },
        { "yaml", "1 +\n                SUM([Amount])\n                  + CEIL(2)" },
        { "yaml", "\"1 + \\\"a\\\" & SUM([Amount]) &\\n \\u00e9 \\\n                & SUM(1)\"" },
        { "yaml", "\"SUM([Amount]) +\n\n                SUM(1)\"" },
        { "yaml", "'\"It''s\" & SUM([Amount])'" },
        { "yaml", "'\"it''s\" & SUM([Amount]) & \n                ''x'' & CEIL(1)'" },
        { "yaml", "|\n                1 +\n                  SUM([Amount])\n                + CEIL(1)\n" },
        { "yaml", "|4-\n                  1 +\n                  SUM([Amount])\n" },
        { "yaml", ">-  # folded\n                1 +\n                SUM([Amount])\n\n                + CEIL(1)\n" },
    };

    [Theory]
    [MemberData(nameof(Styles))]
    public void Issue_has_its_line_and_column_in_every_style(string format, string scalar)
    {
        string text = format == "json" ? Head + scalar + Tail : YamlHead + " " + scalar;
        string[] lines = text.Split('\n');

        SpecIssue[] found = [.. Issues(text, format).Where(issue => issue.RuleId is "wrong-case" or "foreign-function")];

        Assert.NotEmpty(found);
        Assert.Equal(Count(text, "SUM(") + Count(text, "CEIL("), found.Length);
        Assert.All(found, issue =>
            Assert.StartsWith(
                issue.Detail + "(",
                lines[issue.Position!.Value.Line - 1][(issue.Position.Value.Column - 1)..],
                StringComparison.Ordinal));
        Assert.Equal(found.Length, found.Select(issue => issue.Position).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void Replacements_give_the_suggested_formula(string format, string scalar)
    {
        string text = format == "json" ? Head + scalar + Tail : YamlHead + " " + scalar;
        foreach (SpecIssue issue in Issues(text, format).Where(issue => issue.SuggestedFormula is not null))
        {
            Assert.Equal(issue.SuggestedFormula, Formula(Apply(text, issue.Replacements), format));
        }
    }

    [Fact]
    public void Every_fix_can_be_written_into_every_style()
    {
        foreach (string formula in WrongFormulas.Rows.Select(row => row.Formula))
        {
            string json = Head + JsonSerializer.Serialize(formula) + Tail;
            string yaml = YamlHead + " '" + formula.Replace("'", "''", StringComparison.Ordinal) + "'";
            foreach (var (text, format) in new[] { (json, "json"), (yaml, "yaml") })
            {
                Assert.All(Issues(text, format).Where(issue => issue.SuggestedFormula is not null), issue =>
                {
                    Assert.NotEmpty(issue.Replacements);
                    Assert.Equal(issue.SuggestedFormula, Formula(Apply(text, issue.Replacements), format));
                });
            }
        }
    }

    [Fact]
    public void Sarif_report_has_the_fix()
    {
        string text = Head + "\"SUM([Amount])\"" + Tail;
        ReportedIssue[] issues =
        [
            .. Issues(text, "json")
                .Where(issue => issue.RuleId == "wrong-case")
                .Select(issue => new ReportedIssue(issue, "/x/m.json", issue.Severity)),
        ];

        string report = SarifReport.Write(issues, new ReportPaths("/x"));

        Assert.Equal([], new JsonSchema("sarif-schema-2.1.0.json").Problems(report));
        JsonElement result = JsonDocument.Parse(report).RootElement.GetProperty("runs")[0].GetProperty("results")[0];
        JsonElement change = result.GetProperty("fixes")[0].GetProperty("artifactChanges")[0];
        JsonElement replacement = change.GetProperty("replacements")[0];
        JsonElement region = replacement.GetProperty("deletedRegion");
        Assert.Equal("m.json", change.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal("Sum", replacement.GetProperty("insertedContent").GetProperty("text").GetString());
        Assert.Equal(3, region.GetProperty("endColumn").GetInt32() - region.GetProperty("startColumn").GetInt32());
    }

    [Fact]
    public void Rules_file_names_custom_functions()
    {
        string rules = Path.Combine(Folder, "sigmaps.rules.json");
        string text = Head + "\"Summ(IsIn([Amount], 1)) + Margin(1)\"" + Tail;
        File.WriteAllText(rules, """{ "customFunctions": ["Summ", "IsIn", "Margin"] }""");
        Assert.DoesNotContain(Found(), rule => rule.EndsWith("-function", StringComparison.Ordinal));
        File.WriteAllText(rules, "{}");
        Assert.Superset(new HashSet<string> { "misspelled-function", "foreign-function", "unknown-function" }, Found());

        HashSet<string> Found() =>
            [.. ParsedIssues(text, RulePolicy.Read(rules).CustomFunctions).Select(issue => issue.RuleId)];
    }

    [Theory]
    [InlineData("""{ "customFunctions": ["lower"] }""")]
    [InlineData("""{ "customFunctions": [1] }""")]
    [InlineData("""{ "customFunctions": "Margin" }""")]
    [InlineData("""{ "customFunction": ["Margin"] }""")]
    public void Wrong_list_of_custom_functions_is_an_error(string rules)
    {
        string path = Path.Combine(Folder, "sigmaps.rules.json");
        File.WriteAllText(path, rules);
        Assert.Contains("customFunctions", Assert.ThrowsAny<Exception>(() => RulePolicy.Read(path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Total]", "metric-prefix", false)]
    [InlineData("[T/Total]", "metric-prefix", true)]
    [InlineData("[Metrics/Total]", "metric-prefix", false)]
    [InlineData("[Other/Amount]", "other-element-column", true)]
    [InlineData("Lookup([Other/Amount], [Amount], [Other/Amount])", "other-element-column", false)]
    [InlineData("[Span] = [Amount]", "range-control", true)]
    [InlineData("[Span].start = [Amount]", "range-control", false)]
    [InlineData("\"AMOUNT\"", "quoted-column", true)]
    [InlineData("\"USD\"", "quoted-column", false)]
    [InlineData("Sum([Total])", "aggregated-metric", true)]
    public void Reference_is_checked_by_its_target(string formula, string rule, bool isFound)
    {
        const string others = """
            ],"metrics":[{"id":"m","name":"Total","formula":"Sum([Amount])"}]},
            {"id":"o","kind":"table","name":"Other","source":{"kind":"warehouse-table","connectionId":"c","path":["D","OTHERS"]},"columns":[{"id":"x","formula":"[OTHERS/Amount]"}]},
            {"id":"s","kind":"control","controlId":"Span","controlType":"date-range","mode":"between"}]}]}
            """;
        string text = Head + JsonSerializer.Serialize(formula) + "}" + others;
        Assert.Equal(isFound, Issues(text, "json").Any(issue => issue.RuleId == rule));
    }

    private static IReadOnlyList<SpecIssue> Issues(string text, string format) =>
        SpecTextValidator.Validate(text, format == "json" ? SpecFormat.Json : SpecFormat.Yaml);

    private static IReadOnlyList<SpecIssue> ParsedIssues(string text, IReadOnlyCollection<string> customFunctions) =>
        ParsedSpec.Parse(text, SpecFormat.Json).Validate(customFunctions: customFunctions);

    private static string Formula(string text, string format)
    {
        JsonObject root = (JsonObject)(format == "json" ? JsonTree.Parse(text) : SpecYaml.Parse(text));
        JsonObject element = (JsonObject)((JsonObject)root.Array("pages")![0]).Array("elements")![0];
        return ((JsonObject)element.Array("columns")![1]).Text("formula")!;
    }

    private static string Apply(string text, IEnumerable<TextReplacement> replacements)
    {
        foreach (TextReplacement one in replacements.OrderByDescending(one => Offset(text, one.Start)))
        {
            int start = Offset(text, one.Start);
            text = text.Remove(start, Offset(text, one.End) - start).Insert(start, one.Text);
        }

        return text;
    }

    private static int Offset(string text, TextPosition position) =>
        text.Split('\n').Take(position.Line - 1).Sum(line => line.Length + 1) + position.Column - 1;

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
