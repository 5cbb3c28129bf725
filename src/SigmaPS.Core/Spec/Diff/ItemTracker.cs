using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>Follows one item through the versions of a document, even if its ID was reassigned.</summary>
public static class ItemTracker
{
    /// <summary>Finds the same item in an older document.</summary>
    /// <param name="old">The older document.</param>
    /// <param name="now">The newer document.</param>
    /// <param name="item">The item in the newer document.</param>
    /// <returns>Its address in the older document; null if that document does not contain it.</returns>
    public static ItemAddress? Before(SpecDocument old, SpecDocument now, ItemAddress item)
    {
        var translation = IdTranslation.Match(old.Root, now.Root);
        return Find(translation.Root, item) is not { } found ? null : item with
        {
            ElementId = ElementIds.Id(translation.Original(found.Element.Value)),
            ItemId = found.Item is { } inner ? ElementIds.Id(translation.Original(inner.Value)) : null,
        };
    }

    /// <summary>Finds the same item in a newer document.</summary>
    /// <param name="old">The older document.</param>
    /// <param name="now">The newer document.</param>
    /// <param name="item">The item in the older document.</param>
    /// <returns>Its address in the newer document; null if that document does not contain it.</returns>
    public static ItemAddress? After(SpecDocument old, SpecDocument now, ItemAddress item)
    {
        var map = IdTranslation.Match(old.Root, now.Root).Map;
        var inner = item.ItemId is { } id ? map.Inner(item.ElementId, id) : null;
        var after = item with { ElementId = map.Element(item.ElementId), ItemId = inner };
        return Find(now.Root, after) is null ? null : after;
    }

    /// <summary>
    /// The differences that concern one item: its own, those of its parts, and its addition or removal with the object that contains it.
    /// </summary>
    /// <param name="old">The older document.</param>
    /// <param name="before">The item in it; null if the document does not contain it.</param>
    /// <param name="now">The newer document.</param>
    /// <param name="after">The item in it; null if the document does not contain it.</param>
    public static IReadOnlyList<SpecChange> Changes(SpecDocument old, ItemAddress? before, SpecDocument now, ItemAddress? after)
    {
        var (was, current) = (PointerOf(old, before), PointerOf(now, after));
        return SpecDiff.Compare(old, now).Changes.Where(change => change.Change switch
        {
            ChangeKind.Removed => IsWithin(change.Pointer, was) || IsWithin(was, change.Pointer),
            ChangeKind.Added => IsWithin(change.Pointer, current) || IsWithin(current, change.Pointer),
            _ => IsWithin(change.Pointer, current),
        }).ToList();
    }

    private static bool IsWithin(string? part, string? whole) =>
        part is not null && whole is not null && (part == whole || part.StartsWith(whole + "/", StringComparison.Ordinal));

    private static string? PointerOf(SpecDocument document, ItemAddress? item) =>
        item is not null && Find(document.Root, item) is { } found ? (found.Item ?? found.Element).Pointer : null;

    private static (LocatedObject Element, LocatedObject? Item)? Find(JsonObject root, ItemAddress item)
    {
        if (IdMap.Elements(root).FirstOrDefault(element => ElementIds.Id(element.Value) == item.ElementId) is not { } element)
        {
            return null;
        }

        if (item.List is null)
        {
            return (element, null);
        }

        var items = LocatedObject.All(element.Value, item.List, element.Pointer);
        return items.FirstOrDefault(inner => ElementIds.Id(inner.Value) == item.ItemId) is { } found
            ? (element, found)
            : null;
    }
}
