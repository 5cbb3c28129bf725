using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>Merges one element: its properties, then each of its lists item by item.</summary>
/// <param name="context">The documents.</param>
/// <param name="element">The element.</param>
/// <param name="names">The names of the objects around it, and its own name last.</param>
internal sealed class MergedElement(MergeContext context, ItemTriple element, IReadOnlyList<string> names)
{
    private readonly MergeContext _context = context;
    private readonly ItemTriple _element = element;
    private readonly IReadOnlyList<string> _names = names;

    /// <summary>The name of the kind of an element for people.</summary>
    public static string KindOf(JsonObject element) => element.Text("kind") == "control" ? "control" : "element";

    /// <summary>Merges the element.</summary>
    public JsonObject Merge()
    {
        var (b, o, l) = (_element.Base!, _element.Other!, _element.Live!);
        var isTable = new[] { b, o, l }.All(element => element.Text("kind") == "table");
        var kinds = isTable ? ItemKind.InTable : new List<ItemKind>();
        var lists = kinds.Select(kind => (Kind: kind, Items: ItemsOf(kind))).Where(list => list.Items is not null).ToList();
        var inLists = new HashSet<string>(lists.Select(list => list.Kind.List), StringComparer.Ordinal) { "id" };
        var merged = MergedItem.Merge(_context, _element, name => inLists.Contains(name) || (isTable && name == "order"), Conflict);
        foreach (var (kind, items) in lists)
        {
            MergeList(merged, kind, items!);
        }

        if (isTable)
        {
            MergeOrder(merged);
            FindTakenNames(merged);
        }

        return merged;
    }

    // A list is merged as one value if its items do not have different keys.
    private MergedList? ItemsOf(ItemKind kind)
    {
        var lists = new[] { _element.Base!, _element.Other!, _element.Live! };
        return lists.Any(list => list.Has(kind.List)
            && (list.Array(kind.List) is not { } array || array.Any(item => item is not JsonObject)))
            ? null
            : MergedList.Of(
                All(_element.Base!, kind),
                All(_element.Other!, kind),
                All(_element.Live!, kind),
                item => item.Value.Text(kind.Id) ?? "");
    }

    private static List<LocatedObject> All(JsonObject element, ItemKind kind) => LocatedObject.All(element, kind.List, "");

    private void MergeList(JsonObject merged, ItemKind kind, MergedList items)
    {
        var keys = items.Merge(key => _context.Conflicts.Add(Whole(kind, items.Item(key))), out var isConflict);
        if (isConflict && (kind.OrderCounts || (kind.Name == "column" && !_element.Live!.Has("order"))))
        {
            var (b, o, l) = (_element.Base![kind.List], _element.Other![kind.List], _element.Live![kind.List]);
            _context.Conflicts.Add(Conflict(kind.List) with { Base = b, Other = o, Live = l });
        }

        var list = new JsonArray();
        foreach (var item in keys.Select(items.Item))
        {
            list.Add(item is { Base: not null, Other: not null, Live: not null }
                ? MergedItem.Merge(_context, item, name => name == kind.Id, property => ConflictOf(kind, item, property))
                : item.Live ?? item.Other!);
        }

        if (list.Count > 0 || merged.Has(kind.List))
        {
            MergedItem.Set(merged, kind.List, list, _element.Other!);
        }
    }

    // An element without an order shows its columns in the order of the list.
    private void MergeOrder(JsonObject merged)
    {
        var (b, o, l) = (_element.Base!, _element.Other!, _element.Live!);
        var order = MergedOrder.Merge(ColumnOrder.GetOrder(b), ColumnOrder.GetOrder(o), ColumnOrder.GetOrder(l), out var isConflict);
        if (isConflict)
        {
            _context.Conflicts.Add(Conflict("order") with { Base = b["order"], Other = o["order"], Live = l["order"] });
        }
        else if (Defaults.Same("order", b["order"], l["order"]))
        {
            MergedItem.Set(merged, "order", o["order"], o);
        }
        else if (l.Has("order") || (o.Has("order") && !ColumnOrder.Same(b, o)))
        {
            // A column that is not listed keeps its place after the listed ones.
            var listed = new HashSet<string>(new[] { b, o, l }.SelectMany(ColumnOrder.GetListed), StringComparer.Ordinal);
            MergedItem.Set(merged, "order", MergedItem.ToArray(order.Where(listed.Contains).ToList()), o);
        }
    }

    // Two items would have one name, and formulas that refer to it would be ambiguous.
    private void FindTakenNames(JsonObject merged)
    {
        var live = new HashSet<string>(Named(_element.Live!).Select(item => item.Text("name")!), StringComparer.Ordinal);
        foreach (var group in Named(merged).GroupBy(item => item.Text("name")!, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            var liveOnes = Named(_element.Live!).Count(item => item.Text("name") == group.Key);
            if (liveOnes < 2 && live.Contains(group.Key))
            {
                _context.Conflicts.Add(new MergeConflict("column", _names.Append(group.Key).ToList(), "name")
                {
                    Other = new JsonString(group.Key),
                    Live = new JsonString(group.Key),
                    Note = "another column or metric of the element has this name now",
                });
            }
        }
    }

    private static IEnumerable<JsonObject> Named(JsonObject element) =>
        ElementIds.Objects(element, "columns").Concat(ElementIds.Objects(element, "metrics")).Where(item => item.Text("name") is not null);

    private MergeConflict Conflict(string? property) => new(KindOf(_element.Live!), _names, property);

    private MergeConflict ConflictOf(ItemKind kind, ItemTriple item, string? property)
    {
        var name = kind.HasName ? _context.NameOf(item) : ElementIds.Id(item.Live ?? item.Other ?? item.Base!);
        return new MergeConflict(kind.Name, _names.Append(name).ToList(), property);
    }

    private MergeConflict Whole(ItemKind kind, ItemTriple item) =>
        ConflictOf(kind, item, null) with { Base = item.Base, Other = item.Other, Live = item.Live };
}
