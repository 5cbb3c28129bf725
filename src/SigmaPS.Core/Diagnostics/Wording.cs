namespace SigmaPS.Core.Diagnostics;

/// <summary>The parts of a sentence that depend on a number.</summary>
internal static class Wording
{
    /// <summary>The ending of a noun: empty for one item, else "s".</summary>
    /// <param name="count">The number of items.</param>
    public static string Plural(int count) => count == 1 ? "" : "s";

    /// <summary>The end of a list that is cut short; empty if the list names every item.</summary>
    /// <param name="count">The number of items.</param>
    /// <param name="named">The number of items that the list names at most.</param>
    /// <param name="before">The text before the number of the other items.</param>
    public static string More(int count, int named, string before = " and ") => count > named ? $"{before}{count - named} more" : "";
}
