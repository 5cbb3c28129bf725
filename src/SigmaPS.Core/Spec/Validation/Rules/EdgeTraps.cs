using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Texts that the firewall in front of the service has refused: colours as rgb(…) and inline Base64 images (peers 3.7).</summary>
/// <remarks>Field notes and no promise of the service, so that they warn and stop nothing.</remarks>
internal static class EdgeTraps
{
    private const int MostNamed = 5;

    // Each trap contains one of them, and most texts contain neither.
    private static readonly char[] Signs = { '(', ';' };
    private static readonly Regex Trap = new(@"rgba?\s*\(|data:image/[\w.+\-]+;base64,", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>Whether a text holds such a thing.</summary>
    public static bool IsTrap(string text) => text.IndexOfAny(Signs) >= 0 && Trap.IsMatch(text);

    /// <summary>One sentence that names the places; null where there are none.</summary>
    public static string? Warning(SpecDocument document)
    {
        var places = Find(document.Pages, "/pages").ToList();
        return places.Count == 0
            ? null
            : $"The firewall in front of Sigma has refused representations with rgb(…) or inline Base64 images, which stand at {string.Join(", ", places.Take(MostNamed))}{(places.Count > MostNamed ? $" and {places.Count - MostNamed} more places" : "")}. If the write ends in SigmaBlockedByEdge, write the colour as #rrggbb and refer to the image by its address.";
    }

    private static IEnumerable<string> Find(JsonValue value, string at) => value switch
    {
        JsonString text => IsTrap(text.Value) ? new[] { at } : Enumerable.Empty<string>(),
        JsonArray items => items.SelectMany((item, i) => Find(item, at + JsonPointer.Segment(i))),
        JsonObject members => members.SelectMany(member => Find(member.Value, at + JsonPointer.Segment(member.Name))),
        _ => Enumerable.Empty<string>(),
    };
}
