using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>
/// Finds dangling IDs in sources, filters, sorts, groupings, relationship keys, control targets, securities and timelines.
/// </summary>
internal sealed class UnknownIds
{
    public static readonly SpecRule Rule = new(
        "unknown-id",
        IssueSeverity.Error,
        "An ID that is referred to exists and is of the right kind.");
    public static readonly SpecCheck Check = new((scene, sink) => new UnknownIds(scene, sink).Run(), Rule);

    private readonly ValidationContext _scene;
    private readonly IssueCollector _sink;

    private UnknownIds(ValidationContext scene, IssueCollector sink)
    {
        _scene = scene;
        _sink = sink;
    }

    private void Run()
    {
        foreach (var element in _scene.Elements.Where(element => element.IsControl || element.IsTable))
        {
            foreach (var reference in IdReferences.Find(element.Json))
            {
                if (reference.Target is IdTarget.Element or IdTarget.Source)
                {
                    Element(reference.Value, reference.Key.Name);
                }
                else if (reference.Target == IdTarget.Column && _scene.Find(reference.Scope) is { IsTable: true } owner)
                {
                    Column(owner, reference.Value, reference.Key.Name);
                }
            }
        }
    }

    private void Element(JsonString id, string key)
    {
        var found = _scene.Find(id.Value);
        if (found is null)
        {
            _sink.Report(
                Rule,
                id,
                $"{key} '{id.Value}' does not refer to an element of this model",
                "Use the ID of an element of this model, or remove the reference.",
                key + "\n" + id.Value);
        }
        else if (found.IsControl)
        {
            _sink.Report(
                Rule,
                id,
                $"{key} '{id.Value}' refers to a control, and a table is needed",
                "Use the ID of a table.",
                key + "\n" + id.Value);
        }
    }

    private void Column(ElementContext element, JsonString id, string key)
    {
        if (element.Find("columns", id.Value) is not null || element.Find("metrics", id.Value) is not null)
        {
            return;
        }

        var name = _scene.Names.OfElement(element.Json);
        var advice = element.Find("folders", id.Value) is not null ? "That is the ID of a folder. Use the ID of a column."
            : Meant(element, id.Value) is { } meant ? $"Did you mean '{meant}'? Use the ID, not the name."
            : $"Use the ID of a column of \"{name}\", or remove the reference together with the column.";
        _sink.Report(
            Rule,
            id,
            $"{key} '{id.Value}' does not refer to a column of \"{name}\" (ID {element.Id})",
            advice,
            key + "\n" + element.Id + "\n" + id.Value);
    }

    private static string? Meant(ElementContext element, string name) =>
        element.ColumnNamed(name) is { } column ? ElementIds.Id(column) : null;
}
