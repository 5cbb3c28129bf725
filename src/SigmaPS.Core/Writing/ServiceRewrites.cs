using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Writing;

/// <summary>The changes that Sigma is known to make on write. They give no warning; all other differences do.</summary>
internal static class ServiceRewrites
{
    // Field by field; sources are sections of the spec sheet.
    private static readonly Dictionary<string, Func<JsonValue?, JsonValue?, bool>> Known = new(StringComparer.Ordinal)
    {
        // Sigma returns [T/ORDER_ID] as [T/Order Id] (section 11.5).
        ["formula"] = (sent, live) =>
            sent is JsonString a && live is JsonString b && FriendlyFormula.Normalize(a.Value) == FriendlyFormula.Normalize(b.Value),

        // lookup is stored as left-outer, <=> as is-not-distinct-from, a join gains primarySource and joinType (section 4).
        ["source"] = (sent, live) =>
            sent is not null && live is not null && JsonTree.Same(Source(sent), Source(WithoutAddedPrimarySource(sent, live))),

        // Sigma adds the order of columns if it is missing (section 9).
        ["order"] = (sent, _) => sent is null,
    };

    /// <summary>Whether a difference between the sent spec and the live spec is a known rewrite.</summary>
    public static bool IsKnownRewrite(SpecChange change) => change.Change == ChangeKind.Renamed
        ? change.IsDefaultName
        : change.Property is { } property && Known.TryGetValue(property, out var rule) && rule(change.Old, change.New);

    // Remove a primarySource that only Sigma added.
    private static JsonValue WithoutAddedPrimarySource(JsonValue sent, JsonValue live)
    {
        if (live is not JsonObject all || sent is not JsonObject asked || asked.Has("primarySource"))
        {
            return live;
        }

        var rest = new JsonObject();
        foreach (var member in all.Where(member => member.Name != "primarySource"))
        {
            rest.Add(member.Name, member.Value);
        }

        return rest;
    }

    private static JsonValue Source(JsonValue value)
    {
        switch (value)
        {
            case JsonArray a:
                var items = new JsonArray();
                foreach (var item in a)
                {
                    items.Add(Source(item));
                }

                return items;
            case JsonObject o:
                var plain = new JsonObject();
                foreach (var member in o)
                {
                    if (!IsDetail(member))
                    {
                        plain.Add(member.Name, Word(member));
                    }
                }

                return plain;
            default:
                return value;
        }
    }

    private static bool IsDetail(JsonMember member) => Defaults.IsDefault(member.Name, member.Value);

    private static JsonValue Word(JsonMember member) =>
        member.Name == "op" && member.Value is JsonString { Value: "<=>" } ? new JsonString("is-not-distinct-from")
        : member.Name == "joinType" && member.Value is JsonString { Value: "lookup" } ? new JsonString("left-outer")
        : member.Name is "left" or "right" && member.Value is JsonString formula ? new JsonString(FriendlyFormula.Normalize(formula.Value))
        : Source(member.Value);
}
