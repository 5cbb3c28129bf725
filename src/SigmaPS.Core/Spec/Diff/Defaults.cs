using System;
using System.Collections.Generic;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>What may be left out without a difference (spec sheet, section 13): empty optional lists, visibleAsSource true, the operator "=".</summary>
internal static class Defaults
{
    private static readonly HashSet<string> OptionalLists = new(StringComparer.Ordinal)
    {
        "metrics", "relationships", "filters", "folders", "groupings", "order", "summary", "sort", "columnSecurities", "items", "groupBy", "calculations", "parameters",
    };

    /// <summary>Whether a property says no more than its absence.</summary>
    public static bool IsDefault(string name, JsonValue value) => value switch
    {
        JsonBoolean b => b.Value && name == "visibleAsSource",

        // "base" is what the service shows for a source that takes no grouping, and refuses in a new model (spec sheet, section 4).
        JsonString s => (name == "op" && s.Value == "=") || (name == "groupingId" && s.Value == "base"),
        JsonArray a => a.Count == 0 && OptionalLists.Contains(name),
        _ => false,
    };

    /// <summary>A copy of a value without its defaults.</summary>
    public static JsonValue Strip(JsonValue value)
    {
        switch (value)
        {
            case JsonObject o:
                var stripped = new JsonObject();
                foreach (var member in o)
                {
                    if (!IsDefault(member.Name, member.Value))
                    {
                        stripped.Add(member.Name, Strip(member.Value));
                    }
                }

                return stripped;
            case JsonArray a:
                var items = new JsonArray();
                foreach (var item in a)
                {
                    items.Add(Strip(item));
                }

                return items;
            default:
                return value;
        }
    }

    /// <summary>Whether two values of one property are the same but for defaults; a missing value is null.</summary>
    public static bool Same(string name, JsonValue? a, JsonValue? b)
    {
        var x = a is null || IsDefault(name, a) ? null : Strip(a);
        var y = b is null || IsDefault(name, b) ? null : Strip(b);
        return JsonTree.Same(x, y);
    }
}
