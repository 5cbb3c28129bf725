using System.Collections.Generic;
using System.ComponentModel;
using System.Management.Automation;

namespace SigmaPS;

/// <summary>Colours words of a table by what they mean, where the console has colours: what goes or fails is red, what changes yellow, what comes green.</summary>
/// <remarks>$PSStyle (PowerShell 7.2 and later) also takes the colours out again where output goes to a file.</remarks>
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

    /// <summary>A word in its colour.</summary>
    /// <param name="word">The word; an enum's value, or text.</param>
    /// <param name="style">$PSStyle; null where there is none.</param>
    /// <returns>The word, with its colour before and the reset behind it where it has one.</returns>
    public static string Apply(object? word, object? style)
    {
        var text = SafeText.Line(word?.ToString());
        return style is not null && Colours.TryGetValue(text, out var colour) && Part(Part(style, "Foreground"), colour) is string on && Part(style, "Reset") is string off
            ? on + text + off
            : text;
    }

    private static object? Part(object? owner, string name) => owner is null ? null : PSObject.AsPSObject(owner).Properties[name]?.Value;
}
