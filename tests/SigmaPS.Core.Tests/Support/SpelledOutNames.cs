using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Tests.Support;

/// <summary>Writes out names that a model leaves out because they are the default.</summary>
internal static class SpelledOutNames
{
    /// <summary>How converters and Sigma write default names out.</summary>
    public enum Layout
    {
        /// <summary>Each name at the end of its object.</summary>
        AtEnd,

        /// <summary>Every second name at the end of its object.</summary>
        SomeAtEnd,

        /// <summary>Each name first, and an object without a known name has its ID as the name.</summary>
        First,
    }

    /// <summary>Writes the names out.</summary>
    /// <param name="text">A spec.</param>
    /// <param name="layout">The place of each name.</param>
    public static string Write(string text, Layout layout)
    {
        SpecDocument document = SpecDocument.Parse(text, "test");
        DisplayNames names = new(document);
        var missing = document
            .Elements.SelectMany(element =>
                Lists(element, "columns", "metrics", "relationships")
                    .Select(item => (Item: item, IsKnown: names.Find(item).IsKnown, Name: names.Of(item)))
                    .Append((Item: element, IsKnown: names.FindElement(element) is not null, Name: names.OfElement(element))))
            .Where(entry => (entry.IsKnown || layout == Layout.First) && !entry.Item.Has("name"))
            .ToList();
        foreach (((JsonObject item, _, string name), int at) in missing.Select((entry, at) => (entry, at)))
        {
            if (layout != Layout.SomeAtEnd || at % 2 == 0)
            {
                item.Add("name", new JsonString(name));
            }
        }

        IEnumerable<JsonObject> pages = document.Pages.OfType<JsonObject>();
        foreach (JsonObject item in layout == Layout.First ? pages.Concat(All(document)) : [])
        {
            item.SortBy(key => key == "name" ? 0 : 1);
        }

        return document.ToText();
    }

    private static IEnumerable<JsonObject> All(SpecDocument document) =>
        document.Elements.SelectMany(element => Lists(element, "columns", "metrics", "relationships", "folders").Append(element));

    private static IEnumerable<JsonObject> Lists(JsonObject element, params string[] lists) =>
        lists.SelectMany(list => ElementIds.Objects(element, list));
}
