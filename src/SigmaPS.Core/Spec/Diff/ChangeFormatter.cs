using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>Formats changes for people.</summary>
public static class ChangeFormatter
{
    private const int MostNamed = 5;
    private const int LongestValue = 60;
    private const int Lead = 12;

    /// <summary>Formats one change as one line.</summary>
    /// <param name="change">The change.</param>
    /// <returns>For example: changed column "Orders / Amount": formula [A/Amount] → [A/Net Amount].</returns>
    public static string Line(SpecChange change)
    {
        var name = string.Join(" / ", change.Names);
        return change.Change switch
        {
            ChangeKind.Added => $"added {change.Kind} \"{name}\"",
            ChangeKind.Removed => $"removed {change.Kind} \"{name}\"",
            ChangeKind.Renamed => $"renamed {change.Kind} \"{Value(change.Old)}\" to \"{name}\"",
            ChangeKind.Moved when change.Kind == "page" => $"moved page \"{name}\"",
            ChangeKind.Moved when change.Property == "order" => $"moved columns of \"{name}\"",
            ChangeKind.Moved => $"moved {change.Kind} \"{name}\" from page \"{Value(change.Old)}\" to \"{Value(change.New)}\"",
            _ => $"changed {change.Kind} \"{name}\": {change.Property} {Values(Full(change.Old), Full(change.New))}",
        };
    }

    /// <summary>Counts the changes and lists the first few names.</summary>
    /// <param name="changes">The changes.</param>
    /// <returns>For example: 20 columns removed ("Cost", "Price", …); empty if nothing changed.</returns>
    public static string Summary(IEnumerable<SpecChange> changes) =>
        string.Join("; ", Groups(changes).Select(group => $"{Count(group)} ({Names(group)})"));

    /// <summary>Counts the changes.</summary>
    /// <param name="changes">The changes.</param>
    /// <returns>For example: 20 columns removed, 1 metric added.</returns>
    public static string Counts(IEnumerable<SpecChange> changes) => string.Join(", ", Groups(changes).Select(Count));

    private static string Count(IGrouping<(ChangeKind Change, string Kind), SpecChange> group) =>
        $"{group.Count()} {Plural(group.Key.Kind, group.Count())} {Verb(group.Key.Change)}";

    private static IEnumerable<IGrouping<(ChangeKind Change, string Kind), SpecChange>> Groups(IEnumerable<SpecChange> changes) => changes
        .GroupBy(change => (change.Change, change.Kind))
        .OrderBy(group => group.Key.Change == ChangeKind.Removed ? 0 : 1);

    private static string Plural(string kind, int count) => count == 1 || kind == "sort" ? kind
        : kind == "security" ? "securities" : kind + "s";

    private static string Names(IEnumerable<SpecChange> changes)
    {
        var all = changes.Select(change => $"\"{change.Names[change.Names.Count - 1]}\"").Distinct().ToList();
        return string.Join(", ", all.Take(MostNamed)) + (all.Count > MostNamed ? ", …" : "");
    }

    private static string Verb(ChangeKind change) => change switch
    {
        ChangeKind.Added => "added",
        ChangeKind.Removed => "removed",
        ChangeKind.Moved => "moved",
        ChangeKind.Renamed => "renamed",
        _ => "changed",
    };

    // Two long values with the same beginning are shown from shortly before the first difference.
    private static string Values(string old, string now)
    {
        if (Short(old) != Short(now) || old == now)
        {
            return $"{Short(old)} → {Short(now)}";
        }

        var same = old.Zip(now, (a, b) => a == b).TakeWhile(equal => equal).Count();
        var from = same - Lead;
        return $"…{Short(old.Substring(from))} → …{Short(now.Substring(from))}";
    }

    /// <summary>A value, cut if it is long.</summary>
    internal static string ShortValue(JsonValue? value) => Short(Full(value));

    private static string Value(JsonValue? value) => Short(Full(value));

    private static string Full(JsonValue? value)
    {
        switch (value)
        {
            case null:
                return "(none)";
            case JsonString s:
                return s.Value;
            default:
                return JsonTree.Text(value);
        }
    }

    private static string Short(string text) => text.Length <= LongestValue ? text : text.Substring(0, LongestValue - 1) + "…";
}
