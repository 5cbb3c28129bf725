using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace SigmaPS.Mapping;

/// <summary>Reads issues of any type by their properties: of this session, of a job, of Select-Object, or from a file.</summary>
internal static class IssueReader
{
    private static readonly Regex Replacement = new(@"^(\d+):(\d+)-(\d+):(\d+) (.*)$", RegexOptions.Singleline);

    /// <summary>Reads an issue.</summary>
    /// <param name="given">The object.</param>
    /// <exception cref="Core.Diagnostics.SigmaEngineException">It does not have the properties of an issue.</exception>
    public static Core.Reports.ReportedIssue Read(object given)
    {
        var issue = PSObject.AsPSObject(given);
        if (Text(issue, "RuleId") is not { } rule || Text(issue, "Message") is not { } message || Severity(issue) is not { } severity)
        {
            throw MappingErrors.NotAnIssue(given);
        }

        var names = Items(issue, "Names").Select(name => name + "").ToList();
        var read = new Core.Diagnostics.SpecIssue(rule, severity, message)
        {
            Suggestion = Text(issue, "Suggestion") ?? "",
            Names = names,
            Pointer = Text(issue, "Pointer") ?? "",
            SuggestedFormula = Text(issue, "SuggestedFormula"),
            Thing = rule + "\n" + string.Join("\n", names),
            Position = Number(issue, "Line") is { } line
                ? new Core.Diagnostics.TextPosition(line, Number(issue, "Column") ?? 1)
                : null,
            Replacements = Items(issue, "Replacements").Select(ReadReplacement).OfType<Core.Diagnostics.TextReplacement>().ToList(),
        };
        var path = Text(issue, "Path");
        return Text(issue, "Fingerprint") is { } fingerprint
            ? new Core.Reports.ReportedIssue(read, path, severity) { Fingerprint = fingerprint }
            : new Core.Reports.ReportedIssue(read, path, severity);
    }

    private static object? Value(PSObject issue, string name) => issue.Properties[name]?.Value;

    private static string? Text(PSObject issue, string name) =>
        Value(issue, name) is { } value && LanguagePrimitives.ConvertTo<string>(value) is { Length: > 0 } text ? text : null;

    private static int? Number(PSObject issue, string name) =>
        int.TryParse(Text(issue, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // A job returns the number of a severity, with its name as text.
    private static Core.Diagnostics.IssueSeverity? Severity(PSObject issue) =>
        Value(issue, "Severity") is { } value && LanguagePrimitives.TryConvertTo(value, out SpecIssueSeverity severity)
            ? OutputMapper.ByName<Core.Diagnostics.IssueSeverity>(severity)
            : null;

    private static IEnumerable<object?> Items(PSObject issue, string name) => Value(issue, name) switch
    {
        null => Enumerable.Empty<object?>(),
        PSObject { BaseObject: IEnumerable list and not string } => list.Cast<object?>(),
        IEnumerable list and not string => list.Cast<object?>(),
        var single => new[] { single },
    };

    // A job and a file contain the text of a replacement.
    private static Core.Diagnostics.TextReplacement? ReadReplacement(object? given)
    {
        var parts = Replacement.Match(given + "");
        return parts.Success
            ? new(Position(parts, 1), Position(parts, 3), parts.Groups[5].Value)
            : null;
    }

    private static Core.Diagnostics.TextPosition Position(Match parts, int first) => new(
        int.Parse(parts.Groups[first].Value, CultureInfo.InvariantCulture),
        int.Parse(parts.Groups[first + 1].Value, CultureInfo.InvariantCulture));
}
