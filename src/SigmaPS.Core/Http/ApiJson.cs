using System;
using System.Globalization;
using System.IO;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>Reads the service's small responses (lists, errors, tokens) and writes small bodies.</summary>
/// <remarks>Specs never pass through here; the lossless reader of Spec/Json reads them.</remarks>
internal static class ApiJson
{
    private static readonly JsonSerializerSettings Settings = new()
    {
        Culture = CultureInfo.InvariantCulture,
        DateParseHandling = DateParseHandling.DateTimeOffset,
        MissingMemberHandling = MissingMemberHandling.Ignore,
        NullValueHandling = NullValueHandling.Ignore,
        MaxDepth = 64,
    };

    /// <summary>Deserializes a response of a known shape.</summary>
    /// <exception cref="SigmaEngineException">The text is JSON of another shape, or is not JSON.</exception>
    public static T Read<T>(ApiResponse response, string about)
        where T : class
    {
        try
        {
            using var reader = new NoNullItems(new StringReader(response.Text));
            return JsonSerializer.Create(Settings).Deserialize<T>(reader) is { } read && !reader.Read()
                ? read
                : throw Unexpected("an empty response", null);
        }
        catch (Exception e) when (e is JsonException or OverflowException or FormatException or ArgumentException or InvalidCastException)
        {
            throw Unexpected("a response of another shape", e);
        }

        SigmaEngineException Unexpected(string what, Exception? inner) => new(
            ErrorCode.UnexpectedAnswer, $"Sigma sent {what} for {about}: {inner?.Message ?? "no JSON value"}", inner)
        {
            Status = response.Status,
            RequestId = response.RequestId,
        };
    }

    /// <summary>Parses a JSON object of any shape; null if the text is not one.</summary>
    public static JObject? TryObject(string text)
    {
        try
        {
            // A string that looks like a date stays a string.
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
            return JToken.Load(reader) as JObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes a small body.</summary>
    public static string Write(object value) => JsonConvert.SerializeObject(value, Settings);
}
