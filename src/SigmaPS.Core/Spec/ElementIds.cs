using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec;

/// <summary>A reference by id that one object of a representation makes.</summary>
internal sealed class IdReference
{
    public IdReference(string by, string elementId, string id)
    {
        By = by;
        ElementId = elementId;
        Id = id;
    }

    /// <summary>Who refers, in a person's words: filter 'f1' of "Orders".</summary>
    public string By { get; }

    /// <summary>The element whose columns are meant; for a relationship's target, the target's id.</summary>
    public string ElementId { get; }

    /// <summary>The column id, or empty when the element itself is meant.</summary>
    public string Id { get; }
}

/// <summary>Every place that refers by id and may not name nothing: filters, sorts, groupings, relationship keys, controls, securities.</summary>
internal static class ElementIds
{
    /// <summary>The ids of an element's columns and metrics.</summary>
    public static IEnumerable<string> Columns(JsonObject element) => Ids(element, "columns").Concat(Ids(element, "metrics"));

    /// <summary>The ids of a list of objects.</summary>
    public static IEnumerable<string> Ids(JsonObject owner, string list) => Objects(owner, list).Select(Id);

    /// <summary>The objects of a list; what is none is passed over.</summary>
    public static IEnumerable<JsonObject> Objects(JsonObject? owner, string list) => owner?.Array(list)?.OfType<JsonObject>() ?? Enumerable.Empty<JsonObject>();

    /// <summary>An object's id, or empty.</summary>
    public static string Id(JsonObject o) => o.Text("id") ?? "";

    /// <summary>Every reference by id that an element makes, where it may not name nothing.</summary>
    public static IEnumerable<IdReference> References(JsonObject element, DisplayNames names)
    {
        var id = Id(element);
        var of = $"of \"{names.OfElement(element)}\"";
        return element.Text("kind") == "control" ? ControlReferences(element, $"control '{element.Text("controlId") ?? id}'")
            : element.Text("kind") != "table" ? Enumerable.Empty<IdReference>()
            : Objects(element, "filters").Select(f => new IdReference($"filter '{Id(f)}' {of}", id, f.Text("columnId") ?? ""))
                .Concat(Objects(element, "sort").Select(s => new IdReference($"a sort {of}", id, s.Text("columnId") ?? "")))
                .Concat(Objects(element, "groupings").SelectMany(g => Texts(g, "groupBy").Concat(Texts(g, "calculations")).Select(c => new IdReference($"grouping '{Id(g)}' {of}", id, c))))
                .Concat(Objects(element, "columnSecurities").SelectMany(s => Texts(s, "restrictedColumns").Select(c => new IdReference($"column security '{Id(s)}' {of}", id, c))))
                .Concat(Objects(element, "relationships").SelectMany(r => RelationshipReferences(r, id, $"relationship '{r.Text("name") ?? Id(r)}' {of}")));
    }

    private static IEnumerable<IdReference> RelationshipReferences(JsonObject relationship, string source, string by)
    {
        var target = relationship.Text("targetElementId") ?? "";
        return Objects(relationship, "keys").SelectMany(key => new[]
        {
            new IdReference(by, source, key.Text("sourceColumnId") ?? ""),
            new IdReference(by, target, key.Text("targetColumnId") ?? ""),
        }).Concat(new[] { new IdReference(by, target, "") });
    }

    // A target that is a warehouse table or another model's element cannot be looked up in this document.
    private static IEnumerable<IdReference> ControlReferences(JsonObject control, string by)
    {
        var targets = Objects(control, "filters").ToList();
        if (control.Object("source") is { } values && values.Text("kind") != "manual")
        {
            targets.Add(values);
        }

        return targets.Where(target => target.Object("source")?.Text("kind") == "table")
            .Select(target => new IdReference(by, target.Object("source")!.Text("elementId") ?? "", target.Text("columnId") ?? ""));
    }

    private static IEnumerable<string> Texts(JsonObject owner, string list) =>
        owner.Array(list)?.OfType<JsonString>().Select(s => s.Value) ?? Enumerable.Empty<string>();
}
