using System.Collections.Generic;

namespace SigmaPS.Sandbox;

public static partial class Behaviours
{
    /// <summary>The changes that a write makes (spec.md sections 4, 5, 9, 11, 13).</summary>
    private static IEnumerable<Behaviour> Rewrites() =>
    [
        new("rewrites-friendly", "spec.md 11.5", "[T/ORDER_ID] becomes [T/Order Id] where the connection has friendly names on."),
        new("rewrites-lookup", "spec.md 4", "Join type lookup becomes left-outer, and a leg always has a joinType."),
        new("rewrites-null-safe", "spec.md 4", "The operator <=> becomes is-not-distinct-from."),
        new("rewrites-primary-source", "spec.md 4", "A join gets its primarySource in the newer layout."),
        new("rewrites-order", "spec.md 9",
            "order is added: columns in sequence, folders in place of their columns, without grouped columns."),
        new("rewrites-names-added", "spec.md 13", "The old layout always has names."),
        new("rewrites-names-omitted", "spec.md 5", "Some newer exports omit the names of pass-through columns."),
        new("rewrites-layout", "spec.md 13", "A layout can be forced on every response."),
    ];
}
