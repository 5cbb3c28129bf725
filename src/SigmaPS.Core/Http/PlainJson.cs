using System;
using System.Globalization;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Http;

/// <summary>Reads the responses that every session begins with: the token, the identity, a page of models. It uses the reader of specs,
/// because Newtonsoft.Json takes longer to compile than the whole first response takes to arrive.</summary>
/// <remarks>It reads the documented form alone and gives null for all others. <see cref="ApiJson"/> then reads the text again and reports
/// its error.</remarks>
internal static class PlainJson
{
    /// <summary>Parses an object; null if the text is not one.</summary>
    public static JsonObject? TryObject(string text)
    {
        if (!text.TrimStart().StartsWith("{", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return JsonTree.Parse(text) as JsonObject;
        }
        catch (JsonSyntaxException)
        {
            return null;
        }
    }

    /// <summary>Reads a text that may be missing; false if the value is of another type.</summary>
    /// <param name="owner">The object.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="text">The text; null if the member is missing or null.</param>
    public static bool TryText(JsonObject owner, string name, out string? text)
    {
        var value = owner[name];
        text = (value as JsonString)?.Value;
        return text is not null || value is null or JsonNull;
    }

    /// <summary>Reads a number that may be missing; false if the value is of another type.</summary>
    /// <param name="owner">The object.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="number">The number; 0 if the member is missing.</param>
    public static bool TryNumber(JsonObject owner, string name, out double number)
    {
        number = 0;
        return owner[name] switch
        {
            null => true,
            JsonNumber value => double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
                && !double.IsInfinity(number),
            _ => false,
        };
    }

    /// <summary>Reads an integer that may be missing; false if the value is of another type.</summary>
    /// <param name="owner">The object.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="number">The number; 0 if the member is missing.</param>
    public static bool TryInteger(JsonObject owner, string name, out long number)
    {
        number = 0;
        return owner[name] switch
        {
            null => true,
            JsonNumber value => long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number),
            _ => false,
        };
    }

    /// <summary>Reads a time with its offset that may be missing; false if the value is of another form.</summary>
    /// <param name="owner">The object.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="time">The time; null if the member is missing or null.</param>
    public static bool TryTime(JsonObject owner, string name, out DateTimeOffset? time)
    {
        time = null;
        if (!TryText(owner, name, out var text) || text is null)
        {
            return text is null && owner[name] is null or JsonNull;
        }

        // A text without an offset is a local time for some readers, so it is not a plain one.
        var isRead = DateTimeOffset.TryParseExact(
            text,
            text.EndsWith("Z", StringComparison.Ordinal) ? "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var read);
        time = isRead ? read : null;
        return isRead;
    }
}
