using System.Globalization;
using System.Numerics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Yaml;

/// <summary>Resolves plain scalars by the core schema of YAML 1.2 (https://yaml.org/spec/1.2.2/#1032-tag-resolution).</summary>
internal static class YamlScalars
{
    // Converting digits between bases takes quadratic time.
    private const int MostDigits = 1000;

    /// <summary>Resolves a scalar without quotes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="offset">Its offset.</param>
    /// <param name="problem">The reason if it cannot be resolved; else null.</param>
    /// <returns>The value.</returns>
    public static JsonValue Read(string text, int offset, out string? problem)
    {
        problem = null;
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return new JsonNull(offset);
            case "true" or "True" or "TRUE":
                return new JsonBoolean(true, offset);
            case "false" or "False" or "FALSE":
                return new JsonBoolean(false, offset);
            case ".nan" or ".NaN" or ".NAN" or ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF" or "-.inf" or "-.Inf" or "-.INF":
                problem = $"JSON cannot represent the number {text}; put it in quotes if it is text";
                return new JsonNull(offset);
        }

        if (text[0] is not ((>= '0' and <= '9') or '+' or '-' or '.'))
        {
            return new JsonString(text, offset);
        }

        var number = text.Length > 2 && text[0] == '0' && text[1] is 'x' or 'o' ? FromBase(text, out problem) : Decimal(text);
        return number is null ? new JsonString(text, offset) : new JsonNumber(number, offset);
    }

    // [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?  A valid JSON number stays unchanged; otherwise only invalid
    // parts change.
    private static string? Decimal(string text)
    {
        var whole = text[0] is '+' or '-' ? 1 : 0;
        var point = Digits(text, whole);
        var fraction = point < text.Length && text[point] == '.' ? point + 1 : point;
        var exponent = fraction > point ? Digits(text, fraction) : point;
        var end = exponent;
        if (exponent < text.Length && text[exponent] is 'e' or 'E')
        {
            var digits = exponent + 1 < text.Length && text[exponent + 1] is '+' or '-' ? exponent + 2 : exponent + 1;
            end = Digits(text, digits);
            end = end == digits ? -1 : end;
        }

        if (end != text.Length || (point == whole && exponent == fraction))
        {
            return null;
        }

        var first = whole;
        while (first + 1 < point && text[first] == '0')
        {
            first++;
        }

        var isJson = text[0] != '+' && first == whole && point > whole && (fraction == point || exponent > fraction);
        return isJson ? text
            : (text[0] == '-' ? "-" : "") + (point == whole ? "0" : text.Substring(first, point - first))
                + (exponent > fraction ? "." + text.Substring(fraction, exponent - fraction) : "") + text.Substring(exponent);
    }

    private static string? FromBase(string text, out string? problem)
    {
        problem = null;
        var bits = text[1] == 'x' ? 4 : 3;
        for (var i = 2; i < text.Length; i++)
        {
            if (
                text[i] is not (>= '0' and <= '7')
                && (bits == 3 || text[i] is not ('8' or '9' or (>= 'a' and <= 'f') or (>= 'A' and <= 'F'))))
            {
                return null;
            }
        }

        if (text.Length > MostDigits)
        {
            problem = $"This number has more than {MostDigits} digits in base {1 << bits}; write it in base ten";
            return null;
        }

        var value = BigInteger.Zero;
        for (var i = 2; i < text.Length; i++)
        {
            value = (value << bits) + YamlCharacters.Hex(text, i, 1);
        }

        return value.ToString(CultureInfo.InvariantCulture);
    }

    private static int Digits(string text, int from)
    {
        while (from < text.Length && text[from] is >= '0' and <= '9')
        {
            from++;
        }

        return from;
    }
}
