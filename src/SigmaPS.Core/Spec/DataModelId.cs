using System;
using System.Linq;
using System.Numerics;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Spec;

/// <summary>Parses a data model ID in its three forms: UUID, short ID (base62 of the same 128 bits), address in the application.</summary>
/// <remarks>The short form uses the alphabet 0-9a-zA-Z, big endian, without padding (spec sheet, section 1).</remarks>
public static class DataModelId
{
    private const string Alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string AddressMark = "/data-model/";

    /// <summary>Parses any of the three forms.</summary>
    /// <param name="text">The user's text.</param>
    /// <returns>The UUID in lower case with dashes.</returns>
    /// <exception cref="SigmaEngineException">The text has none of the forms.</exception>
    public static string Parse(string text) => TryParse(text, out var id)
        ? id
        : throw SpecErrors.NotADataModelId(text);

    /// <summary>Parses any of the three forms without an exception.</summary>
    /// <param name="text">The user's text.</param>
    /// <param name="id">The UUID.</param>
    /// <returns>False if the text has none of the forms.</returns>
    public static bool TryParse(string text, out string id)
    {
        id = "";
        var trimmed = text.Trim();
        if (Guid.TryParseExact(trimmed, "D", out var guid))
        {
            id = guid.ToString("D");
            return true;
        }

        var mark = trimmed.IndexOf(AddressMark, StringComparison.OrdinalIgnoreCase);
        if (mark >= 0 && trimmed.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            var slug = trimmed.Substring(mark + AddressMark.Length).Split('?', '#', '/')[0];
            var tail = slug.Substring(slug.LastIndexOf('-') + 1);
            return tail.Length is >= 1 and <= 22 && Decode(tail, out id);
        }

        return trimmed.Length is >= 18 and <= 22 && Decode(trimmed, out id);
    }

    /// <summary>Converts a UUID to its short form.</summary>
    /// <param name="id">A UUID.</param>
    /// <returns>Up to 22 letters and digits.</returns>
    public static string ToShort(string id)
    {
        var rest = BigInteger.Parse(
            "0" + Guid.Parse(id).ToString("N"),
            System.Globalization.NumberStyles.AllowHexSpecifier,
            System.Globalization.CultureInfo.InvariantCulture);
        var text = "";
        do
        {
            text = Alphabet[(int)(rest % 62)] + text;
            rest /= 62;
        }
        while (rest > 0);
        return text;
    }

    private static bool Decode(string text, out string id)
    {
        id = "";
        var value = BigInteger.Zero;
        foreach (var digit in text.Select(c => Alphabet.IndexOf(c)))
        {
            if (digit < 0)
            {
                return false;
            }

            value = (value * 62) + digit;
        }

        if (value >= BigInteger.One << 128)
        {
            return false;
        }

        var hex = value.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);
        id = new Guid(hex.Substring(hex.Length - 32)).ToString("D");
        return true;
    }
}
