using System.Collections.Generic;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>An object and its place.</summary>
internal sealed class LocatedObject
{
    private readonly string _base;
    private readonly string _list;
    private readonly int _index;

    private LocatedObject(JsonObject value, string pointer, string list, int index, LocatedObject? owner)
    {
        Value = value;
        _base = pointer;
        _list = list;
        _index = index;
        Owner = owner;
    }

    public JsonObject Value { get; }

    // Only changed objects are reported with their place.
    public string Pointer => _base + JsonPointer.Segment(_list) + JsonPointer.Segment(_index);

    /// <summary>The object that contains it: a page for an element.</summary>
    public LocatedObject? Owner { get; }

    /// <summary>The objects of a list with their places.</summary>
    public static List<LocatedObject> All(JsonObject owner, string list, string pointer, LocatedObject? inside = null)
    {
        var all = new List<LocatedObject>();
        if (owner.Array(list) is { } items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                if (items[i] is JsonObject o)
                {
                    all.Add(new LocatedObject(o, pointer, list, i, inside));
                }
            }
        }

        return all;
    }
}
