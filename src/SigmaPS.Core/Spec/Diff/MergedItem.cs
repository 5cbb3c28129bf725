using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>Merges the properties of one item.</summary>
internal static class MergedItem
{
    // Both sides can add different items to these lists of IDs. The order of groupBy has a meaning of its own.
    private static readonly HashSet<string> IdLists = new(StringComparer.Ordinal)
    {
        "summary", "items", "calculations", "restrictedColumns",
    };

    /// <summary>Merges an item that all three documents contain.</summary>
    /// <param name="context">The documents.</param>
    /// <param name="item">The item.</param>
    /// <param name="skip">The properties that are merged elsewhere, or not at all.</param>
    /// <param name="conflict">Creates the conflict of a property.</param>
    /// <returns>A copy of the live item with the changes of the other side.</returns>
    public static JsonObject Merge(MergeContext context, ItemTriple item, Func<string, bool> skip, Func<string?, MergeConflict> conflict)
    {
        var merged = new JsonObject();
        foreach (var member in item.Live!)
        {
            merged.Add(member.Name, member.Value);
        }

        var names = item.Other!.Concat(item.Base!).Select(member => member.Name).Distinct(StringComparer.Ordinal);
        foreach (var name in names.Where(name => !skip(name)))
        {
            if (context.IsUnchanged(name, item) || context.IsAlreadyLive(name, item))
            {
                continue;
            }

            if (context.IsStillLive(name, item))
            {
                Set(merged, name, item.Other![name], item.Other);
            }
            else if (IdLists.Contains(name) && MergeIds(item.Base![name], item.Other![name], item.Live![name]) is { } ids)
            {
                Set(merged, name, ids, item.Other);
            }
            else
            {
                context.Conflicts.Add(conflict(name) with { Base = item.Base![name], Other = item.Other![name], Live = item.Live![name] });
            }
        }

        return merged;
    }

    /// <summary>Sets a property if the other document has it; otherwise removes it.</summary>
    public static void Set(JsonObject merged, string name, JsonValue? value, JsonObject other)
    {
        if (value is null)
        {
            merged.Remove(name);
        }
        else
        {
            merged.SetBehind(name, value, other.Select(member => member.Name).TakeWhile(before => before != name).ToArray());
        }
    }

    /// <summary>A list of IDs as JSON.</summary>
    public static JsonArray ToArray(IEnumerable<string> ids)
    {
        var array = new JsonArray();
        foreach (var id in ids)
        {
            array.Add(new JsonString(id));
        }

        return array;
    }

    private static JsonArray? MergeIds(JsonValue? basis, JsonValue? other, JsonValue? live)
    {
        if (Ids(basis) is not { } b || Ids(other) is not { } o || Ids(live) is not { } l)
        {
            return null;
        }

        var merged = MergedOrder.Merge(b, o, l, out var isConflict);
        return isConflict ? null : ToArray(merged);
    }

    // Null if it is not a list of different IDs.
    private static List<string>? Ids(JsonValue? value)
    {
        if (value is null)
        {
            return new List<string>();
        }

        var ids = (value as JsonArray)?.OfType<JsonString>().Select(id => id.Value).ToList();
        return ids is not null && ids.Count == ((JsonArray)value).Count && ids.Distinct(StringComparer.Ordinal).Count() == ids.Count
            ? ids : null;
    }
}
