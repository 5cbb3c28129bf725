using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>
/// A kind of item inside a table, derived from the schema: its list, what identifies it, and what the comparison has to know about it.
/// </summary>
internal sealed class ItemKind
{
    private readonly ItemNaming _naming;

    private ItemKind(SchemaKey list)
    {
        var type = Schema.Type(list.Form)!;
        Name = list.Form;
        List = list.Name;
        HasOwnId = type.Find("id") is not null;
        Id = HasOwnId ? "id" : type.Keys.First(key => key.Target is not null).Name;
        HasName = type.Find("name") is not null;
        OrderCounts = list.HasMeaningfulOrder;
        IsReferredTo = Schema.CanName(IdTarget.Layout, Name);
        IsReadBySources = Schema.CanName(IdTarget.Grouping, Name);
        _naming = new ItemNaming(type);
    }

    /// <summary>What lives inside a table, in the order in which a person reads it.</summary>
    public static IReadOnlyList<ItemKind> InTable { get; } = Schema.ItemLists.Select(list => new ItemKind(list)).ToList();

    /// <summary>What a person calls the kind.</summary>
    public string Name { get; }

    /// <summary>The key of its list.</summary>
    public string List { get; }

    /// <summary>The key that identifies an item; a sort is identified by its column.</summary>
    public string Id { get; }

    /// <summary>Whether it has an ID of its own.</summary>
    public bool HasOwnId { get; }

    /// <summary>Whether it has a name of its own, so that another one is a renaming.</summary>
    public bool HasName { get; }

    /// <summary>Whether its place among its like carries meaning; that of columns is compared with <c>order</c> in mind.</summary>
    public bool OrderCounts { get; }

    /// <summary>Whether its id stands in other things of the same element, and nothing in it that finds it again is an id.</summary>
    public bool IsReferredTo { get; }

    /// <summary>Whether the sources of other elements refer to it.</summary>
    public bool IsReadBySources { get; }

    /// <summary>What can be compared piece by piece in two elements: everything in two tables, nothing in anything else.</summary>
    public static IEnumerable<ItemKind> Shared(JsonObject old, JsonObject now) =>
        old.Text("kind") == "table" && now.Text("kind") == "table" ? InTable : Enumerable.Empty<ItemKind>();

    /// <summary>Which item of one element is which of another.</summary>
    public ItemMatching Pair(LocatedObject old, LocatedObject now, ComparedNames names) => ItemMatching.Match(
        LocatedObject.All(old.Value, List, old.Pointer),
        LocatedObject.All(now.Value, List, now.Pointer),
        _naming.Keys(Id, names));

    /// <summary>Whether some of one element's items are not in the other under their ids, and the other has some instead.</summary>
    public bool MayBeRenewed(LocatedObject old, LocatedObject now)
    {
        var byId = ItemMatching.Match(
            LocatedObject.All(old.Value, List, old.Pointer),
            LocatedObject.All(now.Value, List, now.Pointer),
            item => item.Text(Id) ?? "");
        return byId.Removed.Count > 0 && byId.Added.Count > 0;
    }

    /// <summary>What a person calls one item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="columns">The columns of its element.</param>
    /// <param name="names">The display names of both documents.</param>
    public string NameOf(JsonObject item, ColumnNames columns, ComparedNames names) => _naming.NameOf(item, columns, names);
}
