using System.Text.RegularExpressions;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>
/// Finds the ends of range controls in SQL statements that are written as in a formula: SQL needs a colon (spec sheet, section 4).
/// </summary>
internal static class SqlControlRanges
{
    public static readonly SpecRule Rule = new(
        "sql-control-range",
        IssueSeverity.Warning,
        "A SQL statement reads the ends of a range control as {{control}}:start and {{control}}:end.");
    public static readonly SpecCheck Check = new(Run, Rule);

    private static readonly Regex Dotted = new(@"(?<control>\{\{[^{}]+\}\})\.(?<end>start|end)\b", RegexOptions.CultureInvariant);

    private static void Run(ValidationContext scene, IssueCollector sink)
    {
        foreach (var source in SourceWalker.All(scene, "sql"))
        {
            if (source["statement"] is JsonString statement)
            {
                foreach (Match match in Dotted.Matches(statement.Value))
                {
                    Report(sink, statement, match);
                }
            }
        }
    }

    private static void Report(IssueCollector sink, JsonString statement, Match match)
    {
        var form = $"{match.Groups["control"].Value}:{match.Groups["end"].Value}";
        var dot = match.Groups["control"].Index + match.Groups["control"].Length;
        sink.Report(Rule, statement, new FormulaFinding(
            FormulaRule.Syntax,
            match.Index,
            match.Index + match.Length,
            $"{match.Value} in the statement is the syntax of a formula",
            $"Write {form}.")
        { Detail = match.Value, Fix = new[] { new FormulaEdit(dot, dot + 1, ":") } });
    }
}
