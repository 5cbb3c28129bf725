using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Finds the sources of some kinds in a spec: of elements, in joins and unions, of controls and their targets.</summary>
internal static class SourceWalker
{
    /// <summary>The sources of a spec.</summary>
    public static IEnumerable<JsonObject> All(ValidationContext scene, params string[] kinds) =>
        scene.Elements.SelectMany(element => Below(element.Json)).Where(source => kinds.Contains(source.Text("kind")));

    // Columns and metrics are most of a spec and do not contain sources.
    private static IEnumerable<JsonObject> Below(JsonObject element) => element
        .Where(member => member.Name is not "columns" and not "metrics")
        .SelectMany(member => JsonTree.Objects(member.Value))
        .Prepend(element);
}
