using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace SigmaPS.Workflows;

/// <summary>Sentences about usage that several commands write.</summary>
internal static class UsageText
{
    private const int MostNames = 3;

    /// <summary>How many documents were checked, and how many could not be.</summary>
    public static string Closing(Core.Usage.UsageIndex index)
    {
        var documents = index.Unchecked.Count(document => document.Id.Length > 0);
        var lists = index.Unchecked.Count - documents;
        return string.Format(
            CultureInfo.InvariantCulture,
            "{0} documents checked, {1} could not be checked{2}. Requests: {3}.",
            index.CheckedCount,
            documents,
            lists == 0 ? "" : OfLists(lists),
            index.Requests);
    }

    private static string OfLists(int count) =>
        string.Format(CultureInfo.InvariantCulture, ", and {0} list{1} not complete", count, count == 1 ? " is" : "s are");

    /// <summary>The first names of documents, and the count.</summary>
    public static string Names(IEnumerable<Core.Usage.UncheckedDocument> documents)
    {
        var all = documents.ToList();
        var shown = all.Take(MostNames)
            .Select(document => document.Id.Length == 0 ? document.Name : $"{document.Kind} \"{document.Name}\" ({document.Id})");
        return string.Join(", ", shown) + (all.Count > MostNames ? $" and {all.Count - MostNames} more" : "");
    }
}
