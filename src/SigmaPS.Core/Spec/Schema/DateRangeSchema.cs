using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec;

/// <summary>Adds the rules about dates that the schema table cannot express: between has both dates or none, custom at least one.</summary>
internal static class DateRangeSchema
{
    private const string Between = """{"startDate": ["endDate"], "endDate": ["startDate"]}""";

    private const string AnyOf = """[{"required": ["startDate"]}, {"required": ["endDate"]}]""";

    // One fixed date alone is not a range. One date relative to now is.
    private const string AllOf = """
        [
          {"if": {"properties": {"startDate": {"type": "string"}}, "required": ["startDate"]}, "then": {"required": ["endDate"]}},
          {"if": {"properties": {"endDate": {"type": "string"}}, "required": ["endDate"]}, "then": {"required": ["startDate"]}}
        ]
        """;

    /// <summary>Adds the rules of a type to its definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="type">The type's name.</param>
    public static void Add(JsonObject definition, string type)
    {
        if (type == "daterange.between")
        {
            definition.Add("dependencies", JsonTree.Parse(Between));
        }
        else if (type == "daterange.custom")
        {
            definition.Add("anyOf", JsonTree.Parse(AnyOf));
            definition.Add("allOf", JsonTree.Parse(AllOf));
        }
    }
}
