using System.Collections;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Mapping;

namespace SigmaPS.Completion;

/// <summary>Finds the spec in -Spec on the command line.</summary>
internal static class BoundSpec
{
    /// <summary>The spec; null if it is not known before the line runs.</summary>
    public static Core.Spec.SpecDocument? Find(IDictionary bound) =>
        bound["Spec"] is { } given && given is not string ? Core.Spec.SpecDocument.From(SpecConverter.ToTree(given), "The spec") : null;

    /// <summary>The names in a list of the element on the command line, or of all elements.</summary>
    public static IEnumerable<Candidate> Items(IDictionary bound, string list)
    {
        var element = (bound["Element"] as IEnumerable<string>)?.FirstOrDefault() ?? bound["Element"] as string;
        if (Find(bound) is not { } document)
        {
            return Enumerable.Empty<Candidate>();
        }

        var names = new Core.Spec.DisplayNames(document);
        return document
            .Elements.Where(candidate =>
                string.IsNullOrEmpty(element) || names.OfElement(candidate) == element || candidate.Text("id") == element)
            .SelectMany(table => table.Array(list)?.OfType<Core.Spec.Json.JsonObject>() ?? Enumerable.Empty<Core.Spec.Json.JsonObject>())
            .Select(item => new Candidate(names.Of(item)));
    }
}
