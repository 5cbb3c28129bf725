using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec;

/// <summary>
/// The use of an ID where it has to name something, with the item that uses it. Lists of layout and sources do not count.
/// </summary>
/// <param name="By">The item that refers, in a person's words: filter 'f1' of "Orders".</param>
/// <param name="ElementId">The element whose column is meant; for a relationship's target, the target's ID.</param>
/// <param name="Id">The ID of the column, or empty where the element itself is meant.</param>
internal sealed record UsedId(string By, string ElementId, string Id)
{
    /// <summary>The uses in an element.</summary>
    /// <param name="element">The element.</param>
    /// <param name="names">The display names.</param>
    public static IEnumerable<UsedId> Find(JsonObject element, DisplayNames names) =>
        element.Text("kind") is not ("table" or "control")
            ? Enumerable.Empty<UsedId>()
            : IdReferences
                .Find(element)
                .Where(reference => reference.Target is IdTarget.Column or IdTarget.Element)
                .Select(reference => new UsedId(
                    Describe(element, reference, names),
                    reference.Scope,
                    reference.Target == IdTarget.Column ? reference.Value.Value : ""));

    private static string Describe(JsonObject element, IdReference reference, DisplayNames names)
    {
        if (reference.Item is not { } item)
        {
            return $"control '{element.Text("controlId") ?? ElementIds.Id(element)}'";
        }

        var kind = reference.List!.Form;
        var by = kind switch
        {
            "sort" => "a sort",
            "security" => $"column security '{ElementIds.Id(item)}'",
            "relationship" => $"relationship '{names.Of(item)}'",
            "metric" => $"metric \"{names.Of(item)}\"",
            _ => $"{kind} '{ElementIds.Id(item)}'",
        };
        var part = reference.Part is null ? "" : $"the {reference.Part} of ";
        return $"{part}{by} of \"{names.OfElement(element)}\"";
    }
}
