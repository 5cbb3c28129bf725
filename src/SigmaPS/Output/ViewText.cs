using System;
using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Linq;
using System.Management.Automation.Host;

namespace SigmaPS;

/// <summary>Lays out the texts of the views. A view fits into 80 columns; only its last column grows with a wider console.</summary>
/// <remarks>
/// PowerShell breaks words when it wraps, and drops columns without a word when they do not fit. So every cell arrives wrapped.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ViewText
{
    private const int NarrowConsole = 80;
    private const int NarrowestColumn = 15;

    // Format-List itself shows as many.
    private const int MostItems = 4;

    /// <summary>A text for a column of a fixed width.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The width of the column.</param>
    /// <returns>The text in lines.</returns>
    public static string Cell(string? text, int width) => Join(SafeText.Line(text), width, "", 0);

    /// <summary>A name with its ID beneath it, which is never cut.</summary>
    /// <param name="name">The name.</param>
    /// <param name="id">The ID.</param>
    /// <param name="width">The width of the column.</param>
    /// <returns>The name in lines, and the ID in a line of its own.</returns>
    public static string Named(string? name, string? id, int width) =>
        string.Join("\n", new[] { Cell(name, width), Cell(id, width) }.Where(part => part.Length > 0));

    /// <summary>A text for the last column, which takes the rest of the line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="used">The cells before the column.</param>
    /// <param name="host">$Host.</param>
    /// <param name="lines">The most lines; 0 for all.</param>
    /// <returns>The text in lines.</returns>
    public static string Rest(string? text, int used, object? host, int lines = 0) =>
        Join(SafeText.Line(text), Math.Max(NarrowestColumn, WidthOf(host) - used), "", lines);

    /// <summary>A text across the whole line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="indent">The blanks before its second line and all others.</param>
    /// <param name="host">$Host.</param>
    /// <param name="lines">The most lines; 0 for all.</param>
    /// <returns>The text in lines. All have the same width, so that the caller may put a label before the first one.</returns>
    public static string Paragraph(string? text, int indent, object? host, int lines = 0) =>
        Join(SafeText.Line(text), WidthOf(host) - indent, new string(' ', indent), lines);

    /// <summary>The heading of a group: the item that its rows belong to.</summary>
    /// <param name="kind">The kind of the item.</param>
    /// <param name="name">Its name; null if it is not known.</param>
    /// <param name="id">Its ID; null if it is not known.</param>
    /// <param name="host">$Host.</param>
    /// <returns>For example: Data model: Plugs Orders (467bc369-5db7-4963-8172-b24a49dbc75b).</returns>
    public static string Group(string kind, string? name, string? id, object? host)
    {
        var item = (name, id) switch
        {
            (null or "", _) => id,
            (_, null or "") => name,
            _ => $"{name} ({id})",
        };
        return "   " + Paragraph($"{kind}: {item}", 5, host);
    }

    /// <summary>The items of a list property, for a view of all properties.</summary>
    /// <param name="items">The items.</param>
    /// <returns>For example: {Orders, Customers}; an ellipsis stands for more than four items.</returns>
    public static string Items(IEnumerable? items)
    {
        var texts = (items ?? Array.Empty<object>()).Cast<object?>().Select(item => SafeText.Line(item?.ToString())).ToList();
        return "{" + string.Join(", ", texts.Take(MostItems)) + (texts.Count > MostItems ? "…}" : "}");
    }

    /// <summary>A time in one line, in UTC.</summary>
    /// <param name="time">The time.</param>
    /// <returns>For example 2026-03-01 12:30Z; empty without a time.</returns>
    public static string Time(DateTimeOffset? time) => Format(time, "yyyy-MM-dd HH:mm\\Z");

    /// <summary>A time in two lines, for a narrow column.</summary>
    /// <param name="time">The time.</param>
    /// <returns>The day, and the time of the day beneath it; empty without a time.</returns>
    public static string Day(DateTimeOffset? time) => Format(time, "yyyy-MM-dd\nHH:mm\\Z");

    /// <summary>The name of a member.</summary>
    /// <param name="id">The member's ID.</param>
    /// <returns>The name; the ID of a member that Sigma does not list for this session.</returns>
    public static string Member(string? id) => MemberNames.Find(id);

    /// <summary>The name of a member with the ID, for a view of all properties.</summary>
    /// <param name="id">The member's ID.</param>
    /// <returns>For example: Ada Admin (Or3utqE3hK4BzHGk5lRTRGLZdNxlw).</returns>
    public static string MemberAndId(string? id) =>
        SafeText.Line(MemberNames.Find(id) is var name && name == (id ?? "") ? name : $"{name} ({id})");

    // Output that goes to a file or to a build's log is laid out for the narrowest console.
    internal static int WidthOf(object? host)
    {
        try
        {
            var isConsole = host is PSHost { Name: "ConsoleHost" } && !Console.IsOutputRedirected;
            return Math.Max(NarrowConsole, isConsole ? ((PSHost)host!).UI.RawUI.BufferSize.Width : 0) - 1;
        }
        catch (HostException)
        {
            return NarrowConsole - 1;
        }
    }

    // A line may begin with a command of a build agent only after it was wrapped, so each line is escaped again.
    private static string Join(string text, int width, string indent, int most) =>
        string.Join("\n" + indent, TextWrapper.Wrap(text, width, most).Select(SafeText.Line));

    private static string Format(DateTimeOffset? time, string format) =>
        time?.ToUniversalTime().ToString(format, CultureInfo.InvariantCulture) ?? "";
}
