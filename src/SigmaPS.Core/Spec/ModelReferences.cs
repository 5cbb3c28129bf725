using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec;

/// <summary>Where a representation names other models: in sources of every depth, and in the parameters of controls.</summary>
internal static class ModelReferences
{
    /// <summary>Every object that names another model.</summary>
    public static IEnumerable<JsonObject> In(SpecDocument document) =>
        document.Elements.SelectMany(element => new[] { element["source"], element["filters"], element["parameters"] }.SelectMany(JsonTree.Objects))
        .Where(o => o.Text("kind") == "data-model" && o.Text("dataModelId") is not null);

    /// <summary>The targets and value sources of controls that take their values from another model: the ids of its columns stand in them.</summary>
    public static IEnumerable<JsonObject> ControlTargets(SpecDocument document) => document.Elements.Where(element => element.Text("kind") == "control")
        .SelectMany(control => ElementIds.Objects(control, "filters").Concat(new[] { control.Object("source") }.OfType<JsonObject>()))
        .Where(target => target.Object("source")?.Text("kind") == "data-model");
}
