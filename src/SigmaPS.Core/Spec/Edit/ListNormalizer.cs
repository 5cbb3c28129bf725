using System.Collections.Generic;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>
/// Puts right what PowerShell does to lists, and only that: a list of one that lost its brackets, a null where an optional list was.
/// </summary>
/// <remarks>Runs over trees that came from objects. Texts and files are taken at their word.</remarks>
public static class ListNormalizer
{
    /// <summary>Whether a field holds a list of objects wherever the schema has it, so that one object in it is a list of one.</summary>
    /// <param name="field">The field's name.</param>
    /// <returns>True when it does.</returns>
    public static bool IsListOfObjects(string field) => Schema.ObjectLists.Contains(field);

    /// <summary>Repairs a tree in place.</summary>
    /// <param name="root">The outermost object.</param>
    /// <returns>A sentence for each null that became an empty list.</returns>
    /// <exception cref="SigmaEngineException">A list that a model cannot do without is null.</exception>
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
                        throw new SigmaEngineException(
                            ErrorCode.SpecListIsNull,
                            $"'{member.Name}' holds null at {here}{JsonPointer.Segment(i)}: something that was added to the list had no "
                                + "value."
                        )
                        {
                            Target = here,
                        };
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
                $"'{key.Name}' at {pointer} is null: the filter matched nothing; assign @() if you mean an empty list.")
            {
                Target = pointer,
            };
        }

        warnings.Add($"'{key.Name}' at {pointer} was null and goes out as an empty list.");
        return new JsonArray();
    }
}
