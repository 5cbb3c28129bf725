using System;
using System.ComponentModel;
using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace SigmaPS.Binding;

/// <summary>Accepts a time as a date, or as the time span since then: 7.00:00:00, 7d, 12h, 30m.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SinceAttribute : ArgumentTransformationAttribute
{
    private static readonly Regex Ago = new(@"^\s*(\d{1,5})\s*([dhm])\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) => NodeValueConverter.Unwrap(inputData) switch
    {
        TimeSpan time => Before(time),

        // PowerShell reads an unquoted 7d as a decimal number.
        decimal days => Before(Days(days)),
        string text when Ago.Match(text) is { Success: true } match => Before(Time(match)),

        // A date contains a dash or a slash, which time spans do not.
        string text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && text.IndexOf(':') >= 0 => Before(time),
        int or long => throw BindingErrors.NotADate(inputData),
        string { Length: > 0 } text when !LanguagePrimitives.TryConvertTo(text, CultureInfo.InvariantCulture, out DateTimeOffset _) =>
            throw BindingErrors.NotADate($"'{text}'"),
        var other => other,
    };

    private static TimeSpan Days(decimal days) => Math.Abs(days) < 100000 ? TimeSpan.FromDays((double)days) : throw BindingErrors.TooLong();

    private static TimeSpan Time(Match match)
    {
        var number = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        return match.Groups[2].Value.ToUpperInvariant() switch
        {
            "D" => TimeSpan.FromDays(number),
            "H" => TimeSpan.FromHours(number),
            _ => TimeSpan.FromMinutes(number),
        };
    }

    private static DateTimeOffset Before(TimeSpan time)
    {
        var span = time.Duration();
        return span < DateTimeOffset.UtcNow - DateTimeOffset.MinValue ? DateTimeOffset.UtcNow - span
            : throw BindingErrors.TooLong();
    }
}
