using System;
using System.Collections.Generic;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>A kind of thing inside an element: its list, what identifies it, and what finds it again when its id was renewed.</summary>
internal sealed class ItemKind
{
    private ItemKind(string name, string list, string id, Func<JsonObject, string> likeness)
    {
        Name = name;
        List = list;
        Id = id;
        Likeness = likeness;
    }

    /// <summary>What lives inside a table, in the order in which a person reads it.</summary>
    public static IReadOnlyList<ItemKind> InTable { get; } = new[]
    {
        new ItemKind("column", "columns", "id", EffectiveName.Of),
        new ItemKind("metric", "metrics", "id", EffectiveName.Of),
        new ItemKind("relationship", "relationships", "id", item => item.Text("name") ?? item.Text("targetElementId") ?? ""),
        new ItemKind("filter", "filters", "id", item => item.Text("columnId") + " " + item.Text("kind")),
        new ItemKind("folder", "folders", "id", EffectiveName.Of),
        new ItemKind("grouping", "groupings", "id", Written),
        new ItemKind("sort", "sort", "columnId", item => item.Text("columnId") ?? ""),
        new ItemKind("security", "columnSecurities", "id", Written),
    };

    /// <summary>What a person calls it.</summary>
    public string Name { get; }

    /// <summary>The key of its list.</summary>
    public string List { get; }

    /// <summary>The key of its id.</summary>
    public string Id { get; }

    /// <summary>What finds it again without its id.</summary>
    public Func<JsonObject, string> Likeness { get; }

    /// <summary>Whether it has a name of its own, so that another one is a renaming.</summary>
    public bool HasName => Name is "column" or "metric" or "relationship" or "folder";

    /// <summary>Whether its place among its like carries meaning; that of columns is compared with <c>order</c> in mind.</summary>
    public bool OrderCounts => Name is "grouping" or "sort";

    private static string Written(JsonObject item)
    {
        var writer = new JsonWriter(indent: false);
        var rest = new JsonObject();
        foreach (var member in item)
        {
            if (member.Name != "id")
            {
                rest.Add(member.Name, member.Value);
            }
        }

        JsonTree.Write(writer, rest);
        return writer.Finish();
    }
}
