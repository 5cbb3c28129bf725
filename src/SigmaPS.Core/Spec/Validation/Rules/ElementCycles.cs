using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Finds elements that read themselves, directly or through others.</summary>
internal static class ElementCycles
{
    public static readonly SpecRule Rule = new("element-cycle", IssueSeverity.Error, "No element reads itself as a source.");
    public static readonly SpecCheck Check = new(Run, Rule);

    private static void Run(ValidationContext scene, IssueCollector sink)
    {
        var sources = scene
            .Elements.Where(element => element.IsTable)
            .ToDictionary(element => element, element => SourcesOf(scene, element));
        foreach (
            var ring in CycleFinder.Find(sources.Keys, element =>
                sources.TryGetValue(element, out var below) ? below : Enumerable.Empty<ElementContext>()))
        {
            var names = string.Join(" → ", ring.Append(ring[0]).Select(element => $"\"{scene.Names.OfElement(element.Json)}\""));
            foreach (var element in ring)
            {
                sink.Report(
                    Rule,
                    (JsonValue?)element.Json.Object("source") ?? element.Json,
                    $"the element reads itself: {names}",
                    "Use another source for one of them.",
                    "source");
            }
        }
    }

    private static List<ElementContext> SourcesOf(ValidationContext scene, ElementContext element) => IdReferences.Find(element.Json)
        .Where(reference => reference.Target == IdTarget.Source).Select(reference => scene.Find(reference.Scope))
        .OfType<ElementContext>().Where(source => source.IsTable).ToList();
}
