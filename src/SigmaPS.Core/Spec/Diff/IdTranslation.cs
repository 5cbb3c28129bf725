using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>
/// The old document with the IDs of the new one, so that a reference to a reassigned ID does not count as a change. It is a copy only
/// if an ID was reassigned.
/// </summary>
internal sealed class IdTranslation
{
    private readonly Dictionary<JsonObject, JsonObject> _originals = new();

    private IdTranslation(JsonObject root, IdMap map, ComparedNames names)
    {
        Names = names;
        names.Original = Original;
        Root = root;
        Map = map;
    }

    /// <summary>The display names of both documents.</summary>
    public ComparedNames Names { get; }

    /// <summary>Maps old IDs to new IDs, including those of groupings.</summary>
    public IdMap Map { get; }

    /// <summary>The old document, or its translated copy with the same structure.</summary>
    public JsonObject Root { get; private set; }

    /// <summary>Translates the old document.</summary>
    /// <param name="old">The old document; it is not changed.</param>
    /// <param name="now">The new document.</param>
    public static IdTranslation Match(JsonObject old, JsonObject now)
    {
        var names = new ComparedNames(old, now);
        var map = IdMap.Match(old, now, names);
        var translation = new IdTranslation(old, map, names);
        if (map.IsNeeded)
        {
            translation.Root = (JsonObject)translation.Copy(old, map);
            var references = new IdRewriter(map, translation);
            references.ApplyInner();
            translation.Late(now, kind => kind.IsReadBySources);
            references.ApplyElements();
            translation.Late(now, kind => kind.HasOwnId && !kind.IsReferredTo && !kind.IsReadBySources);
        }

        return translation;
    }

    /// <summary>Replaces the old IDs in another document with the new ones.</summary>
    /// <param name="document">The document; it is not changed.</param>
    /// <returns>The document itself if no ID was reassigned.</returns>
    public JsonObject Follow(JsonObject document)
    {
        if (!Map.IsNeeded)
        {
            return document;
        }

        Map.Define(document);
        var copy = new IdTranslation(document, Map, new ComparedNames(document, document));
        copy.Root = (JsonObject)copy.Copy(document, Map);
        var references = new IdRewriter(Map, copy);
        references.ApplyInner();
        copy.ApplyLate(Map);
        references.ApplyElements();
        return copy.Root;
    }

    /// <summary>Returns the item of the old document for an item of <see cref="Root"/>.</summary>
    public JsonObject Original(JsonObject thing) => _originals.TryGetValue(thing, out var original) ? original : thing;

    private JsonValue Copy(JsonValue value, IdMap map)
    {
        switch (value)
        {
            case JsonObject o:
                var copy = new JsonObject(o.Offset);
                foreach (var member in o)
                {
                    copy.Add(member.Name, Copy(member.Value, map));
                }

                _originals.Add(copy, o);
                if (map.Definitions.TryGetValue(o, out var renewed))
                {
                    copy.Set("id", new JsonString(renewed));
                }

                return copy;
            case JsonArray a:
                var items = new JsonArray(a.Offset);
                foreach (var item in a)
                {
                    items.Add(Copy(item, map));
                }

                return items;
            default:
                return value;
        }
    }

    // Match these items by the columns that they refer to, which have their new IDs by now.
    private void Late(JsonObject now, Func<ItemKind, bool> kinds)
    {
        foreach (var (was, is1) in MatchKeys.Pair(IdMap.Elements(Root), IdMap.Elements(now), Names).Pairs)
        {
            foreach (var kind in ItemKind.Shared(was.Value, is1.Value).Where(kinds))
            {
                foreach (var (a, b) in kind.Pair(was, is1, Names).Pairs)
                {
                    if (ElementIds.Id(a.Value).Length > 0 && ElementIds.Id(b.Value) is { Length: > 0 } id)
                    {
                        Map.AddLate(kind.Name, ElementIds.Id(Original(was.Value)), ElementIds.Id(a.Value), id);
                        a.Value.Set("id", new JsonString(id));
                    }
                }
            }
        }
    }

    // Use the map, because the other document can have another name for an item.
    private void ApplyLate(IdMap map)
    {
        foreach (var element in IdMap.Elements(Root).Select(located => located.Value))
        {
            foreach (var kind in ItemKind.InTable.Where(kind => kind.HasOwnId && !kind.IsReferredTo))
            {
                foreach (var item in ElementIds.Objects(element, kind.List).Where(item => ElementIds.Id(item).Length > 0))
                {
                    item.Set("id", new JsonString(map.Late(kind.Name, ElementIds.Id(Original(element)), ElementIds.Id(item))));
                }
            }
        }
    }
}
