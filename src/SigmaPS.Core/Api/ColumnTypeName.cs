using Newtonsoft.Json.Linq;

namespace SigmaPS.Core.Api;

/// <summary>The word of a column's type, which is a word or an object with a word in it.</summary>
internal static class ColumnTypeName
{
    public static string FromToken(JToken? type) => (type is JObject shape ? shape["type"] : type) is JValue { Value: string word } ? word : "";
}
