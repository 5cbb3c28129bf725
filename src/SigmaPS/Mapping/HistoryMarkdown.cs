using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace SigmaPS.Mapping;

/// <summary>Writes the output of Get-SigmaChange as Markdown. Objects from a job or a file work too.</summary>
internal static class HistoryMarkdown
{
    /// <summary>Whether an object has the shape of a version of the log.</summary>
    public static bool IsChange(object given) => Value(given, "Changes") is not null && Value(given, "ChangedAt") is not null
        && Text(given, "DocumentVersion").Length > 0;

    /// <summary>Reads an object.</summary>
    public static Core.Reports.LoggedVersion Read(object given)
    {
        var (first, last) = (Text(given, "FirstVersion"), Text(given, "DocumentVersion"));
        return new Core.Reports.LoggedVersion(
            ChangeReader.KeyOf(given),
            ChangeReader.ModelOf(given),
            first.Length == 0 || first == last ? last : $"{first} to {last}",
            Text(given, "ChangedBy"),
            LanguagePrimitives.TryConvertTo<DateTimeOffset>(Value(given, "ChangedAt"), CultureInfo.InvariantCulture, out var at) ? at
                : null,
            Text(given, "Summary"),
            Changes(given));
    }

    private static IReadOnlyList<Core.Spec.Diff.SpecChange> Changes(object given) =>
        LanguagePrimitives.GetEnumerable(Value(given, "Changes"))?.Cast<object?>().OfType<object>().Select(ChangeReader.Read).ToList()
            ?? new();

    private static string Text(object given, string property) => Value(given, property)?.ToString() ?? "";

    private static object? Value(object given, string property) => PSObject.AsPSObject(given).Properties[property]?.Value;
}
