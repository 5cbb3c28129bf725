using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Every formula of columns and metrics.</summary>
internal static class Formulas
{
    /// <summary>The formulas of all tables.</summary>
    public static IEnumerable<JsonString> Of(SpecScene scene) => scene.Elements.Where(element => element.IsTable)
        .SelectMany(element => ElementIds.Objects(element.Json, "columns").Concat(ElementIds.Objects(element.Json, "metrics")))
        .Select(item => item["formula"]).OfType<JsonString>();
}
