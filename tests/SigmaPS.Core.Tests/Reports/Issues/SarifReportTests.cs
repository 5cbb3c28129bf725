using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Reports;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Validation;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Reports;

public sealed class SarifReportTests
{
    private static readonly JsonSchema Schema = new("sarif-schema-2.1.0.json");
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetTempPath(), "sources"));

    [Fact]
    public void Report_of_every_kind_of_issue_fits_the_published_schema()
    {
        var all = SandboxModels.All().SelectMany(model => Judge(model.Text, Path.Combine(Root, "models and more", model.Name)))
            .Concat(Judge("{ oops", "/elsewhere/a%b.json")).Concat(Judge("{}", null)).ToList();
        all[0].IsKnown = true;
        all[1].IsKnown = false;
        all.Add(new ReportedIssue(all[0].Issue, null, IssueSeverity.Warning) { Suppression = "because {x}" });
        Assert.True(all.Select(issue => issue.Issue.RuleId).Distinct().Count() >= 8);
        Assert.Equal([], Schema.Problems(SarifReport.Write(all, new ReportPaths(Root))));
        Assert.Equal([], Schema.Problems(SarifReport.Write([], new ReportPaths(Root))));
    }

    [Fact]
    public void Schema_finds_the_errors_of_a_report()
    {
        var good = SarifReport.Write(Judge("{}", "/a.json"), new ReportPaths(Root));
        Assert.NotEmpty(Schema.Problems(good.Replace("\"level\": \"error\"", "\"level\": \"hint\"", StringComparison.Ordinal)));
        Assert.NotEmpty(Schema.Problems(good.Replace("\"driver\"", "\"drvr\"", StringComparison.Ordinal)));
        Assert.NotEmpty(Schema.Problems(good.Replace("\"startLine\": 1", "\"startLine\": 0", StringComparison.Ordinal)));
        Assert.NotEmpty(Schema.Problems(good.Replace("\"2.1.0\"", "\"2.2\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Result_reports_where_who_and_what_to_do()
    {
        const string text = """
            {
              "schemaVersion": 1,
              "dataModelId": "467bc369-5db7-4963-8172-b24a49dbc75b",
              "pages": [{ "id": "p", "name": "P", "elements": [
                { "id": "e", "kind": "table", "name": "Orders", "description": "d", "columns": [],
                  "source": { "kind": "sql", "connectionId": "c", "sql": "select 1" } }] }]
            }
            """;
        var result = Results(SarifReport.Write(Judge(text, Path.Combine(Root, "mo dels", "ä.json")), new ReportPaths(Root)))[0]!;
        Assert.Equal(("missing-key", "error"), (result["ruleId"]!.GetValue<string>(), result["level"]!.GetValue<string>()));
        Assert.Equal(
            "missing-key",
            JsonNode.Parse(SarifReport.Write([], new ReportPaths(Root)))!["runs"]![0]!["tool"]!["driver"]!["rules"]![
                result["ruleIndex"]!.GetValue<int>()
            ]!["id"]!.GetValue<string>());
        Assert.StartsWith(
            "table \"Orders\" (ID e): a source of kind 'sql' needs 'statement'. Rename 'sql' to 'statement'.",
            result["message"]!["text"]!.GetValue<string>(),
            StringComparison.Ordinal);
        var place = result["locations"]![0]!;
        Assert.Equal(
            """{"uri":"mo%20dels/%C3%A4.json","uriBaseId":"%SRCROOT%"}""",
            place["physicalLocation"]!["artifactLocation"]!.ToJsonString());
        Assert.Equal("""{"startLine":6,"startColumn":17}""", place["physicalLocation"]!["region"]!.ToJsonString());
        Assert.Equal("P/Orders", place["logicalLocations"]![0]!["fullyQualifiedName"]!.GetValue<string>());
        Assert.Equal("/pages/0/elements/0/source", result["properties"]!["pointer"]!.GetValue<string>());
    }

    [Fact]
    public void Braces_are_not_placeholders()
    {
        var report = SarifReport.Write(Judge(SampleModel.Text, null), new ReportPaths(Root));
        Assert.Contains("\\\"format\\\": {{ \\\"kind\\\"", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_contains_the_applied_policy()
    {
        var issues = Judge("{}", null);
        issues[0].IsKnown = true;
        var results = Results(
            SarifReport.Write(
                [issues[0], new ReportedIssue(issues[1].Issue, null, IssueSeverity.Hint) { Suppression = "Ticket 12" }],
                new ReportPaths(Root)));
        Assert.Equal("unchanged", results[0]!["baselineState"]!.GetValue<string>());
        Assert.Equal("""[{"kind":"external","justification":"Ticket 12"}]""", results[1]!["suppressions"]!.ToJsonString());
        Assert.Equal("note", results[1]!["level"]!.GetValue<string>());
        Assert.Null(results[1]!["baselineState"]);
    }

    internal static System.Collections.Generic.IReadOnlyList<ReportedIssue> Judge(string text, string? file) =>
        RulePolicy.None.Apply(SpecTextValidator.Validate(text, SpecFormat.Json), file);

    private static JsonArray Results(string report) => JsonNode.Parse(report)!["runs"]![0]!["results"]!.AsArray();
}
