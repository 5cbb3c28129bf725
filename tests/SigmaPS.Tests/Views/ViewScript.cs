using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using SigmaPS.Tests.Support;

namespace SigmaPS.Tests.Views;

/// <summary>A script block of a shipped format or types file, and the types whose objects it receives.</summary>
public sealed record ViewScript(string File, string Name, string Parent, string Text, IReadOnlyList<string> Types)
{
    private static readonly string[] Elements = ["ScriptBlock", "GetScriptBlock", "SetScriptBlock", "Script"];

    /// <summary>The shipped format and types files, as paths.</summary>
    public static IReadOnlyList<string> Files =>
        [.. Directory.GetFiles(Repository.Module, "*.ps1xml", SearchOption.AllDirectories).Order(System.StringComparer.Ordinal)];

    /// <summary>Every script block of every shipped file. They are read once, because each row of a theory looks for its own.</summary>
    public static IReadOnlyList<ViewScript> All { get; } = [.. Files.SelectMany(Read)];

    /// <summary>Every property that a view shows by its name, with the types that must have it.</summary>
    public static IReadOnlyList<ViewScript> Properties =>
        [.. Files.SelectMany(file => Of(file, "PropertyName"))];

    /// <summary>Every script block whose text a view shows: not the keys of its groups.</summary>
    public static IReadOnlyList<ViewScript> Shown =>
        [.. All.Where(script => script.File == "SigmaPS.Format.ps1xml" && script.Parent != "GroupBy")];

    private static IEnumerable<ViewScript> Read(string file) => Elements.SelectMany(element => Of(file, element));

    private static IEnumerable<ViewScript> Of(string file, string element) =>
        XDocument
            .Load(file)
            .Descendants(element)
            .Select(
                (found, index) =>
                    new ViewScript(
                        Path.GetFileName(file),
                        $"{Owner(found)} {element} {index + 1}",
                        found.Parent!.Name.LocalName,
                        found.Value,
                        TypesOf(found)));

    private static string Owner(XElement found) =>
        (string?)found.Ancestors().FirstOrDefault(a => a.Name == "View" || a.Name == "Type")?.Element("Name") ?? "(no name)";

    private static string[] TypesOf(XElement found) => found.Ancestors("View").FirstOrDefault() is { } view
        ? [.. view.Descendants("TypeName").Select(type => type.Value)]
        : [.. found.Ancestors("Type").Select(type => type.Element("Name")!.Value)];
}
