using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Tests.History;

/// <summary>The edits of a generated history: each state is one edit of a known kind.</summary>
internal static class GeneratedEdit
{
    /// <summary>The name of the element that all edits change.</summary>
    public const string Element = "PLUGS_ELECTRONICS_HANDS_ON_LAB_DATA";

    /// <summary>Makes the edit of a state.</summary>
    /// <returns>The line that the log must have for it.</returns>
    public static string Apply(int state, JsonObject element)
    {
        JsonArray columns = element["columns"]!.AsArray();
        JsonArray metrics = (element["metrics"] ??= new JsonArray()).AsArray();
        string Name(string own) => $"\"Page 1 / {Element} / {own}\"";
        switch (state % 6)
        {
            case 0 when state == 0:
                columns[1]!["name"] = "Kept";
                return $"renamed column \"Date\" to {Name("Kept")}";
            case 0 when state == 24:
                columns[1]!["formula"] = "[PLUGS_ELECTRONICS_HANDS_ON_LAB_DATA/Cost]";
                return $"changed column {Name("Kept")}: formula [{Element}/Date] → [{Element}/Cost]";
            case 0:
                columns[2]!["description"] = $"Told {state}";
                return $"changed column {Name("Sku Number")}: description "
                    + $"{(state == 6 ? "(none)" : $"Told {(state == 30 ? 18 : state - 6)}")} → Told {state}";
            case 1:
                columns.Add(new JsonObject { ["id"] = $"col-{state}", ["formula"] = $"{state}", ["name"] = $"Column {state}" });
                return $"added column {Name($"Column {state}")}";
            case 2:
                columns.Single(column => column!["id"]!.GetValue<string>() == $"col-{state - 1}")!["formula"] = $"{state} * 2";
                return $"changed column {Name($"Column {state - 1}")}: formula {state - 1} → {state} * 2";
            case 3:
                columns.Remove(columns.Single(column => column!["id"]!.GetValue<string>() == $"col-{state - 2}"));
                return $"removed column {Name($"Column {state - 2}")}";
            case 4:
                metrics.Add(new JsonObject { ["id"] = $"met-{state}", ["formula"] = "Count()", ["name"] = $"Rows {state + 1}" });
                return $"added metric {Name($"Rows {state + 1}")}";
            default:
                metrics.RemoveAt(0);
                return $"removed metric {Name($"Rows {state}")}";
        }
    }
}
