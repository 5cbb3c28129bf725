using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>
/// A kind of item inside a table, derived from the schema: its list, its identifying key, and the rules for its comparison.
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

    /// <summary>The kinds of items in a table, in the order in which a person reads them.</summary>
    public static IReadOnlyList<ItemKind> InTable { get; } = Schema.ItemLists.Select(list => new ItemKind(list)).ToList();

    /// <summary>The name of the kind for people.</summary>
    public string Name { get; }

    /// <summary>The key of the list.</summary>
    public string List { get; }

    /// <summary>The key that identifies an item; a sort is identified by its column.</summary>
    public string Id { get; }

    /// <summary>Whether it has an ID of its own.</summary>
    public bool HasOwnId { get; }

    /// <summary>Whether it has a name of its own, so that another name is a rename.</summary>
    public bool HasName { get; }

    /// <summary>Whether the order of the items has a meaning. Columns are compared with <c>order</c> in mind.</summary>
    public bool OrderCounts { get; }

    /// <summary>Whether other items of the element refer to its ID, and it is matched without another ID.</summary>
    public bool IsReferredTo { get; }

    /// <summary>Whether the sources of other elements refer to it.</summary>
    public bool IsReadBySources { get; }

    /// <summary>The kinds that can be compared item by item in two elements: all kinds in two tables, none in other elements.</summary>
    public static IEnumerable<ItemKind> Shared(JsonObject old, JsonObject now) =>
        old.Text("kind") == "table" && now.Text("kind") == "table" ? InTable : Enumerable.Empty<ItemKind>();

    /// <summary>Matches the items of two elements.</summary>
    public ItemMatching Pair(LocatedObject old, LocatedObject now, ComparedNames names) => ItemMatching.Match(
        LocatedObject.All(old.Value, List, old.Pointer),
        LocatedObject.All(now.Value, List, now.Pointer),
        _naming.Keys(Id, names));

    /// <summary>Whether each of two elements has items whose IDs the other one does not have.</summary>
    public bool MayBeRenewed(LocatedObject old, LocatedObject now)
    {
        var byId = ItemMatching.Match(
            LocatedObject.All(old.Value, List, old.Pointer),
            LocatedObject.All(now.Value, List, now.Pointer),
            item => item.Text(Id) ?? "");
        return byId.Removed.Count > 0 && byId.Added.Count > 0;
    }

    /// <summary>The name of one item for people.</summary>
    /// <param name="item">The item.</param>
    /// <param name="columns">The columns of its element.</param>
    /// <param name="names">The display names of both documents.</param>
    public string NameOf(JsonObject item, ColumnNames columns, ComparedNames names) => _naming.NameOf(item, columns, names);
}
