using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>
/// Ids that have to name something and do not: sources, filters, sorts, groupings, relationship keys, control targets, securities,
/// timelines.
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
                $"{key} '{id.Value}' names no element of this model",
                "Give the id of an element of this model, or take the reference out.",
                key + "\n" + id.Value);
        }
        else if (found.IsControl)
        {
            _sink.Report(
                Rule,
                id,
                $"{key} '{id.Value}' names a control, and a table is needed",
                "Give the id of a table element.",
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
        var advice = element.Find("folders", id.Value) is not null ? "That is the id of a folder; give a column's."
            : Meant(element, id.Value) is { } meant ? $"Did you mean '{meant}'? A reference by id takes the id, not the name."
            : $"Give the id of a column of \"{name}\", or take the reference out together with the column.";
        _sink.Report(
            Rule,
            id,
            $"{key} '{id.Value}' names no column of \"{name}\" (id {element.Id})",
            advice,
            key + "\n" + element.Id + "\n" + id.Value);
    }

    private static string? Meant(ElementContext element, string name) =>
        element.ColumnNamed(name) is { } column ? ElementIds.Id(column) : null;
}
