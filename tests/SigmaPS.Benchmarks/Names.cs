using System;
using System.Globalization;
using System.Linq;
using System.Text;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Spec.Validation;

namespace SigmaPS.Benchmarks;

/// <summary>
/// Columns without names, in joins with a collision in every second column and read one level further up: imported, compared, renamed and
/// validated.
/// </summary>
internal static class Names
{
    /// <summary>The most that one of the four can take for 30,000 columns.</summary>
    private const double Limit = 300;

    private const int ColumnsEach = 100;

    public static string Line(int columns)
    {
        string text = Of(columns);
        SpecDocument old = SpecDocument.Parse(text, "old");
        SpecDocument now = SpecDocument.Parse(
            text.Replace("\"id\":\"", "\"id\":\"N", StringComparison.Ordinal)
                .Replace("\"elementId\":\"", "\"elementId\":\"N", StringComparison.Ordinal),
            "now");
        Figure imported = Measure.Run(() => SpecDocument.Parse(text, "old"));
        Figure compared = Measure.Run(() => SpecDiff.Compare(old, now));
        bool isBack = false;
        Figure renamed = Measure.Run(() => ColumnRenaming.Apply(old, "j0", "c0", (isBack = !isBack) ? "Other" : "Column 0"));
        Figure validated = Measure.Run(() => _ = SpecValidator.Validate(old).Count);
        string verdict =
            columns > 30_000 ? ""
            : new[] { imported, compared, renamed, validated }.All(figure => figure.Milliseconds <= Limit) ? "   within 300 ms each"
            : "   SLOWER THAN 300 ms";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{columns,7} columns by display name  imported {imported}   compared under renewed IDs {compared}   "
                + $"one renamed {renamed}   validated {validated}{verdict}");
    }

    private static string Of(int columns)
    {
        StringBuilder text = new("{\"schemaVersion\":1,\"pages\":[{\"id\":\"p\",\"name\":\"P\",\"elements\":[");
        for (int pair = 0; pair < columns / (2 * ColumnsEach); pair++)
        {
            string fact = Table($"FACT_{pair}");
            string source =
                $"{{\"kind\":\"join\",\"primarySource\":{fact},\"joins\":[{{\"left\":{fact},\"right\":{Table($"DIM_{pair}")},"
                    + "\"columns\":[{\"left\":\"[Column 0]\",\"right\":\"[Column 0]\"}],\"joinType\":\"left-outer\"}]}";
            Element(text, $"j{pair}", $"Join {pair}", source, column =>
                $"[{(column % 2 == 0 ? "FACT" : "DIM")}_{pair}/Column {column / 2}]");
            Element(text, $"k{pair}", $"Level {pair}", $"{{\"kind\":\"table\",\"elementId\":\"j{pair}\"}}", column =>
                $"[Join {pair}/Column {column / 2}{(column % 2 == 0 ? "" : $" (DIM_{pair})")}]");
        }

        text.Length--;
        return text.Append("]}]}").ToString();
    }

    private static string Table(string name) => $"{{\"kind\":\"warehouse-table\",\"connectionId\":\"c\",\"path\":[\"DB\",\"{name}\"]}}";

    private static void Element(StringBuilder text, string id, string name, string source, Func<int, string> formula)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"{{\"id\":\"{id}\",\"kind\":\"table\",\"name\":\"{name}\",\"source\":{source},\"columns\":[");
        for (int column = 0; column < ColumnsEach; column++)
        {
            text.Append(column == 0 ? "" : ",")
                .Append(CultureInfo.InvariantCulture, $"{{\"id\":\"c{column}\",\"formula\":\"{formula(column)}\"}}");
        }

        text.Append("]},");
    }
}
