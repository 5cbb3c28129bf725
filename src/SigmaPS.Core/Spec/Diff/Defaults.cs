using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>
/// Values that can be omitted without a difference: the defaults of the schema. Default names depend on more than one value: see
/// <see cref="ComparedNames"/>.
/// </summary>
internal static class Defaults
{
    /// <summary>Whether a property has the same meaning as its absence.</summary>
    public static bool IsDefault(string name, JsonValue value) =>
        Schema.Defaults.TryGetValue(name, out var known) && JsonTree.Same(known, value);

    /// <summary>Whether a member has the same meaning as its absence in its object.</summary>
    private static bool IsDefault(JsonObject owner, JsonMember member) =>
        IsDefault(member.Name, member.Value)
        || member.Name switch
        {
            // The first left side is the primary source, and a side has its table's name (section 4). Older exports omit both (section
            // 13).
            "primarySource" => ElementIds.Objects(owner, "joins").FirstOrDefault()?.Object("left") is { } first
                && JsonTree.Same(first, member.Value),
            "name" => owner.Object("right") is { } side
                && side.Array("path") is { Count: > 0 } path
                && JsonTree.Same(path[path.Count - 1], member.Value),
            _ => false,
        };

    /// <summary>Copies a value without its defaults.</summary>
    public static JsonValue Strip(JsonValue value)
    {
        switch (value)
        {
            case JsonObject o:
                var stripped = new JsonObject();
                foreach (var member in o)
                {
                    if (!IsDefault(o, member))
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

    /// <summary>Whether two values of one property are the same apart from defaults; a missing value is null.</summary>
    public static bool Same(string name, JsonValue? a, JsonValue? b)
    {
        var x = a is null || IsDefault(name, a) ? null : Strip(a);
        var y = b is null || IsDefault(name, b) ? null : Strip(b);
        return JsonTree.Same(x, y);
    }
}
