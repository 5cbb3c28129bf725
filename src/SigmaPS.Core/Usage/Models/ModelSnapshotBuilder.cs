using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Api;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Usage;

/// <summary>
/// Takes a snapshot of a spec. Names that the spec leaves out come from the service; where it did not give them they are inferred, and not
/// certain.
/// </summary>
internal static class ModelSnapshotBuilder
{
    /// <summary>Whether the spec leaves out a name that consumers use.</summary>
    public static bool LacksNames(SpecDocument document) => Tables(document).Any(table => table.Text("name") is null
        || ElementIds.Objects(table, "columns").Concat(ElementIds.Objects(table, "metrics")).Any(item => item.Text("name") is null));

    public static ModelSnapshot Build(
        string modelId,
        string? tagId,
        SpecDocument document,
        IReadOnlyList<SourceEntry> sources,
        IReadOnlyList<ElementEntry>? elements,
        IReadOnlyList<ColumnEntry>? columns)
    {
        var elementNames = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in (elements ?? Array.Empty<ElementEntry>()).Where(entry => !string.IsNullOrEmpty(entry.Name)))
        {
            elementNames[entry.ElementId] = entry.Name!;
        }

        var columnNames = new Dictionary<(string, string), string>();
        foreach (
            var entry in (columns ?? Array.Empty<ColumnEntry>()).Where(entry =>
                !string.IsNullOrEmpty(entry.Name) && entry.ElementId is not null))
        {
            columnNames[(entry.ElementId, entry.ColumnId)] = entry.Name!;
        }

        var names = new DisplayNames(document);
        var tables = Tables(document).Select(table => Element(modelId, table, names, elementNames, columnNames)).ToList();
        var controls = document
            .Elements.Where(element => element.Text("kind") == "control")
            .Select(control => Control(control, names))
            .ToList();
        var pinned = sources
            .Where(source => source.SourceDataModelId is not null && source.VersionTagId is not null)
            .GroupBy(source => source.SourceDataModelId!)
            .ToDictionary(group => group.Key, group => group.First().VersionTagId!);
        var shown = new HashSet<(string?, string?)>(
            tables.SelectMany(table => table.Sources).Select(source => (source.ModelId, source.ElementId)));
        var unknown = sources
            .Where(source => source.SourceDataModelId is not null)
            .SelectMany(source =>
                source.ElementIds.Select(element => new UsageItem(
                    UsageItemKind.Element,
                    source.SourceDataModelId!,
                    element,
                    null,
                    source.VersionTagId)))
            .Where(item => !shown.Contains((item.ModelId, item.ElementId)))
            .ToList();
        return new ModelSnapshot(modelId, tagId, tables, controls, pinned, UsedItemIds.Find(modelId, document), unknown);
    }

    private static IEnumerable<JsonObject> Tables(SpecDocument document) =>
        document.Elements.Where(element => element.Text("kind") != "control");

    private static ModelElement Element(
        string modelId,
        JsonObject table,
        DisplayNames names,
        Dictionary<string, string> elementNames,
        Dictionary<(string, string), string> columnNames)
    {
        var id = ElementIds.Id(table);
        var known = table.Text("name") ?? (elementNames.TryGetValue(id, out var given) ? given : null);
        return new ModelElement(
            id,
            known ?? names.OfElement(table),
            known is not null,
            ElementIds
                .Objects(table, "columns")
                .Select(column => Item(column, names, columnNames.TryGetValue((id, column.Text("id") ?? ""), out var name) ? name : null))
                .ToList(),
            ElementIds.Objects(table, "metrics").Select(metric => Item(metric, names, null)).ToList(),
            ElementIds
                .Objects(table, "relationships")
                .Select(r => new ModelRelationship(r.Text("id") ?? "", r.Text("name"), r.Text("targetElementId") ?? ""))
                .ToList(),
            ModelSources.Read(modelId, table.Object("source")).ToList());
    }

    private static ModelItem Item(JsonObject item, DisplayNames names, string? live)
    {
        var name = item.Text("name") ?? live;
        return new ModelItem(item.Text("id") ?? "", name ?? names.Of(item), name is not null, item.Text("formula") ?? "");
    }

    private static ModelControl Control(JsonObject control, DisplayNames names) =>
        new(
            ElementIds.Id(control),
            control.Text("controlId") ?? ElementIds.Id(control),
            names.OfElement(control),
            ModelSources.ControlTargets(control).ToList());
}
