using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Finds references to other models, and to their elements, columns and controls, that do not exist.</summary>
internal static class UnknownModels
{
    public static readonly SpecRule Model = new(
        "unknown-model",
        IssueSeverity.Error,
        "With -Online: another model that is referred to exists, and so does the element that is taken from it.");
    public static readonly SpecRule Column = new(
        "unknown-model-column",
        IssueSeverity.Error,
        "With -Online: a column that is taken from another model's element exists.");
    public static readonly SpecRule Parameter = new(
        "unknown-model-control",
        IssueSeverity.Error,
        "With -Online: a control of another model that gets a value exists.");
    public static readonly SpecCheck Check = new(Run, Model, Column, Parameter);

    private static void Run(ValidationContext scene, IssueCollector sink)
    {
        if (scene.Facts is not { } facts)
        {
            return;
        }

        foreach (var source in SourceWalker.All(scene, "data-model"))
        {
            if (source["dataModelId"] is not JsonString id || !facts.Models.TryGetValue(id.Value, out var model))
            {
                continue;
            }

            if (model is null)
            {
                sink.Report(
                    Model,
                    id,
                    $"dataModelId '{SchemaMessages.Cut(id.Value)}' does not refer to a data model that these credentials can see",
                    "Use the ID of a model of this organization; Get-SigmaDataModel lists them.",
                    id.Value);
            }
            else if (source["elementId"] is JsonString element && !model.Elements.Contains(element.Value))
            {
                sink.Report(
                    Model,
                    element,
                    $"elementId '{SchemaMessages.Cut(element.Value)}' does not refer to an element of the model \"{model.Spec.Name}\"",
                    "Use the ID of one of its elements; Get-SigmaDataModelElement lists them.",
                    element.Value);
            }
            else if (
                source["controlId"] is JsonString control
                && !model.Spec.Elements.Any(other => other.Text("kind") == "control" && other.Text("controlId") == control.Value))
            {
                sink.Report(
                    Parameter,
                    control,
                    $"controlId '{SchemaMessages.Cut(control.Value)}' does not refer to a control of the model \"{model.Spec.Name}\"",
                    "Use the controlId of one of its controls, or remove the parameter.",
                    control.Value);
            }
        }

        foreach (
            var element in scene.Elements.Where(element => element.IsTable && element.Json.Object("source")?.Text("kind") == "data-model"))
        {
            Columns(element, facts, sink);
        }
    }

    private static void Columns(ElementContext element, OnlineFacts facts, IssueCollector sink)
    {
        var source = element.Json.Object("source")!;
        if (
            source.Text("dataModelId") is not { } id
            || !facts.Models.TryGetValue(id, out var model)
            || model?.Spec.Elements.FirstOrDefault(other => ElementIds.Id(other) == source.Text("elementId")) is not { } upstream)
        {
            return;
        }

        var prefix = model.Names.OfElement(upstream);
        var shown = ElementIds
            .Objects(upstream, "columns")
            .Concat(ElementIds.Objects(upstream, "metrics"))
            .Select(model.Names.Find)
            .ToList();
        var names = shown.SelectMany(name => name.Aliases.Prepend(name.Text)).ToList();
        var isInferred = !shown.TrueForAll(name => name.IsCertain);
        foreach (var item in ElementIds.Objects(element.Json, "columns").Concat(ElementIds.Objects(element.Json, "metrics")))
        {
            foreach (
                var reference in item["formula"] is JsonString formula
                    ? FormulaReferences.Parse(formula.Value)
                    : System.Array.Empty<FormulaReference>())
            {
                if (
                    reference.Steps.Count == 2
                    && reference.Steps[0] == prefix
                    && !names.Contains(reference.Name)
                    && !names.Contains(FriendlyName.FromRaw(reference.Name)))
                {
                    var meant = SpellingSuggestion.To(reference.Name, names);
                    sink.Report(
                        Column,
                        item["formula"]!,
                        $"\"{prefix}\" of the model \"{model.Spec.Name}\" does not have a column '{SchemaMessages.Cut(reference.Name)}'",
                        meant is null ? "Use the exact name of one of its columns." : $"Did you mean [{prefix}/{meant}]?",
                        reference.Name,
                        isInferred);
                }
            }
        }
    }
}
