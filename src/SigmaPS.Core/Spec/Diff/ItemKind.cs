using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>A kind of thing inside an element: its list, what identifies it, what finds it again when its id was renewed, and what a person calls it.</summary>
internal sealed class ItemKind
{
    private readonly Func<JsonObject, ComparedNames, string>[] _keys;
    private readonly Func<JsonObject, ColumnNames, ComparedNames, string> _nameOf;

    private ItemKind(string name, string list, string id, Func<JsonObject, ColumnNames, ComparedNames, string> nameOf, params Func<JsonObject, ComparedNames, string>[] likenesses)
    {
        Name = name;
        List = list;
        Id = id;
        _nameOf = nameOf;
        _keys = new Func<JsonObject, ComparedNames, string>[] { (item, _) => item.Text(id) ?? "" }.Concat(likenesses).ToArray();
    }

    /// <summary>What lives inside a table, in the order in which a person reads it.</summary>
    public static IReadOnlyList<ItemKind> InTable { get; } = new[]
    {
        new ItemKind("column", "columns", "id", OwnName, ShownName, MatchKeys.ForNamelessColumn),
        new ItemKind("metric", "metrics", "id", OwnName, ShownName, MatchKeys.ForNamelessColumn),
        new ItemKind("relationship", "relationships", "id", (item, _, _) => RelationshipName(item), (item, _) => RelationshipName(item)),
        new ItemKind("filter", "filters", "id", (item, columns, _) => columns.GetName(item.Text("columnId")) + " " + item.Text("kind"), (item, _) => item.Text("columnId") + " " + item.Text("kind")),
        new ItemKind("folder", "folders", "id", OwnName, ShownName),
        new ItemKind("grouping", "groupings", "id", (item, columns, _) => Listed(item, columns, "groupBy", "calculations"), (item, _) => MatchKeys.Written(item)),
        new ItemKind("sort", "sort", "columnId", (item, columns, _) => columns.GetName(item.Text("columnId"))),
        new ItemKind("security", "columnSecurities", "id", (item, columns, _) => Listed(item, columns, "restrictedColumns", "restrictedColumns"), (item, _) => MatchKeys.Written(item)),
    };

    /// <summary>What a person calls the kind.</summary>
    public string Name { get; }

    /// <summary>The key of its list.</summary>
    public string List { get; }

    /// <summary>The key of its id.</summary>
    public string Id { get; }

    /// <summary>Whether it has a name of its own, so that another one is a renaming.</summary>
    public bool HasName => Name is "column" or "metric" or "relationship" or "folder";

    /// <summary>Whether its place among its like carries meaning; that of columns is compared with <c>order</c> in mind.</summary>
    public bool OrderCounts => Name is "grouping" or "sort";

    /// <summary>Whether its id stands in other things of the same element, and nothing in it that finds it again is an id.</summary>
    public bool IsReferredTo => Name is "column" or "metric" or "folder";

    /// <summary>What can be compared piece by piece in two elements: everything in two tables, nothing in anything else.</summary>
    public static IEnumerable<ItemKind> Shared(JsonObject old, JsonObject now) =>
        old.Text("kind") == "table" && now.Text("kind") == "table" ? InTable : Enumerable.Empty<ItemKind>();

    /// <summary>Which item of one element is which of another.</summary>
    public ItemMatching Pair(LocatedObject old, LocatedObject now, ComparedNames names) => ItemMatching.Match(
        LocatedObject.All(old.Value, List, old.Pointer), LocatedObject.All(now.Value, List, now.Pointer), _keys.Select<Func<JsonObject, ComparedNames, string>, Func<JsonObject, string>>(key => item => key(item, names)).ToArray());

    /// <summary>Whether some of one element's items are not in the other under their ids, and the other has some instead.</summary>
    public bool MayBeRenewed(LocatedObject old, LocatedObject now)
    {
        var byId = ItemMatching.Match(LocatedObject.All(old.Value, List, old.Pointer), LocatedObject.All(now.Value, List, now.Pointer), item => item.Text(Id) ?? "");
        return byId.Removed.Count > 0 && byId.Added.Count > 0;
    }

    /// <summary>What a person calls one item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="columns">The columns of its element.</param>
    /// <param name="names">The display names of both documents.</param>
    public string NameOf(JsonObject item, ColumnNames columns, ComparedNames names) => _nameOf(item, columns, names);

    private static string OwnName(JsonObject item, ColumnNames columns, ComparedNames names) => names.Of(item);

    private static string ShownName(JsonObject item, ComparedNames names) => names.Of(item);

    private static string RelationshipName(JsonObject item) => item.Text("name") ?? item.Text("targetElementId") ?? "";

    // By the columns it is about; two that are about the same ones are told apart by their place.
    private static string Listed(JsonObject item, ColumnNames columns, string list, string otherwise)
    {
        var names = columns.GetNames(item.Array(list));
        names = names.Length > 0 ? names : columns.GetNames(item.Array(otherwise));
        return names.Length > 0 ? names : ElementIds.Id(item);
    }
}
