using System.Collections.Generic;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>A metric of a spec and its place in the document.</summary>
public sealed class SpecMetricEntry
{
    private SpecMetricEntry(ElementScope element, JsonObject metric, string pointer)
    {
        Element = EditTargetResolver.Called(element);
        ElementId = element.Id;
        Id = ElementIds.Id(metric);
        Name = element.Model.Names.Of(metric);
        Formula = metric.Text("formula") ?? "";
        Description = metric.Text("description");
        Pointer = pointer;
    }

    /// <summary>The element's display name.</summary>
    public string Element { get; }

    /// <summary>The element's ID.</summary>
    public string ElementId { get; }

    /// <summary>The metric's ID, unique in its element only.</summary>
    public string Id { get; }

    /// <summary>The metric's display name.</summary>
    public string Name { get; }

    /// <summary>Its formula.</summary>
    public string Formula { get; }

    /// <summary>Its description; null for none.</summary>
    public string? Description { get; }

    /// <summary>Its place in the document.</summary>
    public string Pointer { get; }

    /// <summary>The metrics of a document, in its order.</summary>
    /// <param name="document">The document.</param>
    /// <returns>Each metric.</returns>
    public static IEnumerable<SpecMetricEntry> All(SpecDocument document)
    {
        var model = new ModelScope(document);
        foreach (var (element, pointer) in SpecElementEntry.Places(document))
        {
            var metrics = element.Array("metrics") ?? new JsonArray();
            for (var m = 0; m < metrics.Count; m++)
            {
                if (metrics[m] is JsonObject metric && model.Of(element) is { } scope)
                {
                    yield return new SpecMetricEntry(scope, metric, $"{pointer}/metrics/{m}");
                }
            }
        }
    }
}
