using System.Globalization;
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

        json.Name("fixes");
        json.BeginArray();
        json.BeginObject();
        Begin(json, "description");
        Text(json, "text", "Write " + formula.Replace("{", "{{").Replace("}", "}}"));
        json.EndObject();
        json.Name("artifactChanges");
        json.BeginArray();
        json.BeginObject();
        Begin(json, "artifactLocation");
        Text(json, "uri", paths.Uri(file, out var isRelative));
        if (isRelative)
        {
            Text(json, "uriBaseId", RootName);
        }

        json.EndObject();
        json.Name("replacements");
        json.BeginArray();
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
        Begin(json, "deletedRegion");
        Number(json, "startLine", replacement.Start.Line);
        Number(json, "startColumn", replacement.Start.Column);
        Number(json, "endLine", replacement.End.Line);
        Number(json, "endColumn", replacement.End.Column);
        json.EndObject();
        Begin(json, "insertedContent");
        Text(json, "text", replacement.Text);
        json.EndObject();
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
