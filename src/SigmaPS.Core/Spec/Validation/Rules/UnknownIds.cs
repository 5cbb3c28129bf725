using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Ids that have to name something and do not: sources, filters, sorts, groupings, relationship keys, control targets, securities, timelines.</summary>
internal sealed class UnknownIds
{
    public static readonly SpecRule Rule = new("unknown-id", IssueSeverity.Error, "An ID that is referred to exists and is of the right kind.");
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
        foreach (var element in _scene.Elements)
        {
            if (element.IsControl)
            {
                Control(element.Json);
            }
            else if (element.IsTable)
            {
                Table(element);
            }
        }
    }

    private void Table(ElementContext element)
    {
        var json = element.Json;
        NestedSources.All(json, source => Target(source, "elementId"));
        foreach (var item in ElementIds.Objects(json, "filters").Concat(ElementIds.Objects(json, "sort")))
        {
            Column(element, item["columnId"], "columnId");
        }

        foreach (var grouping in ElementIds.Objects(json, "groupings"))
        {
            Columns(element, grouping, "groupBy");
            Columns(element, grouping, "calculations");
        }

        foreach (var security in ElementIds.Objects(json, "columnSecurities"))
        {
            Columns(element, security, "restrictedColumns");
        }

        foreach (var metric in ElementIds.Objects(json, "metrics"))
        {
            Column(element, metric.Object("timeline")?["dateColumnId"], "dateColumnId");
        }

        foreach (var relationship in ElementIds.Objects(json, "relationships"))
        {
            var target = Target(relationship, "targetElementId");
            foreach (var key in ElementIds.Objects(relationship, "keys"))
            {
                Column(element, key["sourceColumnId"], "sourceColumnId");
                Column(target, key["targetColumnId"], "targetColumnId");
            }
        }
    }

    // What a control points at in the warehouse or in another model cannot be looked up here.
    private void Control(JsonObject control)
    {
        foreach (var target in ElementIds.Objects(control, "filters").Append(control.Object("source")))
        {
            if (target?.Object("source") is { } source && source.Text("kind") == "table")
            {
                var element = Target(source, "elementId");
                Column(element, target["columnId"], "columnId");
                Column(element, target["displayColumnId"], "displayColumnId");
            }
        }
    }

    private ElementContext? Target(JsonObject owner, string key)
    {
        if (owner[key] is not JsonString id)
        {
            return null;
        }

        var found = _scene.Find(id.Value);
        if (found is null)
        {
            _sink.Report(Rule, id, $"{key} '{id.Value}' names no element of this model", "Give the id of an element of this model, or take the reference out.", key + "\n" + id.Value);
        }
        else if (found.IsControl)
        {
            _sink.Report(Rule, id, $"{key} '{id.Value}' names a control, and a table is needed", "Give the id of a table element.", key + "\n" + id.Value);
            return null;
        }

        return found;
    }

    private void Columns(ElementContext element, JsonObject owner, string list)
    {
        foreach (var id in owner.Array(list) ?? Enumerable.Empty<JsonValue>())
        {
            Column(element, id, list);
        }
    }

    private void Column(ElementContext? element, JsonValue? value, string key)
    {
        if (element is null || !element.IsTable || value is not JsonString id || element.Find("columns", id.Value) is not null || element.Find("metrics", id.Value) is not null)
        {
            return;
        }

        var name = _scene.Names.OfElement(element.Json);
        var advice = element.Find("folders", id.Value) is not null ? "That is the id of a folder; give a column's."
            : Meant(element, id.Value) is { } meant ? $"Did you mean '{meant}'? A reference by id takes the id, not the name."
            : $"Give the id of a column of \"{name}\", or take the reference out together with the column.";
        _sink.Report(Rule, id, $"{key} '{id.Value}' names no column of \"{name}\" (id {element.Id})", advice, key + "\n" + element.Id + "\n" + id.Value);
    }

    private static string? Meant(ElementContext element, string name) => element.ColumnNamed(name) is { } column ? ElementIds.Id(column) : null;
}
