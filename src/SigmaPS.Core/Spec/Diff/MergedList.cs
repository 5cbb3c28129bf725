using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>Merges three lists of items, each found by its key.</summary>
internal sealed class MergedList
{
    private readonly Func<LocatedObject, string> _place;
    private readonly KeyedList _base;
    private readonly KeyedList _other;
    private readonly KeyedList _live;

    private MergedList(KeyedList basis, KeyedList other, KeyedList live, Func<LocatedObject, string> place)
    {
        _place = place;
        _base = basis;
        _other = other;
        _live = live;
    }

    /// <summary>Prepares the merge of three lists.</summary>
    /// <param name="basis">The items of the base.</param>
    /// <param name="other">The items of the other document.</param>
    /// <param name="live">The live items.</param>
    /// <param name="key">Returns the key of an item.</param>
    /// <param name="place">Returns the object that contains an item; null if this does not matter.</param>
    /// <returns>Null if an item does not have a unique key.</returns>
    public static MergedList? Of(
        IEnumerable<LocatedObject> basis,
        IEnumerable<LocatedObject> other,
        IEnumerable<LocatedObject> live,
        Func<LocatedObject, string> key,
        Func<LocatedObject, string>? place = null) =>
        KeyedList.Of(basis, key) is { } b && KeyedList.Of(other, key) is { } o && KeyedList.Of(live, key) is { } l
            ? new MergedList(b, o, l, place ?? (_ => ""))
            : null;

    /// <summary>The item of a key in the three documents.</summary>
    public ItemTriple Item(string key) => new(_base.Find(key)?.Value, _other.Find(key)?.Value, _live.Find(key)?.Value);

    /// <summary>The item of a key with its place; null in a document that does not contain it.</summary>
    public (LocatedObject? Base, LocatedObject? Other, LocatedObject? Live) Located(string key) =>
        (_base.Find(key), _other.Find(key), _live.Find(key));

    /// <summary>The keys of the merged list, in order.</summary>
    /// <param name="conflict">Receives the key of an item that one side removed or added and the other changed.</param>
    /// <param name="isConflict">Whether both sides changed the order of the items in different ways.</param>
    public List<string> Merge(Action<string> conflict, out bool isConflict)
    {
        foreach (var key in _base.Keys.Concat(_other.Keys).Concat(_live.Keys).Distinct(StringComparer.Ordinal))
        {
            var item = Item(key);
            var (b, o, l) = Located(key);
            var clashes = item switch
            {
                { Base: null, Other: not null, Live: not null } => !item.IsAlreadyLive || _place(o!) != _place(l!),
                { Base: not null, Other: null, Live: not null } => !item.IsStillLive || _place(b!) != _place(l!),
                { Base: not null, Other: not null, Live: null } => !item.IsUnchanged || _place(b!) != _place(o!),
                _ => false,
            };
            if (clashes)
            {
                conflict(key);
            }
        }

        return MergedOrder.Merge(_base.Keys, _other.Keys, _live.Keys, out isConflict);
    }
}
