using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Usage;

namespace SigmaPS.Core.Writing;

/// <summary>
/// Finds the items that consumers can no longer find after a write: a column, metric, relationship, grouping, element or control that is
/// removed, renamed or has a new ID.
/// </summary>
internal static class TakenItems
{
    /// <summary>Finds the items.</summary>
    /// <param name="modelId">The model.</param>
    /// <param name="live">The live spec.</param>
    /// <param name="now">The spec to send.</param>
    /// <param name="shown">The names that Sigma lists for the live spec; null to infer all of them.</param>
    public static IReadOnlyList<TakenItem> Find(string modelId, SpecDocument live, SpecDocument now, DisplayNames? shown = null)
    {
        var names = (Before: shown ?? new DisplayNames(live), After: shown is null ? new DisplayNames(now) : After(live, now, shown));
        var taken = new List<TakenItem>();
        var elements = ById(now.Elements);
        foreach (var element in live.Elements)
        {
            if (element.Text("kind") == "control")
            {
                taken.AddRange(Control(modelId, element, now));
                continue;
            }

            if (!elements.TryGetValue(ElementIds.Id(element), out var after))
            {
                var change = now.Elements.Any(other => names.After.OfElement(other) == names.Before.OfElement(element))
                    ? TakenBy.NewId
                    : TakenBy.Removal;
                taken.Add(
                    new TakenItem(
                        new UsageItem(UsageItemKind.Element, modelId, ElementIds.Id(element)),
                        change,
                        names.Before.OfElement(element),
                        true));
                continue;
            }

            taken.AddRange(Inside(modelId, element, after, names));
        }

        return taken;
    }

    // A column keeps the name that Sigma lists, unless the rules give it another name after the edit than before.
    private static DisplayNames After(SpecDocument live, SpecDocument now, DisplayNames shown)
    {
        var (before, after) = (new DisplayNames(live), new DisplayNames(now));
        var kept = new Dictionary<(string Element, string Column), string>();
        var elements = ById(now.Elements);
        foreach (var element in live.Elements.Where(element => elements.ContainsKey(ElementIds.Id(element))))
        {
            var columns = ById(ElementIds.Objects(elements[ElementIds.Id(element)], "columns"));
            foreach (var column in ElementIds.Objects(element, "columns").Where(column => columns.ContainsKey(ElementIds.Id(column))))
            {
                var same = columns[ElementIds.Id(column)];
                if (shown.Find(column) is { Origin: NameOrigin.Live } name && before.Of(column) == after.Of(same))
                {
                    kept[(ElementIds.Id(element), ElementIds.Id(column))] = name.Text;
                }
            }
        }

        return new DisplayNames(now, (element, column) => kept.TryGetValue((element, column), out var name) ? name : null);
    }

    /// <summary>
    /// Whether an item of a changed model no longer reads the same data: it was removed, or its formula or source was changed.
    /// </summary>
    public static bool NoLongerReads(UsageItem item, SpecDocument live, SpecDocument now)
    {
        var source = Element(live, item.ElementId)?.Object("source");
        if (source is not null && !JsonTree.Same(source, Element(now, item.ElementId)?.Object("source")))
        {
            return true;
        }

        if (ListOf(item.Kind) is not { } list)
        {
            return false;
        }

        var before = Find(live, item.ElementId, list, item.ItemId);
        var after = Find(now, item.ElementId, list, item.ItemId);
        return before is not null && (after is null || before.Text("formula") != after.Text("formula"));
    }

    private static IEnumerable<TakenItem> Inside(
        string modelId, JsonObject before, JsonObject after, (DisplayNames Before, DisplayNames After) names)
    {
        var id = ElementIds.Id(before);
        var element = names.Before.OfElement(before);
        if (element != names.After.OfElement(after))
        {
            var isCertain = before.Text("name") is not null && after.Text("name") is not null;
            yield return new TakenItem(
                new UsageItem(UsageItemKind.ElementName, modelId, id),
                TakenBy.Rename,
                element,
                isCertain,
                after.Text("name"));
        }

        var groupings = new HashSet<string>(ElementIds.Ids(after, "groupings"), StringComparer.Ordinal);
        foreach (var grouping in ElementIds.Ids(before, "groupings").Where(grouping => !groupings.Contains(grouping)))
        {
            yield return new TakenItem(
                new UsageItem(UsageItemKind.Grouping, modelId, id, grouping), TakenBy.Removal, $"{element}/{grouping}", true);
        }

        foreach (
            var (list, kind) in new[]
            {
                ("columns", UsageItemKind.Column),
                ("metrics", UsageItemKind.Metric),
                ("relationships", UsageItemKind.Relationship),
            })
        {
            var left = ById(ElementIds.Objects(after, list));
            foreach (var item in ElementIds.Objects(before, list))
            {
                var target = new UsageItem(kind, modelId, id, item.Text("id"));
                var name = names.Before.Of(item);
                if (!left.TryGetValue(ElementIds.Id(item), out var same))
                {
                    var change = left.Values.Any(other => names.After.Of(other) == name) ? TakenBy.NewId : TakenBy.Removal;
                    yield return new TakenItem(target, change, $"{element}/{name}", true);
                }
                else if (
                    names.After.Of(same) != name
                    && !left.Values.Any(other =>
                        names.After.Of(other) == name && NameAlias.Passes(other.Text("formula"), names.After.Of(same))))
                {
                    yield return new TakenItem(
                        target,
                        TakenBy.Rename,
                        $"{element}/{name}",
                        names.Before.Find(item).IsCertain && names.After.Find(same).IsCertain,
                        same.Text("name"));
                }
            }
        }
    }

    private static IEnumerable<TakenItem> Control(string modelId, JsonObject control, SpecDocument now)
    {
        var id = control.Text("controlId");
        if (id is not null && !now.Elements.Any(other => other.Text("kind") == "control" && other.Text("controlId") == id))
        {
            var isRenamed = now.Elements.Any(other => ElementIds.Id(other) == ElementIds.Id(control));
            yield return new TakenItem(
                new UsageItem(UsageItemKind.Control, modelId, null, id), isRenamed ? TakenBy.Rename : TakenBy.Removal, id, true);
        }
    }

    private static string? ListOf(UsageItemKind kind) => kind switch
    {
        UsageItemKind.Column => "columns",
        UsageItemKind.Metric => "metrics",
        _ => null,
    };

    private static JsonObject? Element(SpecDocument document, string? id) =>
        document.Elements.FirstOrDefault(element => ElementIds.Id(element) == id);

    private static JsonObject? Find(SpecDocument document, string? elementId, string list, string? id) =>
        document
            .Elements.Where(element => ElementIds.Id(element) == elementId)
            .SelectMany(element => ElementIds.Objects(element, list))
            .FirstOrDefault(item => item.Text("id") == id);

    private static Dictionary<string, JsonObject> ById(IEnumerable<JsonObject> items) =>
        items
            .GroupBy(ElementIds.Id, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
}
