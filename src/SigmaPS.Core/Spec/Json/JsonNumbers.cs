using System;
using System.Globalization;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Spec.Json;

/// <summary>Scans and compares JSON numbers.</summary>
public static class JsonNumbers
{
    /// <summary>Reads a number and advances past it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The offset of the number; afterwards the offset after it.</param>
    /// <returns>The number as written.</returns>
    /// <exception cref="JsonSyntaxException">The text is not a JSON number, for example 01 or 1. or +1.</exception>
    public static string Scan(string text, ref int at)
    {
        var start = at;
        var i = at;
        if (i < text.Length && text[i] == '-')
        {
            i++;
        }

        var whole = i;
        i = Digits(text, i);
        var valid = i > whole && (text[whole] != '0' || i == whole + 1);
        if (valid && i < text.Length && text[i] == '.')
        {
            var fraction = i + 1;
            i = Digits(text, fraction);
            valid = i > fraction;
        }

        if (valid && i < text.Length && text[i] is 'e' or 'E')
        {
            var exponent = i + 1;
            if (exponent < text.Length && text[exponent] is '+' or '-')
            {
                exponent++;
            }

            i = Digits(text, exponent);
            valid = i > exponent;
        }

        if (!valid)
        {
            throw new JsonSyntaxException("This is not a JSON number", TextPosition.At(text, start));
        }

        at = i;
        return text.Substring(start, i - start);
    }

    /// <summary>Whether two numbers are equal in any notation: 1.10 and 1.1, 1e3 and 1000.</summary>
    /// <param name="a">A JSON number.</param>
    /// <param name="b">A JSON number.</param>
    /// <returns>True if the numbers are equal.</returns>
    public static bool Same(string a, string b) =>
        string.Equals(a, b, StringComparison.Ordinal) || string.Equals(Normal(a), Normal(b), StringComparison.Ordinal);

    // Sign, digits without outer zeros, and the power of ten of the last digit: equal text means equal number.
    private static string Normal(string number)
    {
        var mark = number.IndexOfAny(new[] { 'e', 'E' });
        var mantissa = mark < 0 ? number : number.Substring(0, mark);
        var exponent =
            mark < 0
                ? System.Numerics.BigInteger.Zero
                : System.Numerics.BigInteger.Parse(number.Substring(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var negative = mantissa[0] == '-';
        var unsigned = negative ? mantissa.Substring(1) : mantissa;
        var point = unsigned.IndexOf('.');
        if (point >= 0)
        {
            exponent -= unsigned.Length - point - 1;
            unsigned = unsigned.Remove(point, 1);
        }

        var digits = unsigned.TrimStart('0');
        var significant = digits.TrimEnd('0');
        exponent += digits.Length - significant.Length;
        return significant.Length == 0 ? "0" : (negative ? "-" : "") + significant + "e" + exponent.ToString(CultureInfo.InvariantCulture);
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
