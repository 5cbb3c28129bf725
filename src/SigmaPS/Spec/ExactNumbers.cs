using System.Globalization;
using System.Runtime.CompilerServices;

namespace SigmaPS;

/// <summary>Numbers whose text is not what .NET would write, such as 1e3: PowerShell gets a double of the same value, and the text is remembered.</summary>
/// <remarks>The memory hangs on the boxed number itself, so an assigned number, though equal, is a new one and is written as .NET writes it.</remarks>
internal static class ExactNumbers
{
    private static readonly ConditionalWeakTable<object, string> Texts = new();

    /// <summary>The double of a JSON number; null when no double has exactly its value.</summary>
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

    /// <summary>The text that a number came from; null for a number of the user's.</summary>
    public static string? TextOf(object number) => Texts.TryGetValue(number, out var text) ? text : null;
}
