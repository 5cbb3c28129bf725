using System.Collections.Generic;

namespace SigmaPS.Core.Usage;

/// <summary>An item of a model with its names.</summary>
/// <param name="Item">The item.</param>
/// <param name="ElementName">The display name of its element; null for a control.</param>
/// <param name="Name">Its own display name.</param>
/// <param name="Formula">Its formula; null for an element or control.</param>
public sealed record NamedItem(UsageItem Item, string? ElementName, string Name, string? Formula)
{
    internal static IEnumerable<NamedItem> Of(ModelSnapshot model)
    {
        foreach (var element in model.Elements)
        {
            yield return new NamedItem(ElementLookup.Item(model, UsageItemKind.Element, element, null), element.Name, element.Name, null);
            foreach (var column in element.Columns)
            {
                yield return new NamedItem(
                    ElementLookup.Item(model, UsageItemKind.Column, element, column.Id),
                    element.Name,
                    column.Name,
                    column.Formula);
            }

            foreach (var metric in element.Metrics)
            {
                yield return new NamedItem(
                    ElementLookup.Item(model, UsageItemKind.Metric, element, metric.Id),
                    element.Name,
                    metric.Name,
                    metric.Formula);
            }

            foreach (var relationship in element.Relationships)
            {
                var name = relationship.Name ?? model.Element(relationship.TargetId)?.Name ?? relationship.Id;
                var item = ElementLookup.Item(model, UsageItemKind.Relationship, element, relationship.Id);
                yield return new NamedItem(item, element.Name, name, null);
            }
        }

        foreach (var control in model.Controls)
        {
            yield return new NamedItem(
                new UsageItem(UsageItemKind.Control, model.ModelId, null, control.ControlId),
                null,
                control.Name,
                null);
        }
    }
}
