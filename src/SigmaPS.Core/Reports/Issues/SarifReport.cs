using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Spec.Validation;

namespace SigmaPS.Core.Reports;

/// <summary>Issues as SARIF 2.1.0, which GitHub, Azure DevOps and editors read.</summary>
/// <remarks>
/// The report contains all given issues: suppressed ones with the reason, known ones as unchanged. So a report can be the next baseline.
/// </remarks>
public static class SarifReport
{
    /// <summary>The name of a result's fingerprint.</summary>
    internal const string FingerprintName = "sigmapsIssue/v1";

    private const string SchemaAddress = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private const string RootName = "%SRCROOT%";
    private const string ToolName = "SigmaPS";

    /// <summary>Writes the report.</summary>
    /// <param name="issues">The issues.</param>
    /// <param name="paths">How files are named.</param>
    /// <returns>JSON.</returns>
    public static string Write(IReadOnlyList<ReportedIssue> issues, ReportPaths paths)
    {
        var json = new JsonWriter();
        var rules = SpecRuleSet.All.Select((rule, index) => (rule.Id, index)).ToDictionary(rule => rule.Id, rule => rule.index);
        json.BeginObject();
        json.Text("$schema", SchemaAddress);
        json.Text("version", "2.1.0");
        json.BeginArray("runs");
        json.BeginObject();
        Tool(json);
        json.Text("columnKind", "utf16CodeUnits");
        json.BeginArray("results");
        foreach (var issue in issues)
        {
            Result(json, issue, rules.TryGetValue(issue.Issue.RuleId, out var rule) ? rule : (int?)null, paths);
        }

        json.EndArray();
        json.EndObject();
        json.EndArray();
        json.EndObject();
        return json.Finish();
    }

    /// <summary>Whether a document is a report that this module wrote.</summary>
    /// <param name="root">The document.</param>
    public static bool IsOwn(JsonValue root) =>
        (root as JsonObject)?.Array("runs") is { Count: > 0 } runs
        && (runs[0] as JsonObject)?.Object("tool")?.Object("driver")?.Text("name") == ToolName;

    private static void Tool(JsonWriter json)
    {
        json.BeginObject("tool");
        json.BeginObject("driver");
        json.Text("name", ToolName);
        json.Text("version", typeof(SarifReport).Assembly.GetName().Version!.ToString(3));
        json.BeginArray("rules");
        foreach (var rule in SpecRuleSet.All)
        {
            json.BeginObject();
            json.Text("id", rule.Id);
            Message(json, "shortDescription", rule.Summary);
            json.BeginObject("defaultConfiguration");
            json.Text("level", Level(rule.Severity));
            json.EndObject();
            json.EndObject();
        }

        json.EndArray();
        json.EndObject();
        json.EndObject();
    }

    // An issue of another version of the module can have a rule that this version does not know.
    private static void Result(JsonWriter json, ReportedIssue issue, int? rule, ReportPaths paths)
    {
        json.BeginObject();
        json.Text("ruleId", issue.Issue.RuleId);
        if (rule is { } index)
        {
            json.Number("ruleIndex", index);
        }

        json.Text("level", Level(issue.Severity));
        Message(json, "message", issue.Text);
        json.BeginArray("locations");
        Location(json, issue, paths);
        json.EndArray();
        json.BeginObject("partialFingerprints");
        json.Text(FingerprintName, issue.Fingerprint);
        json.EndObject();
        if (issue.IsKnown is { } known)
        {
            json.Text("baselineState", known ? "unchanged" : "new");
        }

        if (issue.Suppression is { } reason)
        {
            json.BeginArray("suppressions");
            json.BeginObject();
            json.Text("kind", "external");
            json.Text("justification", reason);
            json.EndObject();
            json.EndArray();
        }

        SarifFixes.Write(json, issue, paths);
        json.BeginObject("properties");
        json.Text("pointer", issue.Issue.Pointer);
        json.EndObject();
        json.EndObject();
    }

    private static void Location(JsonWriter json, ReportedIssue issue, ReportPaths paths)
    {
        json.BeginObject();
        if (issue.File is { } file)
        {
            json.BeginObject("physicalLocation");
            json.BeginObject("artifactLocation");
            json.Text("uri", paths.Uri(file, out var isRelative));
            if (isRelative)
            {
                json.Text("uriBaseId", RootName);
            }

            json.EndObject();
            if (issue.Issue.Position is { } position)
            {
                json.BeginObject("region");
                json.Number("startLine", position.Line);
                json.Number("startColumn", position.Column);
                json.EndObject();
            }

            json.EndObject();
        }

        json.BeginArray("logicalLocations");
        json.BeginObject();
        json.Text("fullyQualifiedName", issue.Issue.Names.Count == 0 ? issue.Issue.Pointer : string.Join("/", issue.Issue.Names));
        json.EndObject();
        json.EndArray();
        json.EndObject();
    }

    private static string Level(IssueSeverity severity) => severity == IssueSeverity.Hint ? "note" : severity.ToString().ToLowerInvariant();

    // SARIF uses braces for placeholders.
    private static void Message(JsonWriter json, string name, string text)
    {
        json.BeginObject(name);
        json.Text("text", text.Replace("{", "{{").Replace("}", "}}"));
        json.EndObject();
    }
}
