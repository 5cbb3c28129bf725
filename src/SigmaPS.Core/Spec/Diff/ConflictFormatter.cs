using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>Conflicts of a merge in a person's words, with all three values.</summary>
public static class ConflictFormatter
{
    private const int Most = 5;

    /// <summary>The first conflicts, and how many more there are.</summary>
    /// <param name="conflicts">The conflicts.</param>
    /// <param name="other">What to call the side that is brought in, for example: before version 5.</param>
    /// <param name="basis">What to call the base, for example: version 5.</param>
    /// <param name="live">What to call the live side, for example: live version 9.</param>
    public static string Lines(IReadOnlyList<MergeConflict> conflicts, string other, string basis, string live) =>
        string.Join("; ", conflicts.Take(Most).Select(conflict => Line(conflict, other, basis, live)))
        + (conflicts.Count > Most ? $"; and {conflicts.Count - Most} more" : "");

    private static string Line(MergeConflict conflict, string other, string basis, string live)
    {
        var what = $"{conflict.Kind} \"{string.Join(" / ", conflict.Names)}\"{(conflict.Property is null ? "" : ", " + conflict.Property)}";
        return conflict.Note is { } note
            ? $"{what}: {note}"
            : $"{what}: {other} {Value(conflict, conflict.Other)}, {basis} {Value(conflict, conflict.Base)}, {live} "
                + $"{Value(conflict, conflict.Live)}";
    }

    // Of a whole item a person wants the formula; a long value is cut.
    private static string Value(MergeConflict conflict, JsonValue? value) => value switch
    {
        null => conflict.Property is null ? "(not there)" : "(none)",
        JsonObject item when conflict.Property is null => item.Text("formula") ?? "(there)",
        _ => ChangeFormatter.ShortValue(value),
    };
}
