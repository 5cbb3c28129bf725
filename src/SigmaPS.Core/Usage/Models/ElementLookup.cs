using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Usage;

/// <summary>
/// What a name behind an element's prefix means: a column, a relationship's column, a metric (sigma-workbooks.md section 2.1).
/// </summary>
internal sealed class ElementLookup(ModelCatalog catalog)
{
    private const int DeepestChain = 16;
    private readonly ModelCatalog _catalog = catalog;

    /// <summary>
    /// Every reading of the parts behind the prefix. Each reading is a set of items that it needs; the last one is the column.
    /// </summary>
    public List<List<UsageReference>> Columns(ModelSnapshot model, ModelElement element, IReadOnlyList<string> rest)
    {
        var start = ByName(model, element, element.IsNameCertain);

        // A slash can be part of a column's name, so the whole text is tried as one name too (spec.md section 11, rule 10).
        var readings = Own(model, element, string.Join("/", rest), start);
        if (rest.Count > 1)
        {
            readings.AddRange(Related(model, element, rest, start));
        }
        else if (readings.Count == 0)
        {
            readings.AddRange(Suffixed(model, element, rest[0], start));
        }

        return readings;
    }

    /// <summary>
    /// The metrics that consumers of an element are offered under a name: its own, or those along the chain of its sources.
    /// Each reading is the metric, then the elements that pass it on, the element itself last.
    /// </summary>
    public List<List<UsageReference>> Metrics(ModelSnapshot model, ModelElement element, string name, int depth = 0)
    {
        var self = UsageReference.To(Item(model, UsageItemKind.Element, element, null), true);
        var own = Names.Find(element.Metrics, metric => metric.Name, name);
        if (own.Count > 0 || depth >= DeepestChain)
        {
            return own.Select(metric => new List<UsageReference>
                {
                    UsageReference.To(Item(model, UsageItemKind.Metric, element, metric.Id), metric.IsNameCertain && own.Count == 1),
                    self,
                })
                .ToList();
        }

        // Metrics do not pass through joins and unions (sigma-workbooks.md section 2.3).
        return element
            .Sources.Select(source => (Source: source, Found: SourceElement(model, source)))
            .Where(pair => pair.Found.Element is not null)
            .SelectMany(pair =>
                Metrics(pair.Found.Model!, pair.Found.Element!, name, depth + 1)
                    .Select(reading =>
                        Passed(reading, element.Sources.Count == 1 && (pair.Source.Kind is "table" or "data-model")).Append(self).ToList()))
            .ToList();
    }

    /// <summary>The element that a source is, in this model or another; null where it is not an element or cannot be read.</summary>
    public (ModelSnapshot? Model, ModelElement? Element) SourceElement(ModelSnapshot model, ModelSource source)
    {
        var owner = source.ModelId is null ? model : _catalog.Find(source.ModelId, model.TagOf(source.ModelId));
        return (owner, source.ElementId is null ? null : owner?.Element(source.ElementId));
    }

    /// <summary>Names a model's item, at the version that the snapshot shows.</summary>
    public static UsageItem Item(ModelSnapshot model, UsageItemKind kind, ModelElement element, string? id) =>
        new(kind, model.ModelId, element.Id, id, model.TagId);

    private static List<UsageReference> ByName(ModelSnapshot model, ModelElement element, bool isCertain) => new()
    {
        UsageReference.To(Item(model, UsageItemKind.Element, element, null), isCertain),
        UsageReference.To(Item(model, UsageItemKind.ElementName, element, null), isCertain),
    };

    private static IEnumerable<UsageReference> Passed(List<UsageReference> reading, bool isPassedOn) =>
        reading.Select(step => step with { IsCertain = step.IsCertain && isPassedOn });

    private static List<List<UsageReference>> Own(ModelSnapshot model, ModelElement element, string name, List<UsageReference> start)
    {
        var found = Names.Find(element.Columns, column => column.Name, name);
        return found
            .Select(column =>
                start
                    .Append(
                        UsageReference.To(
                            Item(model, UsageItemKind.Column, element, column.Id),
                            column.IsNameCertain && start.All(step => step.IsCertain) && found.Count == 1))
                    .ToList())
            .ToList();
    }

    private List<List<UsageReference>> Related(
        ModelSnapshot model,
        ModelElement element,
        IReadOnlyList<string> rest,
        List<UsageReference> start)
    {
        var relationships = Relationships(model, element, rest[0]);
        var next = rest.Skip(1).ToList();
        var readings = relationships.SelectMany(found => Step(model, element, found, next, start, relationships.Count == 1)).ToList();
        return readings.Count > 0 ? readings : ThroughJoin(model, element, rest, start, 0);
    }

    private List<List<UsageReference>> Step(
        ModelSnapshot model,
        ModelElement element,
        (ModelRelationship Relationship, ModelElement Target, bool IsCertain) found,
        List<string> next,
        List<UsageReference> start,
        bool isOnly)
    {
        var isCertain = isOnly && found.IsCertain && start.All(step => step.IsCertain);
        var target = found.Relationship.Name is null
            ? ByName(model, found.Target, isCertain)
            : new List<UsageReference> { UsageReference.To(Item(model, UsageItemKind.Element, found.Target, null), isCertain) };
        var reached = start
            .Append(UsageReference.To(Item(model, UsageItemKind.Relationship, element, found.Relationship.Id), isCertain))
            .Concat(target)
            .ToList();
        var readings = Own(model, found.Target, string.Join("/", next), reached);
        if (next.Count > 1)
        {
            readings.AddRange(Related(model, found.Target, next, reached));
        }

        return readings;
    }

    // [Element/Column (Relationship)] is another way to write [Element/Relationship/Column] (sigma-workbooks.md section 2.2).
    private List<List<UsageReference>> Suffixed(ModelSnapshot model, ModelElement element, string name, List<UsageReference> start)
    {
        var open = name.LastIndexOf(" (", StringComparison.Ordinal);
        if (open <= 0 || !name.EndsWith(")", StringComparison.Ordinal))
        {
            return new List<List<UsageReference>>();
        }

        var column = name.Substring(0, open);
        return Related(model, element, new[] { name.Substring(open + 2, name.Length - open - 3), column }, start);
    }

    // In a model's join the middle part is the leg's element (sigma-workbooks.md section 2.1).
    private List<List<UsageReference>> ThroughJoin(
        ModelSnapshot model,
        ModelElement element,
        IReadOnlyList<string> rest,
        List<UsageReference> start,
        int depth)
    {
        var readings = new List<List<UsageReference>>();
        if (depth >= DeepestChain)
        {
            return readings;
        }

        foreach (
            var (source, found) in element
                .Sources.Select(source => (source, SourceElement(model, source)))
                .Where(pair => pair.Item2.Element is not null))
        {
            if (Names.Same(source.LegName ?? found.Element!.Name, rest[rest.Count - 2]))
            {
                readings.AddRange(Own(found.Model!, found.Element!, rest[rest.Count - 1], start));
            }
            else
            {
                readings.AddRange(ThroughJoin(found.Model!, found.Element!, rest, start, depth + 1));
            }
        }

        return readings;
    }

    private static List<(ModelRelationship Relationship, ModelElement Target, bool IsCertain)> Relationships(
        ModelSnapshot model,
        ModelElement element,
        string name) =>
        Names
            .Find(
                element
                    .Relationships.Select(relationship => (Relationship: relationship, Target: model.Element(relationship.TargetId)))
                    .Where(pair => pair.Target is not null)
                    .Select(pair =>
                        (
                            pair.Relationship,
                            Target: pair.Target!,
                            IsCertain: pair.Relationship.Name is not null || pair.Target!.IsNameCertain)),
                pair => pair.Relationship.Name ?? pair.Target.Name,
                name)
            .ToList();
}
