using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Texts that the web application firewall in front of the service has refused: colors as rgb(…) and inline Base64 images (peers 3.7).</summary>
/// <remarks>Field notes, not a promise of the service, so that they warn and do not stop a write.</remarks>
internal static class WafRejectedText
{
    public static readonly SpecRule Rule = new("firewall-text", IssueSeverity.Warning, "No text contains rgb(…) or an inline Base64 image, which the firewall in front of Sigma has refused.");
    public static readonly SpecCheck Check = new(Run, Rule);

    private const int MostNamed = 5;
    private static readonly Regex Rejected = new(@"rgba?\s*\(|data:image/[\w.+\-]+;base64,", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>One sentence that names the places, for a write; null where there are none.</summary>
    /// <param name="document">The spec to send.</param>
    public static string? Warning(SpecDocument document)
    {
        var places = Find(document.Pages, "/pages").Select(found => found.Pointer).ToList();
        var more = places.Count > MostNamed ? $" and {places.Count - MostNamed} more places" : "";
        return places.Count == 0
            ? null
            : $"The firewall in front of Sigma has refused representations with rgb(…) or inline Base64 images, which stand at {string.Join(", ", places.Take(MostNamed))}{more}. "
                + "If the write ends in SigmaBlockedByEdge, write the colour as #rrggbb and refer to the image by its address.";
    }

    private static void Run(ValidationContext scene, IssueCollector sink)
    {
        foreach (var (text, _) in Find(scene.Root?["pages"], "/pages"))
        {
            sink.Report(Rule, text, $"'{SchemaMessages.Cut(text.Value)}' holds what the firewall in front of Sigma has refused", "Write a colour as #rrggbb, and refer to an image by its address.", "trap");
        }
    }

    private static IEnumerable<(JsonString Text, string Pointer)> Find(JsonValue? value, string at) => value switch
    {
        JsonString text => Rejected.IsMatch(text.Value) ? new[] { (text, at) } : Enumerable.Empty<(JsonString, string)>(),
        JsonArray items => items.SelectMany((item, i) => Find(item, at + JsonPointer.Segment(i))),
        JsonObject members => members.SelectMany(member => Find(member.Value, at + JsonPointer.Segment(member.Name))),
        _ => Enumerable.Empty<(JsonString, string)>(),
    };
}
