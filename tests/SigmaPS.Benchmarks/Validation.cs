using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Validation;

namespace SigmaPS.Benchmarks;

/// <summary>Text to issues: a valid spec, one with unresolved formulas alone, and one of chained formulas in one element.</summary>
internal static class Validation
{
    public static string Line(int columns)
    {
        string sound = GeneratedSpec.WithColumns(columns);
        string broken = sound.Replace("/Column ", " Column ", StringComparison.Ordinal);
        string chained = Chained(columns);
        string calls = WithCalls(sound);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{columns,7} columns validated  sound {Measured(sound)}   all broken {Measured(broken)} ({Issues(broken)} issues)   "
                + $"one element, chained {Measured(chained)}   five calls each {Measured(calls)}");
    }

    private static Figure Measured(string text) => Measure.Run(() => Issues(text));

    // Functions, operators, literals and a unit around each reference, so that the parser and the checker have work.
    private static string WithCalls(string sound) => Regex.Replace(
        sound,
        "(\"formula\":\")([^\"]+)\"",
        "$1If(IsNull($2) or $2 > 10.5, Round(Coalesce($2, 0) * 100 / (1 + Abs($2)), 2), DateDiff(\\\"day\\\", Date($2), Today()))\"");

    private static int Issues(string text) =>
        ParsedSpec.Parse(text, SpecFormat.Json).Validate().Count(issue => issue.Severity == IssueSeverity.Error);

    private static string Chained(int columns)
    {
        StringBuilder text = new(
            "{\"schemaVersion\":1,\"pages\":[{\"id\":\"p\",\"name\":\"P\",\"elements\":[{\"id\":\"e\",\"kind\":\"table\","
                + "\"source\":{\"connectionId\":\"c\",\"kind\":\"warehouse-table\",\"path\":[\"T\"]},\"columns\":[{\"id\":\"c0\","
                + "\"formula\":\"[T/A]\",\"name\":\"Column 0\"}"
        );
        for (int column = 1; column < columns; column++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $",{{\"id\":\"c{column}\",\"formula\":\"[Column {column - 1}] + [T/A]\",\"name\":\"Column {column}\"}}");
        }

        return text.Append("]}]}]}").ToString();
    }
}
