using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec;

/// <summary>The parsed rows of <see cref="SchemaTable"/>.</summary>
internal static class Schema
{
    private static readonly SchemaReader Rows = SchemaReader.Read(SchemaTable.Rows);

    // A column's ID can also refer to a metric, and in layout lists to a folder.
    private static readonly Dictionary<IdTarget, string[]> Targets = new()
    {
        [IdTarget.Column] = new[] { "column", "metric" },
        [IdTarget.Layout] = new[] { "column", "metric", "folder" },
        [IdTarget.Grouping] = new[] { "grouping" },
    };

    /// <summary>The whole document.</summary>
    public static SchemaType Root => Rows.Types["root"];

    /// <summary>An element.</summary>
    public static SchemaType Element => Rows.Types["element"];

    /// <summary>A table.</summary>
    public static SchemaType Table { get; } = Element.Branches["table"];

    /// <summary>The lists of a table that contain items, in the order in which the rows describe the items.</summary>
    public static IReadOnlyList<SchemaKey> ItemLists { get; } = Table.Keys.Where(key => key.IsListOfObjects)
        .OrderBy(key => Rows.Types.Keys.TakeWhile(type => type != key.Form).Count()).ToList();

    /// <summary>The names of all keys of all kinds of objects.</summary>
    public static IReadOnlyCollection<string> KeyNames { get; } =
        new HashSet<string>(AllKeys.Select(key => key.Name), StringComparer.Ordinal);

    /// <summary>The names that are lists of objects everywhere in the schema.</summary>
    public static ISet<string> ObjectLists { get; } = new HashSet<string>(
        AllKeys.GroupBy(key => key.Name).Where(keys => keys.All(key => key.IsListOfObjects)).Select(keys => keys.Key),
        StringComparer.Ordinal);

    /// <summary>The default values by key; a key has the same default everywhere.</summary>
    public static IReadOnlyDictionary<string, JsonValue> Defaults { get; } = AllKeys.Where(key => key.Default is not null)
        .GroupBy(key => key.Name).ToDictionary(keys => keys.Key, keys => keys.First().Default!, StringComparer.Ordinal);

    private static IEnumerable<SchemaKey> AllKeys => Rows.Types.Values.SelectMany(type => type.WithBranches).SelectMany(type => type.Keys);

    /// <summary>Finds a kind of object by its name; null for a plain form.</summary>
    public static SchemaType? Type(string form) => Rows.Types.TryGetValue(form, out var type) ? type : null;

    /// <summary>The values that a form allows; null if it does not list them.</summary>
    public static string[]? Allowed(string form) => Rows.Values.TryGetValue(form, out var values) ? values : null;

    /// <summary>Whether a reference of a kind can refer to an item of a type.</summary>
    public static bool CanName(IdTarget target, string type) => Targets.TryGetValue(target, out var types) && types.Contains(type);

    /// <summary>The lists of a table whose items a reference of a kind can refer to.</summary>
    public static IEnumerable<string> ListsOf(IdTarget target) => ItemLists.Where(key => CanName(target, key.Form)).Select(key => key.Name);

    /// <summary>Whether a type, or a type in it, contains a reference by ID.</summary>
    public static bool HasReferences(SchemaType type)
    {
        // A source can contain sources.
        var seen = new HashSet<SchemaType>();
        var open = new Stack<SchemaType>(new[] { type });
        while (open.Count > 0)
        {
            foreach (var next in open.Pop().WithBranches.Where(seen.Add))
            {
                foreach (var key in next.Keys)
                {
                    if (key.Target is not null)
                    {
                        return true;
                    }

                    if (Type(key.Form) is { } part)
                    {
                        open.Push(part);
                    }
                }
            }
        }

        return false;
    }
}
