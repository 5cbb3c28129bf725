using System;
using System.Globalization;
using System.IO;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>The one place where the service's small answers (lists, errors, tokens) are read and small bodies are written.</summary>
/// <remarks>Representations never pass through here: they have the lossless reader of Spec/Json.</remarks>
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

    /// <summary>Reads an answer of a known shape.</summary>
    /// <exception cref="SigmaEngineException">The text is JSON of another shape, or none.</exception>
    public static T Read<T>(ApiResponse response, string about)
        where T : class
    {
        try
        {
            using var reader = new NoNullItems(new StringReader(response.Text));
            return JsonSerializer.Create(Settings).Deserialize<T>(reader) is { } read && !reader.Read()
                ? read
                : throw Unexpected("an empty answer", null);
        }
        catch (Exception e) when (e is JsonException or OverflowException or FormatException or ArgumentException or InvalidCastException)
        {
            throw Unexpected("an answer of another shape", e);
        }

        SigmaEngineException Unexpected(string what, Exception? inner) => new(
            ErrorCode.UnexpectedAnswer, $"Sigma sent {what} for {about}: {inner?.Message ?? "nothing"}", inner)
        {
            Status = response.Status,
            RequestId = response.RequestId,
        };
    }

    /// <summary>Reads a JSON object without judging it; null where the text is none.</summary>
    public static JObject? TryObject(string text)
    {
        try
        {
            // Words that look like a date stay words.
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
