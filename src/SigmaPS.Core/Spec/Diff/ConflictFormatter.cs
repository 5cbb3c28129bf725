using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>Formats the conflicts of a merge for people, with all three values.</summary>
public static class ConflictFormatter
{
    private const int Most = 5;

    /// <summary>Lists the first conflicts, and the number of the others.</summary>
    /// <param name="conflicts">The conflicts.</param>
    /// <param name="other">The name of the side with the changes, for example: before version 5.</param>
    /// <param name="basis">The name of the base, for example: version 5.</param>
    /// <param name="live">The name of the live side, for example: live version 9.</param>
    public static string Lines(IReadOnlyList<MergeConflict> conflicts, string other, string basis, string live) =>
        string.Join("; ", conflicts.Take(Most).Select(conflict => Line(conflict, other, basis, live)))
        + (conflicts.Count > Most ? $"; and {conflicts.Count - Most} more" : "");

    private static string Line(MergeConflict conflict, string other, string basis, string live)
    {
        var property = conflict.Property is null ? "" : ", " + conflict.Property;
        var what = $"{conflict.Kind} \"{string.Join(" / ", conflict.Names)}\"{property}";
        return conflict.Note is { } note
            ? $"{what}: {note}"
            : $"{what}: {other} {Value(conflict, conflict.Other)}, {basis} {Value(conflict, conflict.Base)}, {live} "
                + $"{Value(conflict, conflict.Live)}";
    }

    // Of a whole item, the formula is the most useful part. A long value is cut.
    private static string Value(MergeConflict conflict, JsonValue? value) => value switch
    {
        null => conflict.Property is null ? "(not there)" : "(none)",
        JsonObject item when conflict.Property is null => item.Text("formula") ?? "(there)",
        _ => ChangeFormatter.ShortValue(value),
    };
}
