using System;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>The sources inside a source: the sides of a join, the parts of a union, what is transposed.</summary>
internal static class NestedSources
{
    /// <summary>Gives every source of kind table that an element draws on.</summary>
    public static void All(JsonObject element, Action<JsonObject> take) => Visit(element.Object("source"), take, 0);

    private static void Visit(JsonObject? source, Action<JsonObject> take, int depth)
    {
        // A source holds a source once at most; what goes on is no representation.
        if (source is null || depth > 3)
        {
            return;
        }

        if (source.Text("kind") == "table")
        {
            take(source);
        }

        Visit(source.Object("primarySource"), take, depth + 1);
        Visit(source.Object("source"), take, depth + 1);
        foreach (var leg in ElementIds.Objects(source, "joins"))
        {
            Visit(leg.Object("left"), take, depth + 1);
            Visit(leg.Object("right"), take, depth + 1);
        }

        foreach (var part in source.Array("sources")?.OfType<JsonObject>() ?? Enumerable.Empty<JsonObject>())
        {
            Visit(part, take, depth + 1);
        }
    }
}
