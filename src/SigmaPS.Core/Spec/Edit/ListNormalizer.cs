using System.Collections.Generic;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>
/// Repairs lists that PowerShell unrolled: a list of one item that became the item, and an empty list that became null.
/// </summary>
/// <remarks>It applies to trees from objects. Texts and files stay as they are.</remarks>
public static class ListNormalizer
{
    /// <summary>Whether a field contains a list of objects in every type of the schema, so that a single object is a list of one.</summary>
    /// <param name="field">The field's name.</param>
    /// <returns>True if it does.</returns>
    public static bool IsListOfObjects(string field) => Schema.ObjectLists.Contains(field);

    /// <summary>Repairs a tree in place.</summary>
    /// <param name="root">The outermost object.</param>
    /// <returns>A sentence for each null that became an empty list.</returns>
    /// <exception cref="SigmaEngineException">A list that a model needs is null.</exception>
    public static IReadOnlyList<string> Apply(JsonObject root)
    {
        var warnings = new List<string>();
        Repair(root, Schema.Root, "", warnings);
        return warnings;
    }

    private static void Repair(JsonObject owner, SchemaType? type, string pointer, List<string> warnings)
    {
        type = type?.Resolve(owner);
        if (owner.IsMade && type is not null)
        {
            owner.SortBy(type.Rank);
        }

        foreach (var member in new List<JsonMember>(owner))
        {
            var here = pointer + JsonPointer.Segment(member.Name);
            var value = member.Value;
            var key = type?.FindLike(member.Name);
            if (key is { IsList: true, IsListOfLists: false } && value is not JsonArray)
            {
                value = AsList(value, key, here, warnings);
                owner.Set(member.Name, value);
            }

            var partType = key is null ? null : Schema.Type(key.Form);
            if (value is JsonObject part)
            {
                Repair(part, partType, here, warnings);
            }
            else if (value is JsonArray items)
            {
                for (var i = 0; i < items.Count; i++)
                {
                    if (items[i] is JsonNull && key is { IsListOfObjects: true })
                    {
                        throw EditErrors.NullInList(member.Name, here, i);
                    }

                    if (items[i] is JsonObject item)
                    {
                        Repair(item, partType, here + JsonPointer.Segment(i), warnings);
                    }
                }
            }
        }
    }

    private static JsonArray AsList(JsonValue value, SchemaKey key, string pointer, List<string> warnings)
    {
        if (value is not JsonNull)
        {
            return new JsonArray { value };
        }

        if (key.IsNeverNull)
        {
            throw new SigmaEngineException(
                ErrorCode.SpecListIsNull,
                $"'{key.Name}' at {pointer} is null, because the filter did not match any item. Assign @() if you mean an empty list.")
            {
                Target = pointer,
            };
        }

        warnings.Add($"'{key.Name}' at {pointer} is null; the command sends an empty list.");
        return new JsonArray();
    }
}
