using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>The keys that find an item after its ID was reassigned. An empty key does not match.</summary>
internal static class MatchKeys
{
    private const string End = "\0";

    /// <summary>The elements of all pages of a document.</summary>
    public static List<LocatedObject> Elements(List<LocatedObject> pages) =>
        pages.SelectMany(page => LocatedObject.All(page.Value, "elements", page.Pointer, page)).ToList();

    /// <summary>Matches the elements of two documents.</summary>
    public static ItemMatching Pair(List<LocatedObject> old, List<LocatedObject> now, ComparedNames names) => ItemMatching.Match(
        old,
        now,
        element => OfSource(element, names),
        element => ElementIds.Objects(element, "columns").Select(column => ForAnyColumn(column, names)),
        ElementIds.Id,
        element => ForElement(element, names),
        element => OfSource(element, names) is { Length: > 0 } source
            ? source + End + string.Join(End, ElementIds.Objects(element, "columns").Select(column => ForAnyColumn(column, names)))
            : "");

    /// <summary>The formula of a column or metric without a name.</summary>
    public static string ForNamelessColumn(JsonObject item, ComparedNames names) =>
        item.Text("formula") is { Length: > 0 } formula && names.HasDefault(item) ? FriendlyFormula.Normalize(formula) : "";

    /// <summary>The content of an item without its ID, independent of key order and defaults.</summary>
    public static string Written(JsonObject item)
    {
        var rest = new JsonObject();
        foreach (var member in item.Where(member => member.Name != "id"))
        {
            rest.Add(member.Name, member.Value);
        }

        return JsonTree.Text(Sorted(Defaults.Strip(rest)));
    }

    // The name and kind of source: two elements over one table differ if they have names of their own.
    private static string ForElement(JsonObject element, ComparedNames names) =>
        element.Text("kind") == "control" || element.Has("name") || element.Object("source")?.Array("path") is { Count: > 0 }
            ? element.Text("kind")
                + " "
                + element.Text("controlType")
                + " "
                + element.Object("source")?.Text("kind")
                + " "
                + names.OfElement(element)
            : "";

    // An element without a name is found by its source: the statement, the element of another model, the joins, the parts or the path.
    // All IDs in the source can be new.
    private static string OfSource(JsonObject element, ComparedNames names) =>
        element.Text("kind") == "table" && element.Object("source") is { } source && names.HasDefaultOfElement(element)
            ? SourceSignature.Of(source, element, names)
            : "";

    private static string ForAnyColumn(JsonObject column, ComparedNames names) =>
        ForNamelessColumn(column, names) is { Length: > 0 } formula ? formula : names.Of(column);

    internal static JsonValue Sorted(JsonValue value)
    {
        switch (value)
        {
            case JsonObject o:
                var sorted = new JsonObject();
                foreach (var member in o.OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    sorted.Add(member.Name, Sorted(member.Value));
                }

                return sorted;
            case JsonArray a:
                var items = new JsonArray();
                foreach (var item in a)
                {
                    items.Add(Sorted(item));
                }

                return items;
            default:
                return value;
        }
    }
}
