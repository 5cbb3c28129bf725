using Newtonsoft.Json.Linq;

namespace SigmaPS.Core.Api;

/// <summary>Reads the name of a column's type: Sigma sends a string, or an object with the name in its key "type".</summary>
internal static class ColumnTypeName
{
    public static string FromToken(JToken? type) =>
        (type is JObject shape ? shape["type"] : type) is JValue { Value: string word } ? word : "";
}
