using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Diff;

namespace SigmaPS.Core.Writing;

/// <summary>
/// The kinds of items whose loss a write refuses. A list of items that joins the schema is protected with its first row.
/// </summary>
internal static class ProtectedItems
{
    // -AllowRemoval does not cover them, because they only arrange items. The consumer check finds the sources that read a grouping.
    private static readonly string[] Arranging = { "folder", "grouping" };

    // Workbooks see the rows and columns that these select or hide, but never use their IDs.
    private static readonly string[] Unaddressed = { "filter", "security" };

    private static readonly HashSet<string> Precious = new(
        new[] { "page", "element", "control" }.Concat(InTable()), StringComparer.Ordinal);

    private static readonly HashSet<string> Addressed = new(
        InTable().Except(Unaddressed).Concat(new[] { "element" }), StringComparer.Ordinal);

    /// <summary>Whether the removal of an item of a kind needs -AllowRemoval.</summary>
    /// <param name="kind">The kind, as a change has it.</param>
    /// <returns>True for a protected kind.</returns>
    public static bool IsProtected(string kind) => Precious.Contains(kind);

    /// <summary>Whether another ID for an item of a kind needs it too, because workbooks may use the ID.</summary>
    /// <param name="kind">The kind, as a comparison has it.</param>
    /// <returns>True for a kind with an ID that others use.</returns>
    public static bool HasUsedId(string kind) => Addressed.Contains(kind);

    private static IEnumerable<string> InTable() =>
        ItemKind.InTable.Where(kind => kind.HasOwnId).Select(kind => kind.Name).Except(Arranging);
}
