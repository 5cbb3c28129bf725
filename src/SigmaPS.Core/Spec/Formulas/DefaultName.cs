using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>The name that an item would show if it did not declare one (spec sheet, section 5.1).</summary>
/// <param name="Text">The name; the ID if no rule gives one.</param>
/// <param name="IsKnown">Whether a rule gives it.</param>
internal sealed record DefaultName(string Text, bool IsKnown)
{
    /// <summary>An element or control, and its relationships. Formulas contain these names as prefixes.</summary>
    public static IEnumerable<JsonObject> Frames(JsonObject element) => ElementIds.Objects(element, "relationships").Prepend(element);

    /// <summary>The columns and metrics of an element.</summary>
    public static IEnumerable<JsonObject> Items(JsonObject element) =>
        ElementIds.Objects(element, "columns").Concat(ElementIds.Objects(element, "metrics"));

    /// <summary>The default name of an item.</summary>
    /// <param name="item">The element itself, or one of its relationships, columns or metrics.</param>
    /// <param name="element">The element or control.</param>
    /// <param name="names">The names of its document.</param>
    public static DefaultName Of(JsonObject item, JsonObject element, DisplayNames names)
    {
        var known = item != element
            ? IsRelationship(item) ? names.DefaultOfRelationship(item) : names.Default(item)?.Text
            : item.Text("kind") == "control" ? item.Text("controlId") : names.DefaultOfElement(item);
        return new DefaultName(known ?? ElementIds.Id(item), known is not null);
    }

    /// <summary>Whether an item is a relationship.</summary>
    public static bool IsRelationship(JsonObject item) => item.Has("targetElementId");
}
