using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec;

/// <summary>A reference by ID: one text in an element that names something else.</summary>
/// <param name="Holder">The object that has the key.</param>
/// <param name="Key">The key.</param>
/// <param name="Value">The ID as the document has it.</param>
/// <param name="Scope">The element whose item is meant; for an element, its own ID.</param>
internal sealed record IdReference(JsonObject Holder, SchemaKey Key, JsonString Value, string Scope)
{
    /// <summary>What the reference names.</summary>
    public IdTarget Target => Key.Target!.Value;

    /// <summary>The list of the table that contains the item that refers; null where the element itself does.</summary>
    public SchemaKey? List { get; init; }

    /// <summary>The item of that list.</summary>
    public JsonObject? Item { get; init; }

    /// <summary>The object inside the item that has the reference; null where that is the item, or one of a list of the item.</summary>
    public string? Part { get; init; }

    /// <summary>Puts another ID in place of this one.</summary>
    /// <param name="id">The ID.</param>
    public void Replace(string id)
    {
        if (id == Value.Value)
        {
            return;
        }

        var renewed = new JsonString(id, Value.Offset);
        if (Holder.Array(Key.Name) is { } list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                list[i] = ReferenceEquals(list[i], Value) ? renewed : list[i];
            }
        }
        else
        {
            Holder.Set(Key.Name, renewed);
        }
    }
}
