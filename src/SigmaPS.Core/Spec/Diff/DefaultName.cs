using System;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>The names that the service gives by itself: from a column's formula or an element's source (spec sheet, sections 3.1, 5 and 13).</summary>
internal static class DefaultName
{
    /// <summary>Whether a thing has no name, or one that the service may have given it.</summary>
    public static bool Has(JsonObject thing) => thing.Text("name") is not { } name || Fits(thing, name) == true;

    /// <summary>Whether two names of one thing differ only because the service writes a default name out, or leaves it out.</summary>
    /// <param name="sent">The thing as it was sent.</param>
    /// <param name="live">The thing as it came back.</param>
    public static bool Explains(JsonObject sent, JsonObject live) => (sent.Text("name"), live.Text("name")) switch
    {
        (null, { } given) => Fits(sent, given) != false,
        ({ } dropped, null) => Fits(sent, dropped) == true,
        _ => false,
    };

    // Null: the sheets do not say which name such a thing has by default.
    private static bool? Fits(JsonObject thing, string name)
    {
        if (thing.Text("formula") is { } formula)
        {
            return FormulaReferences.Only(formula) is { } reference ? name == EffectiveName.Default(thing) || name == reference.Name
                : name == formula ? true : null;
        }

        var source = thing.Object("source");
        return source?.Text("kind") switch
        {
            "warehouse-table" => name == EffectiveName.DefaultOfElement(thing),
            "union" => name == $"Union of {source.Array("sources")?.Count ?? 0} Sources",
            "transpose" => name.StartsWith("Transpose of ", StringComparison.Ordinal),
            _ => null,
        };
    }
}
