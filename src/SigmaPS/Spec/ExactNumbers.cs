using System.Globalization;
using System.Runtime.CompilerServices;

namespace SigmaPS;

/// <summary>Keeps the text of numbers that .NET would write differently, such as 1e3. PowerShell gets a double of the same value.</summary>
/// <remarks>The text belongs to the boxed number itself. So an assigned number, even if equal, is a new one and has .NET's
/// notation.</remarks>
internal static class ExactNumbers
{
    private static readonly ConditionalWeakTable<object, string> Texts = new();

    /// <summary>The double of a JSON number; null if no double has exactly its value.</summary>
    public static object? Double(string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || double.IsInfinity(value)
            || !Core.Spec.Json.JsonNumbers.Same(value.ToString("R", CultureInfo.InvariantCulture), text))
        {
            return null;
        }

        object boxed = value;
        Texts.Add(boxed, text);
        return boxed;
    }

    /// <summary>The original text of a number; null for the user's own number.</summary>
    public static string? TextOf(object number) => Texts.TryGetValue(number, out var text) ? text : null;
}
