using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>
/// A source of any kind as a text that does not depend on IDs. It finds an element without a name again (spec sheet, sections 4 and
/// 13).
/// </summary>
internal static class SourceSignature
{
    /// <summary>The signature.</summary>
    /// <param name="source">The source.</param>
    /// <param name="element">The element it belongs to.</param>
    /// <param name="names">The names of both documents, because the name identifies an element of the model.</param>
    public static string Of(JsonObject source, JsonObject element, ComparedNames names)
    {
        return JsonTree.Text(MatchKeys.Sorted(Named(Defaults.Strip(source), element, names)));
    }

    private static JsonValue Named(JsonValue value, JsonObject element, ComparedNames names)
    {
        switch (value)
        {
            case JsonObject o:
                var plain = new JsonObject();
                foreach (var member in o)
                {
                    // The ID of a grouping changes with that of its element, so its columns identify it.
                    if (member.Name != "groupingId")
                    {
                        plain.Add(
                            member.Name,
                            member.Name == "elementId" && o.Text("kind") == "table"
                                ? new JsonString(names.OfSource(o, element))
                                : Formula(member, element, names));
                    }
                }

                return plain;
            case JsonArray items:
                var list = new JsonArray();
                foreach (var item in items)
                {
                    list.Add(item is JsonString text ? new JsonString(FriendlyFormula.Normalize(text.Value)) : Named(item, element, names));
                }

                return list;
            default:
                return value;
        }
    }

    // Sigma returns the keys of joins in their friendly form.
    private static JsonValue Formula(JsonMember member, JsonObject element, ComparedNames names) =>
        member.Name is "left" or "right" && member.Value is JsonString text
            ? new JsonString(FriendlyFormula.Normalize(text.Value))
            : Named(member.Value, element, names);
}
