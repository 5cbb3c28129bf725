using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec;

/// <summary>Finds the references of a spec to other models: in sources at any depth, and in the parameters of controls.</summary>
internal static class ModelReferences
{
    /// <summary>Every object that refers to another model.</summary>
    public static IEnumerable<JsonObject> In(SpecDocument document) =>
        document
            .Elements.SelectMany(element =>
                new[] { element["source"], element["filters"], element["parameters"] }.SelectMany(JsonTree.Objects))
            .Where(o => o.Text("kind") == "data-model" && o.Text("dataModelId") is not null);

    /// <summary>The targets and value sources of controls that read another model; they contain the IDs of its columns.</summary>
    public static IEnumerable<JsonObject> ControlTargets(SpecDocument document) =>
        document
            .Elements.Where(element => element.Text("kind") == "control")
            .SelectMany(control => ElementIds.Objects(control, "filters").Concat(new[] { control.Object("source") }.OfType<JsonObject>()))
            .Where(target => target.Object("source")?.Text("kind") == "data-model");
}
