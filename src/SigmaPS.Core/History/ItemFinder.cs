using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.History;

/// <summary>The element, column or metric that a person asks about, by display name or ID.</summary>
/// <param name="Element">The element.</param>
/// <param name="List">columns or metrics; null for the element itself.</param>
/// <param name="Item">The column or metric; null for the element itself.</param>
public sealed record ItemFinder(string Element, string? List, string? Item)
{
    /// <summary>Finds the item in one version.</summary>
    /// <returns>Null where the version does not have it.</returns>
    /// <exception cref="SigmaEngineException">Several items have the name.</exception>
    internal ItemAddress? Find(SpecDocument document)
    {
        var names = new DisplayNames(document);
        var element = One(document.Elements.ToList(), Element, names.OfElement, "elements");
        if (element is null || List is null)
        {
            return element is null ? null : new ItemAddress(ElementIds.Id(element), null, null);
        }

        return One(ElementIds.Objects(element, List).ToList(), Item!, names.Of, List) is { } item
            ? new ItemAddress(ElementIds.Id(element), List, ElementIds.Id(item)) : null;
    }

    private static JsonObject? One(List<JsonObject> items, string wanted, Func<JsonObject, string> nameOf, string kind)
    {
        var found = items.Where(item => nameOf(item) == wanted).ToList();
        found = found.Count > 0 ? found : items.Where(item => ElementIds.Id(item) == wanted).ToList();
        found = found.Count > 0 ? found
            : items.Where(item => string.Equals(nameOf(item), wanted, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count < 2 ? found.FirstOrDefault() : throw new SigmaEngineException(
            ErrorCode.SpecItemNotFound,
            $"{found.Count} {kind} have the name '{wanted}'. Use an ID: {string.Join(", ", found.Select(ElementIds.Id))}.")
        { Target = wanted };
    }
}
