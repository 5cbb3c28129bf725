using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>
/// Finds texts that the web application firewall of the service refused: colors as rgb(…) and inline Base64 images (peers 3.7).
/// </summary>
/// <remarks>The evidence is field notes and not the service's documentation, so the rule warns and does not block a write.</remarks>
internal static class WafRejectedText
{
    public static readonly SpecRule Rule = new(
        "firewall-text",
        IssueSeverity.Warning,
        "No text contains rgb(…) or an inline Base64 image, which Sigma's firewall has refused.");
    public static readonly SpecCheck Check = new(Run, Rule);

    private const int MostNamed = 5;

    // Each refused text contains one of them, and most texts contain neither.
    private static readonly char[] Signs = { '(', ';' };
    private static readonly Regex Rejected = new(
        @"rgba?\s*\(|data:image/[\w.+\-]+;base64,",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>Warns about a write with such texts and lists their places; null if there are none.</summary>
    /// <param name="document">The spec to send.</param>
    public static string? Warning(SpecDocument document)
    {
        var places = Find(document.Pages, "/pages").Select(found => found.Pointer).ToList();
        var more = places.Count > MostNamed ? $" and {places.Count - MostNamed} more places" : "";
        return places.Count == 0
            ? null
            : "Sigma's firewall has refused specs with rgb(…) or inline Base64 images. This spec has them at "
                + $"{string.Join(", ", places.Take(MostNamed))}{more}. "
                + "If the write ends in SigmaBlockedByEdge, write the color as #rrggbb and refer to the image by its address.";
    }

    private static void Run(ValidationContext scene, IssueCollector sink)
    {
        foreach (var (text, _) in Find(scene.Root?["pages"], "/pages"))
        {
            sink.Report(
                Rule,
                text,
                $"'{SchemaMessages.Cut(text.Value)}' contains a text that Sigma's firewall has refused",
                "Write a color as #rrggbb, and refer to an image by its address.",
                "trap");
        }
    }

    private static List<(JsonString Text, string Pointer)> Find(JsonValue? value, string pointer)
    {
        var found = new List<(JsonString Text, string Pointer)>();
        Visit(value, new List<object>(), (text, names) => found.Add((text, pointer + string.Concat(names.Select(Segment)))));
        return found;
    }

    // Matches are rare, so create the pointer only for a match. The name of a list's item is its number.
    private static void Visit(JsonValue? value, List<object> names, Action<JsonString, List<object>> found)
    {
        switch (value)
        {
            case JsonString text when text.Value.IndexOfAny(Signs) >= 0 && Rejected.IsMatch(text.Value):
                found(text, names);
                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    names.Add(i);
                    Visit(items[i], names, found);
                    names.RemoveAt(names.Count - 1);
                }

                break;
            case JsonObject members:
                foreach (var member in members)
                {
                    names.Add(member.Name);
                    Visit(member.Value, names, found);
                    names.RemoveAt(names.Count - 1);
                }

                break;
        }
    }

    private static string Segment(object name) => name is int index ? JsonPointer.Segment(index) : JsonPointer.Segment((string)name);
}
