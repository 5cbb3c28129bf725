using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Finds controls that pass their value to a control that does not exist: "Invalid parameter on control".</summary>
internal static class UnknownParameterTargets
{
    public static readonly SpecRule Rule = new(
        "unknown-parameter",
        IssueSeverity.Error,
        "A control passes its value only to controls that exist.");
    public static readonly SpecCheck Check = new(Run, Rule);

    private static void Run(ValidationContext scene, IssueCollector sink)
    {
        // The controls of other models are not known here.
        var own = scene.Root?.Text("dataModelId");
        foreach (
            var parameter in scene
                .Elements.Where(element => element.IsControl)
                .SelectMany(control => ElementIds.Objects(control.Json, "parameters")))
        {
            if (
                own is not null
                && parameter.Text("dataModelId") == own
                && parameter["controlId"] is JsonString id
                && !scene.Elements.Any(element => element.IsControl && element.Json.Text("controlId") == id.Value))
            {
                sink.Report(
                    Rule,
                    id,
                    $"the parameter's controlId '{SchemaMessages.Cut(id.Value)}' does not refer to a control of this model",
                    "Use the controlId of a control of that model, or remove the parameter.",
                    id.Value);
            }
        }
    }
}
