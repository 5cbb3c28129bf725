using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>
/// Maps old IDs to new IDs. IDs of elements are unique in the model, all others in their element (spec sheet, section 11).
/// </summary>
internal sealed class IdMap
{
    // Not a character of an ID. It keeps an old dangling reference from matching an item that has that ID now.
    private const string Nothing = "\0";

    private readonly Dictionary<string, ElementMap> _elements = new(StringComparer.Ordinal);
    private readonly HashSet<string> _usedIds = new(StringComparer.Ordinal);

    private IdMap()
    {
    }

    /// <summary>Whether an ID was reassigned, or can prove to be after the references are translated.</summary>
    public bool IsNeeded { get; private set; }

    /// <summary>The new ID of each item of the old document that has one.</summary>
    public Dictionary<JsonObject, string> Definitions { get; } = new();

    /// <summary>Matches the elements of two documents, and the items in them that others refer to.</summary>
    public static IdMap Match(JsonObject old, JsonObject now, ComparedNames names)
    {
        var map = new IdMap();
        foreach (var (was, current) in MatchKeys.Pair(Elements(old), Elements(now), names).Pairs)
        {
            var element = new ElementMap(ElementIds.Id(current.Value) is { Length: > 0 } id ? id : ElementIds.Id(was.Value));
            Record(map._elements, ElementIds.Id(was.Value), element);
            map.Define(was.Value, current.Value, map._usedIds);
            foreach (var kind in ItemKind.Shared(was.Value, current.Value))
            {
                map.Inner(kind, was, current, element, names);
            }
        }

        return map;
    }

    /// <summary>The elements of a document.</summary>
    public static List<LocatedObject> Elements(JsonObject root) => MatchKeys.Elements(LocatedObject.All(root, "pages", ""));

    /// <summary>The new ID of an element; the old ID if it was not reassigned.</summary>
    public string Element(string id) => _elements.TryGetValue(id, out var element) ? element.Id : _usedIds.Contains(id) ? id + Nothing : id;

    /// <summary>The new ID of a column, metric or folder of an element.</summary>
    public string Inner(string element, string id) => !_elements.TryGetValue(element, out var map) ? id
        : map.Inner.TryGetValue(id, out var renewed) ? renewed
        : map.UsedIds.Contains(id) ? id + Nothing : id;

    /// <summary>The new ID of a grouping of an element.</summary>
    public string Grouping(string element, string id) => Late("grouping", element, id);

    /// <summary>The new ID of an item whose match was found after the references in it were translated.</summary>
    public string Late(string kind, string element, string id) =>
        _elements.TryGetValue(element, out var map) && map.Late.TryGetValue((kind, id), out var renewed) ? renewed : id;

    /// <summary>Records an item that is found again only after the references in it are translated.</summary>
    public void AddLate(string kind, string element, string old, string now)
    {
        if (_elements.TryGetValue(element, out var map))
        {
            Record(map.Late, (kind, old), now);
        }
    }

    /// <summary>Gives the items of a further document in the old IDs the new IDs that this map has for them.</summary>
    public void Define(JsonObject document)
    {
        foreach (var element in Elements(document).Select(located => located.Value))
        {
            if (_elements.TryGetValue(ElementIds.Id(element), out var map))
            {
                Define(element, map.Id);
                foreach (
                    var item in ItemKind.InTable.Where(kind => kind.IsReferredTo).SelectMany(kind => ElementIds.Objects(element, kind.List))
                )
                {
                    Define(item, map.Inner.TryGetValue(ElementIds.Id(item), out var renewed) ? renewed : "");
                }
            }
        }
    }

    private void Define(JsonObject item, string now)
    {
        if (now.Length > 0 && now != ElementIds.Id(item))
        {
            Definitions[item] = now;
        }
    }

    private void Inner(ItemKind kind, LocatedObject was, LocatedObject current, ElementMap element, ComparedNames names)
    {
        if (kind.IsReferredTo)
        {
            // Record unchanged IDs too. Otherwise the new ID of a metric or folder would count as that of a column with the same old ID.
            foreach (var (a, b) in kind.Pair(was, current, names).Pairs)
            {
                if (ElementIds.Id(b.Value).Length > 0)
                {
                    Record(element.Inner, ElementIds.Id(a.Value), ElementIds.Id(b.Value));
                }

                Define(a.Value, b.Value, element.UsedIds);
            }
        }
        else if (kind.HasOwnId)
        {
            IsNeeded |= kind.MayBeRenewed(was, current);
        }
    }

    private void Define(JsonObject old, JsonObject now, HashSet<string> usedIds)
    {
        var (before, after) = (ElementIds.Id(old), ElementIds.Id(now));
        if (before.Length > 0 && after.Length > 0 && before != after)
        {
            Definitions[old] = after;
            usedIds.Add(after);
            IsNeeded = true;
        }
    }

    // If several items have one ID, references refer to the first.
    private static void Record<TKey, T>(Dictionary<TKey, T> ids, TKey old, T now)
        where TKey : notnull
    {
        if (!ids.ContainsKey(old))
        {
            ids.Add(old, now);
        }
    }

    private sealed class ElementMap(string id)
    {
        public string Id { get; } = id;

        public Dictionary<string, string> Inner { get; } = new(StringComparer.Ordinal);

        public HashSet<string> UsedIds { get; } = new(StringComparer.Ordinal);

        public Dictionary<(string Kind, string Id), string> Late { get; } = new();
    }
}
