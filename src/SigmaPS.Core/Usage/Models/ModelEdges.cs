using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Usage;

/// <summary>Everything that the items of one model read, in this model and in others (spec.md sections 4, 5 and 11).</summary>
internal sealed class ModelEdges
{
    private readonly ModelSnapshot _model;
    private readonly ElementLookup _lookup;
    private readonly List<ModelEdge> _edges = new();

    private ModelEdges(ModelSnapshot model, ModelCatalog catalog)
    {
        _model = model;
        _lookup = new ElementLookup(catalog);
    }

    public static IReadOnlyList<ModelEdge> Of(ModelSnapshot model, ModelCatalog catalog)
    {
        var edges = new ModelEdges(model, catalog);
        foreach (var element in model.Elements)
        {
            edges.Element(element);
        }

        foreach (var control in model.Controls)
        {
            var reader = new UsageItem(UsageItemKind.Control, model.ModelId, null, control.ControlId, model.TagId);
            edges._edges.AddRange(
                control.Targets.Select(target => new ModelEdge(
                    reader,
                    target with
                    {
                        TagId = model.TagOf(target.ModelId),
                    },
                    IsCertain: true)));
        }

        var whole = new UsageItem(UsageItemKind.Model, model.ModelId, null, null, model.TagId);
        edges._edges.AddRange(model.UnknownReads.Select(read => new ModelEdge(whole, read, IsCertain: true)));
        return edges._edges;
    }

    private void Element(ModelElement element)
    {
        var self = ElementLookup.Item(_model, UsageItemKind.Element, element, null);
        foreach (var source in element.Sources)
        {
            // The source is named by ID, also where the element cannot be read.
            if (source.ElementId is not null)
            {
                var tag = source.ModelId is null ? _model.TagId : _model.TagOf(source.ModelId);
                var read = new UsageItem(UsageItemKind.Element, source.ModelId ?? _model.ModelId, source.ElementId, null, tag);
                _edges.Add(new ModelEdge(self, read, IsCertain: true));
                if (source.GroupingId is { } grouping)
                {
                    _edges.Add(new ModelEdge(self, read with { Kind = UsageItemKind.Grouping, ItemId = grouping }, IsCertain: true));
                }
            }

            Keys(self, source);
        }

        foreach (var column in element.Columns)
        {
            Formula(element, ElementLookup.Item(_model, UsageItemKind.Column, element, column.Id), column);
        }

        foreach (var metric in element.Metrics)
        {
            Formula(element, ElementLookup.Item(_model, UsageItemKind.Metric, element, metric.Id), metric);
        }
    }

    // A join key or a union's column is a formula over one source, independent of its prefix.
    private void Keys(UsageItem self, ModelSource source)
    {
        if (_lookup.SourceElement(_model, source) is not ({ } model, { } element))
        {
            return;
        }

        foreach (
            var parts in source.Keys.SelectMany(key =>
                UsageFormula.Parse(key) is { References.Count: > 0 } formula
                    ? formula.References.Select(r => r[r.Count - 1])
                    : new[] { key }))
        {
            Add(self, _lookup.Columns(model, element, new[] { parts }));
        }
    }

    private void Formula(ModelElement element, UsageItem reader, ModelItem item)
    {
        var formula = UsageFormula.Parse(item.Formula);
        foreach (var parts in formula.References)
        {
            Add(reader, Readings(element, item, parts, formula.ReachesElsewhere));
        }
    }

    private List<List<UsageReference>> Readings(ModelElement element, ModelItem item, IReadOnlyList<string> parts, bool reachesElsewhere)
    {
        if (parts.Count == 1)
        {
            return Sibling(element, item, parts[0]);
        }

        if (parts.Count == 2 && Names.Same(parts[0], "Metrics"))
        {
            return _lookup.Metrics(_model, element, parts[1]);
        }

        var rest = parts.Skip(1).ToList();
        var readings = Sources(element, parts[0]).SelectMany(source => _lookup.Columns(source.Model, source.Element, rest)).ToList();
        if (readings.Count == 0 && Names.Same(element.Name, parts[0]))
        {
            readings = _lookup.Columns(_model, element, rest);
        }

        if (readings.Count == 0 || reachesElsewhere)
        {
            readings.AddRange(
                _model
                    .Elements.Where(other => other != element && Names.Same(other.Name, parts[0]))
                    .SelectMany(other => _lookup.Columns(_model, other, rest)));
        }

        return Distinct(readings);
    }

    private IEnumerable<(ModelSnapshot Model, ModelElement Element)> Sources(ModelElement element, string prefix) =>
        element
            .Sources.Select(source => (Source: source, Found: _lookup.SourceElement(_model, source)))
            .Where(pair =>
                pair.Found.Element is not null && (Names.Same(pair.Source.LegName, prefix) || Names.Same(pair.Found.Element.Name, prefix)))
            .Select(pair => (pair.Found.Model!, pair.Found.Element!));

    private List<List<UsageReference>> Sibling(ModelElement element, ModelItem item, string name)
    {
        var columns = element
            .Columns.Where(column => column != item && column.Name == name)
            .Select(column => (Item: ElementLookup.Item(_model, UsageItemKind.Column, element, column.Id), column.IsNameCertain));
        var metrics = element
            .Metrics.Where(metric => metric != item && metric.Name == name)
            .Select(metric => (Item: ElementLookup.Item(_model, UsageItemKind.Metric, element, metric.Id), metric.IsNameCertain));
        var controls = _model
            .Controls.Where(control => control.ControlId == name)
            .Select(control => (Item: new UsageItem(UsageItemKind.Control, _model.ModelId, null, name, _model.TagId), IsNameCertain: true));
        return columns
            .Concat(metrics)
            .Concat(controls)
            .Select(found => new List<UsageReference> { UsageReference.To(found.Item, found.IsNameCertain) })
            .ToList();
    }

    // Several readings of one reference: each is possible, none is certain.
    private void Add(UsageItem reader, List<List<UsageReference>> readings)
    {
        var isOnly = readings.Count == 1;
        _edges.AddRange(
            readings.SelectMany(reading => reading).Select(step => new ModelEdge(reader, step.Target!, step.IsCertain && isOnly)));
    }

    /// <summary>Readings that end at the same column are one reading; those outside the models are one together.</summary>
    internal static List<List<UsageReference>> Distinct(List<List<UsageReference>> readings) =>
        readings.Where(reading => reading.Count > 0).GroupBy(reading => reading[reading.Count - 1] with { IsCertain = true })
            .Select(group => group.OrderByDescending(reading => reading.Count(step => step.IsCertain)).First())
            .Concat(readings.Where(reading => reading.Count == 0).Take(1)).ToList();
}
