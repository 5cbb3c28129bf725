using System.Collections.Generic;
using System.ComponentModel;
using System.Management.Automation;

namespace SigmaPS;

/// <summary>Colors the status words of a table, if the console supports colors: removed or failed is red, changed is yellow, added is
/// green.</summary>
/// <remarks>$PSStyle (PowerShell 7.2 and later) also removes the colors if the output goes to a file.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StatusColor
{
    private static readonly Dictionary<string, string> Colours = new(System.StringComparer.Ordinal)
    {
        ["Removed"] = "Red",
        ["Failed"] = "Red",
        ["Refused"] = "Red",
        ["Unknown"] = "Red",
        ["Error"] = "Red",
        ["Conflict"] = "Red",
        ["Missing"] = "Red",
        ["Changed"] = "Yellow",
        ["Renamed"] = "Yellow",
        ["Moved"] = "Yellow",
        ["Update"] = "Yellow",
        ["Updated"] = "Yellow",
        ["Warning"] = "Yellow",
        ["Orphan"] = "Yellow",
        ["Extra"] = "Yellow",
        ["Added"] = "Green",
        ["Create"] = "Green",
        ["Created"] = "Green",
        ["Restored"] = "Green",
        ["Written"] = "Green",
    };

    /// <summary>Colors a word.</summary>
    /// <param name="word">The word; an enum's value, or text.</param>
    /// <param name="style">$PSStyle; null if there is none.</param>
    /// <returns>The word between its color and the reset sequence; unchanged if it has no color.</returns>
    public static string Apply(object? word, object? style)
    {
        var text = SafeText.Line(word?.ToString());
        return
            style is not null
            && Colours.TryGetValue(text, out var colour)
            && Part(Part(style, "Foreground"), colour) is string on
            && Part(style, "Reset") is string off
            ? on + text + off
            : text;
    }

    private static object? Part(object? owner, string name) => owner is null ? null : PSObject.AsPSObject(owner).Properties[name]?.Value;
}
