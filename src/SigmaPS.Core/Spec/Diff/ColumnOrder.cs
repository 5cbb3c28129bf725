using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>The order in which an element shows its columns: <c>order</c> if it exists, otherwise the order of the columns.</summary>
/// <remarks>
/// Items that <c>order</c> does not list follow those that it lists. Older exports do not have it (spec sheet, section 9).
/// </remarks>
internal static class ColumnOrder
{
    /// <summary>Whether the columns that both elements contain have the same order.</summary>
    public static bool Same(JsonObject old, JsonObject now)
    {
        var a = GetOrder(old);
        var b = GetOrder(now);
        var inBoth = new HashSet<string>(a, StringComparer.Ordinal);
        inBoth.IntersectWith(b);
        return a.Where(inBoth.Contains).SequenceEqual(b.Where(inBoth.Contains), StringComparer.Ordinal);
    }

    /// <summary>The IDs in the order in which the element shows them.</summary>
    public static List<string> GetOrder(JsonObject element)
    {
        var elsewhere = new HashSet<string>(
            Nested(element, "folders", "items")
                .Concat(Nested(element, "groupings", "groupBy"))
                .Concat(Nested(element, "groupings", "calculations")),
            StringComparer.Ordinal);
        var listed = GetListed(element).ToList();
        var seen = new HashSet<string>(listed, StringComparer.Ordinal);
        var columns = ElementIds.Ids(element, "columns").Where(id => !elsewhere.Contains(id));
        return listed.Concat(columns.Where(seen.Add)).ToList();
    }

    /// <summary>The IDs that <c>order</c> itself lists.</summary>
    public static IEnumerable<string> GetListed(JsonObject element) => Texts(element.Array("order"));

    private static IEnumerable<string> Nested(JsonObject element, string list, string field) =>
        ElementIds.Objects(element, list).SelectMany(item => Texts(item.Array(field)));

    private static IEnumerable<string> Texts(JsonArray? list) =>
        list?.OfType<JsonString>().Select(s => s.Value) ?? Enumerable.Empty<string>();
}
