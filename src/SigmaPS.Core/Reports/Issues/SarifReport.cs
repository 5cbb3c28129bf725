using System.Collections.Generic;
using System.Globalization;
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
        Text(json, "$schema", SchemaAddress);
        Text(json, "version", "2.1.0");
        json.Name("runs");
        json.BeginArray();
        json.BeginObject();
        Tool(json);
        Text(json, "columnKind", "utf16CodeUnits");
        json.Name("results");
        json.BeginArray();
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
        Begin(json, "tool");
        Begin(json, "driver");
        Text(json, "name", ToolName);
        Text(json, "version", typeof(SarifReport).Assembly.GetName().Version!.ToString(3));
        json.Name("rules");
        json.BeginArray();
        foreach (var rule in SpecRuleSet.All)
        {
            json.BeginObject();
            Text(json, "id", rule.Id);
            Message(json, "shortDescription", rule.Summary);
            Begin(json, "defaultConfiguration");
            Text(json, "level", Level(rule.Severity));
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
        Text(json, "ruleId", issue.Issue.RuleId);
        if (rule is { } index)
        {
            Number(json, "ruleIndex", index);
        }

        Text(json, "level", Level(issue.Severity));
        Message(json, "message", issue.Text);
        json.Name("locations");
        json.BeginArray();
        Location(json, issue, paths);
        json.EndArray();
        Begin(json, "partialFingerprints");
        Text(json, FingerprintName, issue.Fingerprint);
        json.EndObject();
        if (issue.IsKnown is { } known)
        {
            Text(json, "baselineState", known ? "unchanged" : "new");
        }

        if (issue.Suppression is { } reason)
        {
            json.Name("suppressions");
            json.BeginArray();
            json.BeginObject();
            Text(json, "kind", "external");
            Text(json, "justification", reason);
            json.EndObject();
            json.EndArray();
        }

        SarifFixes.Write(json, issue, paths);
        Begin(json, "properties");
        Text(json, "pointer", issue.Issue.Pointer);
        json.EndObject();
        json.EndObject();
    }

    private static void Location(JsonWriter json, ReportedIssue issue, ReportPaths paths)
    {
        json.BeginObject();
        if (issue.File is { } file)
        {
            Begin(json, "physicalLocation");
            Begin(json, "artifactLocation");
            Text(json, "uri", paths.Uri(file, out var isRelative));
            if (isRelative)
            {
                Text(json, "uriBaseId", RootName);
            }

            json.EndObject();
            if (issue.Issue.Position is { } position)
            {
                Begin(json, "region");
                Number(json, "startLine", position.Line);
                Number(json, "startColumn", position.Column);
                json.EndObject();
            }

            json.EndObject();
        }

        json.Name("logicalLocations");
        json.BeginArray();
        json.BeginObject();
        Text(json, "fullyQualifiedName", issue.Issue.Names.Count == 0 ? issue.Issue.Pointer : string.Join("/", issue.Issue.Names));
        json.EndObject();
        json.EndArray();
        json.EndObject();
    }

    private static string Level(IssueSeverity severity) => severity == IssueSeverity.Hint ? "note" : severity.ToString().ToLowerInvariant();

    // SARIF uses braces for placeholders.
    private static void Message(JsonWriter json, string name, string text)
    {
        Begin(json, name);
        Text(json, "text", text.Replace("{", "{{").Replace("}", "}}"));
        json.EndObject();
    }

    private static void Begin(JsonWriter json, string name)
    {
        json.Name(name);
        json.BeginObject();
    }

    private static void Text(JsonWriter json, string name, string text)
    {
        json.Name(name);
        json.Text(text);
    }

    private static void Number(JsonWriter json, string name, int number)
    {
        json.Name(name);
        json.Raw(number.ToString(CultureInfo.InvariantCulture));
    }
}
