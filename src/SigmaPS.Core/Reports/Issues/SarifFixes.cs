using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Reports;

/// <summary>Writes the fix of an issue (SARIF 2.1.0, section 3.55): the changes of the file that an editor can apply.</summary>
internal static class SarifFixes
{
    private const string RootName = "%SRCROOT%";

    /// <summary>Writes the property fixes, if the issue is in a file and has exactly one correction.</summary>
    public static void Write(JsonWriter json, ReportedIssue issue, ReportPaths paths)
    {
        if (issue.File is not { } file || issue.Issue is not { SuggestedFormula: { } formula, Replacements.Count: > 0 })
        {
            return;
        }

        json.BeginArray("fixes");
        json.BeginObject();
        json.BeginObject("description");
        json.Text("text", "Write " + formula.Replace("{", "{{").Replace("}", "}}"));
        json.EndObject();
        json.BeginArray("artifactChanges");
        json.BeginObject();
        json.BeginObject("artifactLocation");
        json.Text("uri", paths.Uri(file, out var isRelative));
        if (isRelative)
        {
            json.Text("uriBaseId", RootName);
        }

        json.EndObject();
        json.BeginArray("replacements");
        foreach (var replacement in issue.Issue.Replacements)
        {
            Replacement(json, replacement);
        }

        json.EndArray();
        json.EndObject();
        json.EndArray();
        json.EndObject();
        json.EndArray();
    }

    private static void Replacement(JsonWriter json, TextReplacement replacement)
    {
        json.BeginObject();
        json.BeginObject("deletedRegion");
        json.Number("startLine", replacement.Start.Line);
        json.Number("startColumn", replacement.Start.Column);
        json.Number("endLine", replacement.End.Line);
        json.Number("endColumn", replacement.End.Column);
        json.EndObject();
        json.BeginObject("insertedContent");
        json.Text("text", replacement.Text);
        json.EndObject();
        json.EndObject();
    }
}
